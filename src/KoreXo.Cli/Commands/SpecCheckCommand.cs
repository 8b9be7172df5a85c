using System.CommandLine;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs.Checking;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo spec check</c>: checks whether another OpenAPI reader understands a document as the generator does.</summary>
internal static class SpecCheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The document, in JSON or YAML." };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of Markdown." };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "Write to this file instead of standard output." };
        var command = new Command(
            "check",
            "Read a document as the generator does and as NSwag does; exit with 1 if the two disagree without a known reason."
        )
        {
            file,
            json,
            output,
        };
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var check = await SpecCheck.RunAsync(parsed.GetRequiredValue(file), cancellationToken);
                    var text = parsed.GetValue(json) ? CheckJson.Write(check) : CheckMarkdown.Write(check);
                    await CommandRun.WriteAsync(parsed, text, parsed.GetValue(output), cancellationToken);
                    return check.Unexplained.Any() ? ExitCodes.Found : ExitCodes.Success;
                }
            )
        );
        return command;
    }
}
