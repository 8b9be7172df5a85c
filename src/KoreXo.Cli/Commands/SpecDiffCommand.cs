using System.CommandLine;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs.Comparing;
using Spectre.Console;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo spec diff</c>: reports what a new version of a document changes in scopes and in the generated C# API.</summary>
internal static class SpecDiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("old")
        {
            Description = "The old document, or a folder of *.openapi.yaml, *.openapi.yml and *.openapi.json.",
        };
        var @new = new Argument<string>("new")
        {
            Description = "The new document, or a folder. The documents of two folders are paired by their file names.",
        };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of Markdown." };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "Write to this file instead of standard output." };
        var check = new Option<bool>("--check") { Description = "Exit with 1 when a change is breaking or changes scopes." };
        var overlays = new Option<string[]>("--overlay")
        {
            Description = "A file of changes (OpenAPI Overlay) that is applied to both versions first; can be given more than once.",
        };
        var command = new Command("diff", "Report what a new version of a document changes in scopes and in the generated C# API.")
        {
            old,
            @new,
            json,
            output,
            check,
            overlays,
        };
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var diff = await SpecDiff.CompareAsync(
                        parsed.GetRequiredValue(old),
                        parsed.GetRequiredValue(@new),
                        parsed.GetValue(overlays) ?? [],
                        parsed.InvocationConfiguration.Error,
                        cancellationToken
                    );
                    await WriteAsync(parsed, diff, parsed.GetValue(json), parsed.GetValue(output), cancellationToken);
                    return parsed.GetValue(check) && (diff.IsBreaking || diff.ChangesScopes) ? ExitCodes.Found : ExitCodes.Success;
                }
            )
        );
        return command;
    }

    private static Task WriteAsync(ParseResult parsed, SpecDiff diff, bool json, FileInfo? output, CancellationToken cancellationToken)
    {
        if (output is null && !json && CommandRun.IsOnTerminal(parsed))
        {
            DiffTable.Write(AnsiConsole.Console, diff);
            return Task.CompletedTask;
        }

        return CommandRun.WriteAsync(parsed, json ? DiffJson.Write(diff) : DiffMarkdown.Write(diff), output, cancellationToken);
    }
}
