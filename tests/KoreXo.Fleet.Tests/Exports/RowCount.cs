using System.Text.Json;
using KoreXo.Simulator;

namespace KoreXo.Fleet.Tests.Exports;

/// <summary>
/// Counts the rows in all files by their ids, against what the platform has. It knows nothing of workers, items and their database.
/// </summary>
/// <param name="Expected">The number of rows that the platform has.</param>
/// <param name="Lost">The rows that no file has.</param>
/// <param name="Doubled">The rows that were found before, in the same file or another one.</param>
/// <param name="Strange">The rows that the platform does not have.</param>
public sealed record RowCount(long Expected, long Lost, long Doubled, long Strange)
{
    private static readonly JsonReaderOptions Lines = new() { AllowMultipleValues = true };

    /// <summary>Counts the rows of a folder.</summary>
    /// <exception cref="JsonException">A file ends within a row.</exception>
    public static RowCount Create(string folder, XoSimulator platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var session in platform.Sessions)
        {
            missing.Add(session.Id);
            missing.UnionWith(session.Messages.Select(static message => message.Id));
        }

        var (expected, found) = (missing.Count, new HashSet<string>(StringComparer.Ordinal));
        long doubled = 0;
        long strange = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories))
        {
            foreach (var id in ReadIds(file))
            {
                if (!found.Add(id))
                {
                    doubled++;
                }
                else if (!missing.Remove(id))
                {
                    strange++;
                }
            }
        }

        return new RowCount(expected, missing.Count, doubled, strange);
    }

    public static RowCount Complete(long rows) => new(rows, 0, 0, 0);

    private static List<string> ReadIds(string file)
    {
        var property = file.EndsWith(".sessions.jsonl", StringComparison.Ordinal) ? "sessionId"u8 : "_id"u8;
        var reader = new Utf8JsonReader(File.ReadAllBytes(file), Lines);
        var ids = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                var isId = reader.ValueTextEquals(property);
                reader.Read();
                if (isId)
                {
                    ids.Add(reader.GetString()!);
                }

                reader.Skip();
            }
        }

        return ids;
    }
}
