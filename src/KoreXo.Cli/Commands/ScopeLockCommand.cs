using System.CommandLine;
using KoreXo.Cli.Files;
using KoreXo.Cli.Locks;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Solutions;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes lock</c>: records which scope each app needs, and why, in a file that belongs to the repository.</summary>
internal static class ScopeLockCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var output = new Option<FileInfo?>("--output", "-o")
        {
            Description = $"Write to this file. Default: {LockBase.FileName} beside the target.",
        };
        var check = new Option<bool>("--check") { Description = "Change nothing; exit with 1 if the file is out of date." };
        var json = new Option<bool>("--json") { Description = "Write to standard output, and change no file." };
        var command = new Command(
            "lock",
            $"Record which scope each app requires, for which entry points and through which calls, in {LockBase.FileName}."
        )
        {
            output,
            check,
            json,
        };
        target.AddTo(command);
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    using var solution = await target.LoadAsync(parsed, cancellationToken);
                    var (_, needs) = await BuildAsync(solution, cancellationToken);
                    if (parsed.GetValue(json))
                    {
                        await CommandRun.WriteAsync(parsed, LockText.Write(needs), file: null, cancellationToken);
                        return ExitCodes.Success;
                    }

                    var path = parsed.GetValue(output)?.FullName ?? Path.Combine(solution.Folder, LockBase.FileName);
                    var text = LockText.Write(needs);
                    if (parsed.GetValue(check) && !await IsCurrentAsync(path, text, cancellationToken))
                    {
                        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{path} is out of date. Run korexo scopes lock.");
                        return ExitCodes.Found;
                    }

                    if (!parsed.GetValue(check))
                    {
                        await CommandRun.WriteFileAsync(path, text, cancellationToken);
                        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{path} is up to date.");
                    }

                    return ExitCodes.Success;
                }
            )
        );
        return command;
    }

    /// <summary>Analyzes a solution for its calls, and for what reaches them.</summary>
    public static async Task<(ScopeReport Report, ScopeLock Needs)> BuildAsync(LoadedSolution solution, CancellationToken cancellationToken)
    {
        var report = await CommandRun.WatchedAsync("Analyzing calls", () => ReportBuilder.BuildAsync(solution, cancellationToken));
        var why = await CommandRun.WatchedAsync("Following calls", () => WhyBuilder.BuildAsync(solution, cancellationToken));
        return (report, LockBuilder.Build(report, why));
    }

    // A checkout on Windows may have other line endings.
    private static async Task<bool> IsCurrentAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(path) && (await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n") == text;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {FileProblem.Describe(path, fault)}", fault);
        }
    }
}
