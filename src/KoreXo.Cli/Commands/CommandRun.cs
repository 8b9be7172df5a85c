using System.CommandLine;
using System.Text;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using Spectre.Console;

namespace KoreXo.Cli.Commands;

/// <summary>What all commands share: errors go to standard error, results to standard output or a file.</summary>
internal static class CommandRun
{
    /// <summary>
    /// Wraps a command so that a <see cref="CommandException"/> is reported as one message, with exit code 2, and Ctrl+C ends it with 130.
    /// </summary>
    public static Func<ParseResult, CancellationToken, Task<int>> Guarded(Func<ParseResult, CancellationToken, Task<int>> run) =>
        async (parsed, cancellationToken) =>
        {
            // Ctrl+C is handled once this has returned a task, so what blocks first must not be done before.
            await Task.Yield();
            try
            {
                return await run(parsed, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCodes.Interrupted;
            }
            catch (CommandException exception)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"korexo: {Lines(exception.Message)}");
                return ExitCodes.Failed;
            }
        };

    // The spinner goes to standard error, because standard output belongs to the result: "korexo scopes report --json | jq" must get
    // nothing but JSON, also while somebody watches.
    /// <summary>Runs something that takes a while, with a spinner on a terminal and no output in a log.</summary>
    public static Task<T> WatchedAsync<T>(string what, Func<Task<T>> run)
    {
        if (Console.IsErrorRedirected)
        {
            return run();
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().StartAsync(Markup.Escape(what), _ => run());
    }

    // A message may span several lines of its own and quote manifests, documents and file names in them, so each line is escaped
    // separately.
    private static string Lines(string message) => string.Join('\n', message.ReplaceLineEndings("\n").Split('\n').Select(ShownText.From));

    /// <summary>Returns whether standard output is a terminal.</summary>
    public static bool IsOnTerminal(ParseResult parsed) =>
        !Console.IsOutputRedirected && ReferenceEquals(parsed.InvocationConfiguration.Output, Console.Out);

    /// <summary>Writes a file of the repository, so that it is never half written.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static async Task WriteFileAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await WholeFile.WriteAsync(path, Encoding.UTF8.GetBytes(text), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {FileProblem.Describe(path, exception)}", exception);
        }
    }

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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be written: {FileProblem.Describe(file.FullName, exception)}", exception);
        }
    }
}
