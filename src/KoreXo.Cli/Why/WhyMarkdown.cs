using System.Text;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Why;

/// <summary>Writes the report as Markdown: a section for each entry point, followed by what none of them reaches.</summary>
internal static class WhyMarkdown
{
    public static string Write(WhyReport report)
    {
        var text = new StringBuilder($"# Why {Markdown.Text(report.Name)} requires its scopes\n");
        if (report.Entries.Count == 0)
        {
            text.Append("\nNo entry point reaches a scoped call.\n");
        }

        foreach (var entry in report.Entries)
        {
            text.Append($"\n## {Markdown.Text(entry.Title)}\n\n");
            text.Append($"{WhyText.Kind(entry.Kind)} of {Markdown.Text(entry.Project)}");
            text.Append(entry.Place is null ? ".\n" : $", {Markdown.Text(entry.Place.ToString())}.\n");
            Scopes(text, entry.Scopes);
            Table(text, "| call | requires | path |", entry.Calls.Select(Row));
            Table(
                text,
                "| cannot be analyzed | declares | path |",
                entry.Unknown.Select(static use =>
                    $"| {Markdown.Text(use.Reason)} {Markdown.Text(use.Place.ToString())} | {Declared(use.Scopes)} | {Chain(use.Chain)} |"
                )
            );
        }

        if (report.Unreached.Count > 0)
        {
            text.Append("\n## Not reached from any entry point\n");
            Table(text, "| call | requires | path |", report.Unreached.Select(Row));
        }

        return text.ToString();
    }

    private static string Row(WhyCall call) =>
        $"| {Markdown.Code(call.Member)} {Markdown.Text(call.Place.ToString())} | {Needs(call.Needs)} | {Chain(call.Chain)} |";

    private static void Scopes(StringBuilder text, IReadOnlyList<ScopeOnCredential> scopes)
    {
        text.Append(scopes.Count == 0 ? "" : "\n");
        foreach (var scope in scopes)
        {
            text.Append($"- {Markdown.Scope(scope)}\n");
        }
    }

    private static string Needs(IReadOnlyList<ReportedNeed> needs) =>
        needs.Count == 0
            ? "nothing"
            : string.Join(
                " or ",
                needs.Select(static need =>
                    string.Join(" and ", need.Scopes.Select(Markdown.Code))
                    + Markdown.On(need.Resource)
                    + (need.Credential is null ? "" : $" ({Markdown.Word(need.Credential)})")
                    + (need.IsConditional ? ", for some arguments" : "")
                )
            );

    private static string Declared(IReadOnlyList<ScopeOnCredential> scopes) =>
        scopes.Count == 0 ? "nothing" : string.Join(", ", scopes.Select(Markdown.Scope));

    private static string Chain(IReadOnlyList<WhyStep> chain) =>
        string.Join(
            "<br>",
            chain.Select(static step => $"{Markdown.Code(step.Function)} {Markdown.Text(step.Place?.ToString() ?? "")}".TrimEnd())
        );

    private static void Table(StringBuilder text, string head, IEnumerable<string> rows)
    {
        var lines = rows.ToList();
        if (lines.Count > 0)
        {
            text.Append($"\n{head}\n|---|---|---|\n").AppendJoin('\n', lines).Append('\n');
        }
    }
}
