using System.Text;
using KoreXo.Analyzers.Manifests;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Rules;

/// <summary>The page of a rule from docs/rules; all pages are embedded in the tool.</summary>
/// <param name="Id">The id, such as <c>KXO1001</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Severity">The default severity.</param>
/// <param name="Text">The whole page, in Markdown.</param>
internal sealed record RulePage(string Id, string Title, string Severity, string Text)
{
    private const string Prefix = "KXO";

    private const string SeverityLabel = "Severity: ";

    /// <summary>Gets all pages, by id.</summary>
    public static IReadOnlyList<RulePage> All { get; } =
    [
        .. typeof(RulePage)
            .Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static name => Parse(Path.GetFileNameWithoutExtension(name), Read(name))),
    ];

    /// <summary>Gets the page of a rule. The id is case-insensitive, and its letters can be omitted.</summary>
    /// <exception cref="CommandException">There is no such rule.</exception>
    public static RulePage Get(string id)
    {
        var full = id.Length > 0 && id.All(char.IsAsciiDigit) ? Prefix + id : id;
        if (All.FirstOrDefault(page => string.Equals(page.Id, full, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return found;
        }

        var suggestion = NameSuggestion.For(full, All.Select(static page => page.Id));
        throw new CommandException(
            $"There is no rule '{id}'{(suggestion.Length == 0 ? "." : suggestion)} 'korexo explain --list' lists all rules."
        );
    }

    private static RulePage Parse(string id, string text)
    {
        var lines = text.Split('\n');
        var severity = lines.First(static line => line.StartsWith(SeverityLabel, StringComparison.Ordinal))[SeverityLabel.Length..];
        return new RulePage(id, lines[0][$"# {id}: ".Length..], severity[..severity.IndexOf('.', StringComparison.Ordinal)], text);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(RulePage).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
