using System.Globalization;
using System.Text;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Reports;

/// <summary>Writes a report as Markdown, for people, with missing scopes first.</summary>
internal sealed class MarkdownReport
{
    private readonly StringBuilder _text = new();

    private MarkdownReport() { }

    public static string Write(ScopeReport report)
    {
        var writer = new MarkdownReport();
        writer.Line($"# Scopes of {Markdown.Text(report.Name)}");
        writer.Line(
            $"{Count(report.Projects.Count, "project")}, {Count(report.Apps.Count, "app")}, {Count(report.Calls.Count, "call")} of scoped APIs."
        );
        foreach (var app in report.Apps)
        {
            writer.App(app, report);
        }

        writer.Unbound(report);
        writer.Unknown(report.Unknown);
        writer.Libraries(report.Libraries);
        writer.Findings(report);
        return writer._text.ToString();
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Credential(string? kind) => string.IsNullOrEmpty(kind) ? "any" : Markdown.Word(kind);

    private void App(ReportedApp app, ScopeReport report)
    {
        Line($"## {Markdown.Text(app.Name)} ({Markdown.Text(app.File)})");
        List("Missing:", app.Missing.Select(Markdown.Scope));
        List("Granted, but not required:", app.Unused.Select(Markdown.Scope));
        var rows = ScopeRow.Of(app, report.Calls).ToList();
        if (rows.Count == 0)
        {
            Line("No call requires a scope.");
            return;
        }

        Table(
            "| scope | credential | state | calls |",
            rows.Select(static row =>
                $"| {Markdown.Code(row.Scope)}{Markdown.On(row.Resource)} | {Credential(row.Credential)} | {row.State} | {string.Join("<br>", row.Calls.Select(static call => $"{Markdown.Code(call.Member)} {Markdown.Text(call.Place)}"))} |"
            )
        );
    }

    private void Unbound(ScopeReport report)
    {
        var calls = report.Calls.Where(static call => call.Verdicts.Count == 0).ToList();
        if (calls.Count > 0)
        {
            Line("## Calls without a manifest");
            Table(
                "| call | place | requires |",
                calls.Select(static call => $"| {Markdown.Code(call.Member)} | {Markdown.Text(call.Place)} | {Needs(call)} |")
            );
        }
    }

    private static string Needs(ReportedCall call) =>
        call.Needs.Count == 0 || call.Needs.All(static need => need.Scopes.Count == 0)
            ? "nothing"
            : string.Join(
                " or ",
                call.Needs.Select(static need =>
                    string.Join(" and ", need.Scopes.Select(static scope => Markdown.Code(scope)))
                    + Markdown.On(need.Resource)
                    + (need.Credential is null ? "" : $" ({Markdown.Word(need.Credential)})")
                    + (need.IsConditional ? ", for some arguments" : "")
                )
            );

    private void Unknown(IReadOnlyList<ReportedPlace> unknown)
    {
        if (unknown.Count > 0)
        {
            Line("## Calls with unknown requirements");
            Table(
                "| call | place |",
                unknown.Select(static call =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {Markdown.Code(call.Member)} | {Markdown.Text(call.File)}:{call.Line} |"
                    )
                )
            );
        }
    }

    private void Libraries(IReadOnlyList<ReportedLibrary> libraries)
    {
        if (libraries.Count > 0)
        {
            Line("## Libraries without a manifest");
            Line("Declare what each library requires, so that the apps that reference it are checked:");
            foreach (var library in libraries)
            {
                Line($"{Markdown.Text(library.Project)}:");
                Line($"```csharp\n{string.Join('\n', Attributes(library.Needs))}\n```");
            }
        }
    }

    private static IEnumerable<string> Attributes(IEnumerable<ScopeOnCredential> needs) =>
        needs
            .GroupBy(static need => need.Resource, static need => Literal(need.Scope), StringComparer.Ordinal)
            .OrderBy(static scopes => scopes.Key, StringComparer.Ordinal)
            .Select(static scopes =>
                $"[assembly: UsesScopes({string.Join(", ", scopes)}{(scopes.Key is { } resource ? $", Resource = {Literal(resource)}" : "")})]"
            );

    private static string Literal(string scope) =>
        $"\"{ShownText.From(scope.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";

    private void Findings(ScopeReport report)
    {
        if (report.Findings.Count > 0)
        {
            Line("## Findings");
            Table(
                "| rule | place | message |",
                report.Findings.Select(static finding =>
                    $"| {finding.Rule.Id} | {Markdown.Text(finding.Place)} | {Markdown.Text(finding.Message)} |"
                )
            );
        }
    }

    private void List(string title, IEnumerable<string> items)
    {
        var lines = string.Join('\n', items.Select(static item => "- " + item));
        if (lines.Length > 0)
        {
            Line(title);
            Line(lines);
        }
    }

    private void Table(string head, IEnumerable<string> rows)
    {
        var columns = head.Count(static letter => letter == '|') - 1;
        Line($"{head}\n|{string.Concat(Enumerable.Repeat("---|", columns))}\n{string.Join('\n', rows)}");
    }

    // Appends a block, separated from the previous one by an empty line.
    private void Line(string block) => _text.Append(_text.Length == 0 ? "" : "\n").Append(block).Append('\n');
}
