using System.Text;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>Writes changes as Markdown, to read in a pull request.</summary>
internal static class DiffMarkdown
{
    public static string Write(SpecDiff diff)
    {
        var text = new StringBuilder();
        text.Append($"# API changes\n\nFrom {Say.Code(diff.Old)} to {Say.Code(diff.New)}: {Summary(diff)}\n");
        foreach (var document in diff.Changes.GroupBy(static change => change.Document, StringComparer.Ordinal))
        {
            text.Append($"\n## {Markdown.Text(document.Key)}\n");
            Section(text, "Breaking", document.Where(static change => change.IsBreaking));
            Section(text, "Not breaking", document.Where(static change => !change.IsBreaking));
        }

        return text.ToString();
    }

    /// <summary>Summarizes the changes in a sentence.</summary>
    public static string Summary(SpecDiff diff)
    {
        if (diff.Version is null)
        {
            return "no changes.";
        }

        var breaking = diff.Changes.Count(static change => change.IsBreaking);
        var scopes = diff.Changes.Count(static change => change.IsScopeChange);
        var all = diff.Changes.Count == 1 ? "1 change" : $"{diff.Changes.Count} changes";
        return $"{all}, {breaking} breaking, {scopes} of scopes. The next version is a **{diff.Version}** one.";
    }

    public static string Label(Impact impact) =>
        impact switch
        {
            Impact.Source => "breaks source",
            Impact.Binary => "breaks binaries",
            Impact.Behavior => "breaks behavior",
            Impact.Addition => "adds",
            _ => "same API",
        };

    private static void Section(StringBuilder text, string title, IEnumerable<SpecChange> changes)
    {
        var items = changes.ToList();
        if (items.Count == 0)
        {
            return;
        }

        text.Append($"\n### {title}\n\n");
        foreach (var change in items)
        {
            var place = change.Place is { } at ? $" (line {at.Line})" : "";
            text.Append(
                $"- {Say.Code(change.Subject)}: {change.What}{place}\n  **{Label(change.Impact)}{(change.IsScopeChange ? ", scopes" : "")}:** {change.Effect}\n"
            );
        }
    }
}
