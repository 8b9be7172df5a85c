using KoreXo.Cli.Reports;
using KoreXo.Cli.Tests.Why;
using KoreXo.Cli.Why;
using Spectre.Console;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>The reports as a terminal without colors shows them.</summary>
public sealed class TerminalReportTests
{
    [Fact]
    public void Each_app_is_a_table_and_the_rest_a_line_each()
    {
        var shown = Show(console => TerminalReport.Write(ReportedSolution.Report, console));

        Assert.Equal(
            """
            bot (src/App/bot.scopes.json)
            ┌──────────────────────────┬────────────┬─────────────┬───────────────────────────────────────┐
            │ scope                    │ credential │ state       │ calls                                 │
            ├──────────────────────────┼────────────┼─────────────┼───────────────────────────────────────┤
            │ admin                    │ any        │ not granted │ ITables.PutAsync src/App/Program.cs:9 │
            │ files:read               │ platform   │ granted     │ IFiles.GetAsync src/App/Program.cs:7  │
            │ rows:read on 'Contacts'  │ data       │ granted     │ ITables.PutAsync src/App/Program.cs:9 │
            │ rows:write on 'Contacts' │ data       │ missing     │ ITables.PutAsync src/App/Program.cs:9 │
            └──────────────────────────┴────────────┴─────────────┴───────────────────────────────────────┘
            idle (src/Idle/idle.scopes.json)
            ┌───────┬────────────┬───────┬───────┐
            │ scope │ credential │ state │ calls │
            └───────┴────────────┴───────┴───────┘
            No manifest: IFiles.DeleteAsync src/Lib/Lib.cs:3
            Unknown requirement: ILegacy.RunAsync src/App/Old.cs:12
            KXO1001 src/App/Program.cs:9 'ITables.PutAsync' needs 'rows:write'
            KXO1020  App 'bot' holds 'users:*' | <nothing> needs it

            """.ReplaceLineEndings("\n"),
            shown
        );
    }

    [Fact]
    public void Names_with_markup_of_the_console_are_shown_as_they_are()
    {
        var report = ReportedSolution.Empty with
        {
            Apps = [new("[red]bot[/]", "a.json", [], [], [])],
            Unknown = [new("[link=http://x]M[/]", "[b].cs", 1)],
        };

        var shown = Show(console => TerminalReport.Write(report, console));

        Assert.Contains("[red]bot[/] (a.json)", shown, StringComparison.Ordinal);
        Assert.Contains("Unknown requirement: [link=http://x]M[/] [b].cs:1\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_entry_point_is_a_tree_with_the_calls_at_its_leaves() =>
        Assert.Equal(
            """
            Route GET /rows/{id} src/App/Program.cs:3
            ├── lambda in top-level statements src/App/Program.cs:3
            │   └── Rows.Put src/App/Rows.cs:8
            │       └── ITables.PutAsync requires rows:write and rows:read on Contacts (data) or admin, for some arguments src/App/Rows.cs:8
            └── lambda in top-level statements src/App/Program.cs:4
                └── Vendor.Run: declares mail:send on Inbox src/App/Program.cs:4
            Test Tests.Works
            └── reflection: unknown requirement tests/Tests.cs:5
            Not reached from any entry point: IFiles.DeleteAsync requires nothing src/Lib/Lib.cs:3

            """.ReplaceLineEndings("\n"),
            Show(console => WhyTree.Write(ReportedReasons.Report, console))
        );

    private static string Show(Action<IAnsiConsole> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = 200;
        console.Profile.Capabilities.Unicode = true;
        write(console);
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").Split('\n').Select(Line));

        // Titles are centered over the table.
        static string Line(string line) => line.Contains(".json", StringComparison.Ordinal) ? line.Trim() : line.TrimEnd();
    }
}
