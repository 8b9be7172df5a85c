using System.Text.Json;
using KoreXo.Simulator;

namespace AnalyticsExport;

/// <summary>Compares the content of the files with what exists.</summary>
internal sealed record Tally(long Exported, long Expected, long Lost, long Duplicated)
{
    public bool IsGood => Lost == 0 && Duplicated == 0 && Exported == Expected;

    /// <summary>Compares with the simulator's data, item by item.</summary>
    public static Tally Of(string folder, XoSimulator platform)
    {
        var (found, duplicated) = Read(folder);
        var expected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var session in platform.Sessions)
        {
            expected.Add($"session {session.Id}");
            expected.UnionWith(session.Messages.Select(static message => $"message {message.Id}"));
        }

        // Items that the platform does not have add to the exported number, so that it differs from the expected one.
        var good = found.Count(expected.Contains);
        return new Tally(good + (found.Count - good), expected.Count, expected.Count - good, duplicated);
    }

    /// <summary>Compares with the totals that the platform reported.</summary>
    public static Tally Of(string folder, long announced)
    {
        var (found, duplicated) = Read(folder);
        return new Tally(found.Count, announced, Math.Max(0, announced - found.Count), duplicated);
    }

    public override string ToString() => $"exported {Exported} of {Expected}, lost {Lost}, duplicated {Duplicated}";

    private static (HashSet<string> Found, long Duplicated) Read(string folder)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        long duplicated = 0;
        foreach (
            var (path, kind, id) in new[]
            {
                (Export.SessionsPath(folder), "session", "sessionId"),
                (Export.MessagesPath(folder), "message", "_id"),
            }
        )
        {
            foreach (var line in File.ReadLines(path))
            {
                using var json = JsonDocument.Parse(line);
                duplicated += found.Add($"{kind} {json.RootElement.GetProperty(id).GetString()}") ? 0 : 1;
            }
        }

        return (found, duplicated);
    }
}
