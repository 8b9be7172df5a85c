using System.Text;
using KoreXo.Simulator.Files;

namespace KoreXo.Simulator.Nlp;

/// <summary>The ML utterances of a bot: the distinct lines of the imported files.</summary>
internal sealed class UtteranceSet
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, bool> _lines = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Snapshot()
    {
        lock (_gate)
        {
            return [.. _lines.Keys];
        }
    }

    /// <summary>Adds the lines of a file.</summary>
    /// <returns>The number of lines in the file.</returns>
    public int Import(ReadOnlyMemory<byte> file)
    {
        var lines = TextFile.Lines(file);
        lock (_gate)
        {
            foreach (var line in lines)
            {
                _lines.TryAdd(line, value: true);
            }
        }

        return lines.Length;
    }

    public byte[] Export() => Encoding.UTF8.GetBytes(string.Concat(Snapshot().Select(line => line + "\n")));
}
