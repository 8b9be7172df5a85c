using System.CommandLine;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using Spectre.Console;

namespace KoreXo.Cli.Commands;

/// <summary>What every command does alike: faults to the standard error, results to the standard output or a file.</summary>
internal static class CommandRun
{
    /// <summary>Runs a command; what it cannot do is told in one message, with exit code 2.</summary>
    public static Func<ParseResult, CancellationToken, Task<int>> Guarded(Func<ParseResult, CancellationToken, Task<int>> run) =>
        async (parsed, cancellationToken) =>
        {
            try
            {
                return await run(parsed, cancellationToken);
            }
            catch (CommandException fault)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"korexo: {Lines(fault.Message)}");
                return ExitCodes.Failed;
            }
        };

    /// <summary>Runs something that takes a while; who watches sees what is going on, a log does not.</summary>
    public static Task<T> WatchedAsync<T>(string what, Func<Task<T>> run)
    {
        if (Console.IsErrorRedirected)
        {
            return run();
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().StartAsync(Markup.Escape(what), _ => run());
    }

    // A message may have several lines of ours, and quote manifests, documents and file names in them.
    private static string Lines(string message) => string.Join('\n', message.ReplaceLineEndings("\n").Split('\n').Select(ShownText.From));

    /// <summary>Tells whether somebody reads the standard output on a terminal.</summary>
    public static bool IsOnTerminal(ParseResult parsed) =>
        !Console.IsOutputRedirected && ReferenceEquals(parsed.InvocationConfiguration.Output, Console.Out);

    public static async Task WriteAsync(ParseResult parsed, string text, FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(text.AsMemory(), cancellationToken);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be written: {fault.Message}", fault);
        }
    }
}
