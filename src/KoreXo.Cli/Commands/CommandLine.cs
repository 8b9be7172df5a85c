using System.CommandLine;
using System.CommandLine.Invocation;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Commands;

/// <summary>Runs a command line, from its words to its exit code.</summary>
internal static class CommandLine
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> words,
        InvocationConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        // The default handler ends with 1, which means that a check has found something.
        configuration.EnableDefaultExceptionHandler = false;
        try
        {
            var parsed = RootCommands.Parse(words);
            if (parsed.Action is ParseErrorAction)
            {
                await configuration.Error.WriteAsync(UsageError.Describe(parsed));
                return ExitCodes.Failed;
            }

            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (IOException error)
        {
            // Files are dealt with where they are used; what is left is standard output, such as one that leads to a full disk.
            await configuration.Error.WriteLineAsync($"korexo: {ShownText.From(error.Message)}");
            return ExitCodes.Failed;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await configuration.Error.WriteLineAsync($"korexo: unexpected error, please report it: {error}");
            return ExitCodes.Failed;
        }
    }
}
