using System.Text;
using System.Text.RegularExpressions;

namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>
/// Reads <c>cases.md</c>, the contract of the analyzers, and the other files, the same for its corners.
/// </summary>
public static partial class CaseFile
{
    private static readonly Lazy<(IReadOnlyList<Fence> Shared, IReadOnlyList<Case> Cases)> Content = new(Read);

    public static IEnumerable<string> Files { get; } =
        new[] { "cases.md", "more-cases.md", "hard-cases.md", "guard-cases.md", "resource-cases.md" }.Select(static name =>
            Path.Combine(AppContext.BaseDirectory, "Cases", name)
        );

    public static IReadOnlyList<Case> Cases => Content.Value.Cases;

    /// <summary>Gets the stand-in SDK.</summary>
    public static string Prelude => Shared("prelude");

    public static string GlobalUsings => Shared("globals");

    private static string Shared(string name) => Content.Value.Shared.Single(fence => fence.Settings.ContainsKey(name)).Text;

    private static (IReadOnlyList<Fence> Shared, IReadOnlyList<Case> Cases) Read()
    {
        var shared = new List<Fence>();
        var cases = new List<Case>();
        var fences = shared;
        var lines = Files.SelectMany(File.ReadAllLines).ToArray();
        for (var at = 0; at < lines.Length; at++)
        {
            if (Heading().Match(lines[at]) is { Success: true } heading)
            {
                fences = [];
                cases.Add(new Case(heading.Groups["id"].Value, heading.Groups["title"].Value, fences));
            }
            else if (lines[at].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "```", at + 1);
                fences.Add(Parse(lines[at][3..], lines[(at + 1)..end]));
                at = end;
            }
        }

        return (shared, cases);
    }

    private static Fence Parse(string head, string[] lines)
    {
        var words = Setting().Matches(head).Select(static match => match.Value).ToList();
        var settings = words
            .Skip(1)
            .Select(static word => word.Split('=', 2))
            .ToDictionary(static pair => pair[0], static pair => pair.Length > 1 ? pair[1].Trim('"') : "", StringComparer.Ordinal);
        var text = new StringBuilder().AppendJoin('\n', lines).Append(settings.ContainsKey("noeof") ? "" : "\n");
        return new Fence(words[0], settings, text.ToString());
    }

    [GeneratedRegex(@"^### (?<id>SC-\S+) — (?<title>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\s=]+(=(""[^""]*""|\S+))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}
