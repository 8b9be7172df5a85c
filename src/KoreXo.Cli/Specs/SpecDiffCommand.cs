using System.CommandLine;
using KoreXo.Cli.Commands;
using KoreXo.Cli.Specs.Comparing;
using KoreXo.Cli.Specs.Reports;
using Spectre.Console;

namespace KoreXo.Cli.Specs;

/// <summary><c>korexo spec diff</c>: what a new version of a document does to scopes and to the generated C# API.</summary>
internal static class SpecDiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("old") { Description = "The old document, or a folder of *.openapi.yaml and *.openapi.json." };
        var @new = new Argument<string>("new") { Description = "The new document, or a folder; documents are paired by their file names." };
        var json = new Option<bool>("--json") { Description = "Writes JSON instead of Markdown." };
        var output = new Option<FileInfo?>("--output") { Description = "Writes to this file instead of the console." };
        var check = new Option<bool>("--check") { Description = "Ends with 1 when a change is breaking, or changes scopes." };
        var command = new Command("diff", "Compares two versions of OpenAPI documents: operations, parameters, fields, values, scopes, limits, jobs and pages, and what each change does to the generated C# API.")
        {
            old, @new, json, output, check,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new), parsed.GetValue(json), parsed.GetValue(output), parsed.GetValue(check), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string old, string @new, bool json, FileInfo? output, bool check, CancellationToken cancellationToken)
    {
        SpecDiff diff;
        try
        {
            diff = await SpecDiff.CompareAsync(old, @new, Console.Error, cancellationToken);
            await WriteAsync(diff, json, output, cancellationToken);
        }
        catch (CommandException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Failed;
        }

        return check && (diff.IsBreaking || diff.ChangesScopes) ? ExitCodes.Found : ExitCodes.Success;
    }

    private static async Task WriteAsync(SpecDiff diff, bool json, FileInfo? output, CancellationToken cancellationToken)
    {
        if (output is null && !json && !Console.IsOutputRedirected)
        {
            TableReport.Write(AnsiConsole.Console, diff);
            return;
        }

        var text = json ? JsonReport.Write(diff) : MarkdownReport.Write(diff);
        if (output is null)
        {
            await Console.Out.WriteAsync(text.AsMemory(), cancellationToken);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(output.FullName, text, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{output}' cannot be written: {fault.Message}", fault);
        }
    }
}
