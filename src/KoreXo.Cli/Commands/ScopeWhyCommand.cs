using System.CommandLine;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Why;
using Spectre.Console;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes why</c>: reports which entry point needs which scope, and through which calls.</summary>
internal static class ScopeWhyCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var scope = new Option<string?>("--scope") { Description = "Report only what requires this scope." };
        var entry = new Option<string?>("--entry") { Description = "Report only entry points whose name contains this string." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var sarif = new Option<bool>("--sarif") { Description = "Write SARIF 2.1.0, with the path to each call as a code flow." };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "Write to this file instead of standard output." };
        var command = new Command(
            "why",
            "Report which entry point requires which scope, and the shortest path to each call; by default as Markdown, or as trees on a terminal."
        )
        {
            scope,
            entry,
            json,
            sarif,
            output,
        };
        target.AddTo(command);
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var (asJson, asSarif) = (parsed.GetValue(json), parsed.GetValue(sarif));
                    if (asJson && asSarif)
                    {
                        throw new CommandException("--json and --sarif cannot be combined.");
                    }

                    using var solution = await target.LoadAsync(parsed, cancellationToken);
                    var whole = await CommandRun.WatchedAsync("Analyzing calls", () => WhyBuilder.BuildAsync(solution, cancellationToken));
                    var report = WhyFilter.Apply(whole, parsed.GetValue(scope), parsed.GetValue(entry));
                    if (parsed.GetValue(output) is null && !asJson && !asSarif && CommandRun.IsOnTerminal(parsed))
                    {
                        WhyTree.Write(report, AnsiConsole.Console);
                        return ExitCodes.Success;
                    }

                    var text =
                        asJson ? WhyJson.Write(report)
                        : asSarif ? WhySarif.Write(report)
                        : WhyMarkdown.Write(report);
                    await CommandRun.WriteAsync(parsed, text, parsed.GetValue(output), cancellationToken);
                    return ExitCodes.Success;
                }
            )
        );
        return command;
    }
}
