using System.Text;
using System.Text.Json;

namespace Workloads.Classification;

/// <summary>
/// The results of a classification, one JSON object on each line, in the order of the utterances. It is also how far an interrupted run
/// got: what follows the last complete line is truncated.
/// </summary>
internal sealed class ResultFile : IDisposable
{
    private readonly FileStream _file;

    public ResultFile(string path)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        using var reader = new StreamReader(_file, leaveOpen: true);
        var text = reader.ReadToEnd();
        var complete = text[..(text.LastIndexOf('\n') + 1)];
        _file.SetLength(Encoding.UTF8.GetByteCount(complete));
        _file.Seek(0, SeekOrigin.End);
        foreach (var line in complete.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            Done.Add(json.RootElement.GetProperty("utterance").GetString()!);
        }
    }

    /// <summary>Gets the utterances that have a result.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Appends a result and flushes it to disk.</summary>
    public void Append(string utterance, string? intent, double? score, string? error)
    {
        using (var json = new Utf8JsonWriter(_file))
        {
            json.WriteStartObject();
            json.WriteString("utterance", utterance);
            json.WriteString("intent", intent);
            if (score is { } value)
            {
                json.WriteNumber("score", value);
            }

            if (error is not null)
            {
                json.WriteString("error", error);
            }

            json.WriteEndObject();
        }

        _file.WriteByte((byte)'\n');
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();
}
