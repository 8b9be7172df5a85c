using System.CommandLine;
using System.Text.Json.Nodes;
using KoreXo.Cli.Completion;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo completion</c>: prints the script by which a shell completes the tool's command lines.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong([.. CompletionScript.Shells]);
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("completion", "Print the script that completes korexo in a shell; run it from the shell's profile.")
        {
            shell,
            json,
        };
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var name = parsed.GetRequiredValue(shell);
                    var script = CompletionScript.Get(name);
                    var text = parsed.GetValue(json) ? JsonText.Write(new JsonObject { ["shell"] = name, ["script"] = script }) : script;
                    await CommandRun.WriteAsync(parsed, text, file: null, cancellationToken);
                    return ExitCodes.Success;
                }
            )
        );
        return command;
    }
}
