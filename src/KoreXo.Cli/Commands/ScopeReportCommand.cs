using System.CommandLine;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;
using Spectre.Console;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes report</c>: reports which call needs which scope, and which credential holds or lacks it.</summary>
internal static class ScopeReportCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var sarif = new Option<bool>("--sarif") { Description = "Write SARIF 2.1.0." };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "Write to this file instead of standard output." };
        var check = new Option<bool>("--check") { Description = "Exit with 1 if anything is missing, unused, unknown or unreadable." };
        var command = new Command(
            "report",
            "Report which call needs which scope, and which credential holds or lacks it; by default as Markdown, or tables on a terminal."
        )
        {
            json,
            sarif,
            output,
            check,
        };
        target.AddTo(command);
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    if (parsed.GetValue(json) && parsed.GetValue(sarif))
                    {
                        throw new CommandException("--json and --sarif cannot be combined.");
                    }

                    using var solution = await target.LoadAsync(parsed, cancellationToken);
                    var report = await CommandRun.WatchedAsync(
                        "Analyzing calls",
                        () => ReportBuilder.BuildAsync(solution, cancellationToken)
                    );
                    var text = parsed switch
                    {
                        _ when parsed.GetValue(json) => JsonReport.Write(report),
                        _ when parsed.GetValue(sarif) => SarifReport.Write(report),
                        _ => MarkdownReport.Write(report),
                    };
                    if (
                        parsed.GetValue(output) is null
                        && CommandRun.IsOnTerminal(parsed)
                        && !parsed.GetValue(json)
                        && !parsed.GetValue(sarif)
                    )
                    {
                        TerminalReport.Write(report, AnsiConsole.Console);
                    }
                    else
                    {
                        await CommandRun.WriteAsync(parsed, text, parsed.GetValue(output), cancellationToken);
                    }

                    return parsed.GetValue(check) && report.HasFaults ? ExitCodes.Found : ExitCodes.Success;
                }
            )
        );
        return command;
    }
}
