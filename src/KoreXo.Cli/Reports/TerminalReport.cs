using System.Globalization;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Scopes;
using Spectre.Console;

namespace KoreXo.Cli.Reports;

/// <summary>Shows a report on a terminal: a table for each app, then the findings.</summary>
internal static class TerminalReport
{
    public static void Write(ScopeReport report, IAnsiConsole console)
    {
        foreach (var app in report.Apps)
        {
            var table = new Table { Title = new TableTitle(Markup.Escape(ShownText.From($"{app.Name} ({app.File})"))) };
            table.AddColumns("scope", "credential", "state", "calls");
            foreach (var row in ScopeRow.Of(app, report.Calls))
            {
                var calls = string.Join('\n', row.Calls.Select(static call => ShownText.From($"{call.Member} {call.Place}")));
                table.AddRow(
                    new Text(ShownText.From(row.Scope + ResourceScope.On(row.Resource))),
                    new Text(ShownText.From(row.Credential ?? "any")),
                    State(row.State),
                    new Text(calls)
                );
            }

            console.Write(table);
        }

        foreach (var call in report.Calls.Where(static call => call.Verdicts.Count == 0))
        {
            console.MarkupLineInterpolated($"No manifest: {ShownText.From(call.Member)} {ShownText.From(call.Place)}");
        }

        foreach (var call in report.Unknown)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"Unknown requirement: {ShownText.From(call.Member)} {ShownText.From(call.File)}:{call.Line}"
            );
        }

        foreach (var finding in report.Findings)
        {
            console.MarkupLineInterpolated(
                $"[yellow]{finding.Rule.Id}[/] {ShownText.From(finding.Place)} {ShownText.From(finding.Message)}"
            );
        }
    }

    private static Text State(string state) =>
        state.StartsWith("**", StringComparison.Ordinal)
            ? new Text(state.Trim('*'), new Style(Color.Red, decoration: Decoration.Bold))
            : new Text(state);
}
