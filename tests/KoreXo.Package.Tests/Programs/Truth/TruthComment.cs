using System.Text.RegularExpressions;

namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>
/// What a comment in a program says must be found at its line, or, if it stands alone, at the next line of code: <c>// KXO1001 Debug Logs
/// (platform)</c> for a diagnostic, <c>// why: Debug Logs (platform)</c> for what an entry point needs, and <c>// unreached: …</c> for a
/// call that no entry point reaches.
/// </summary>
/// <param name="Place">The folder, file and line.</param>
/// <param name="Kind">The id of the diagnostic, <c>why</c> or <c>unreached</c>.</param>
/// <param name="Text">The scopes.</param>
internal sealed partial record TruthComment(string Place, string Kind, string Text)
{
    /// <summary>Reads the comments of all files in a folder.</summary>
    public static IReadOnlyList<TruthComment> Read(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(static file => Path.GetExtension(file) is ".cs" or ".json")
                .SelectMany(file => Read(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllLines(file))),
        ];

    private static IEnumerable<TruthComment> Read(string file, string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (Comment().Match(lines[at]) is not { Success: true } match)
            {
                continue;
            }

            var line = at;
            while (IsBeforeCode(lines[line]))
            {
                line++;
            }

            var place = FormattableString.Invariant($"{file}:{line + 1}");
            foreach (var text in match.Groups["text"].Value.Split(';', StringSplitOptions.TrimEntries))
            {
                yield return new TruthComment(place, match.Groups["kind"].Value, text);
            }
        }
    }

    private static bool IsBeforeCode(string line) =>
        line.TrimStart() is var code && (code.StartsWith("//", StringComparison.Ordinal) || code.StartsWith('['));

    [GeneratedRegex(
        "// (?<kind>KXO1[0-9]{3}|why|unreached):? ?(?<text>.*)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Comment();
}
