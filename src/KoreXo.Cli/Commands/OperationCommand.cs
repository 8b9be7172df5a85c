using System.CommandLine;
using KoreXo.Cli.Calls.Arguments;
using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Calls.Help;
using KoreXo.Cli.Calls.Requests;
using KoreXo.Cli.Calls.Running;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Commands;

/// <summary>The command of one operation: an option for each argument.</summary>
internal static class OperationCommand
{
    public static Command Create(CallOperation operation, CallOptionSet common)
    {
        var command = new Command(operation.Name, HelpText.FirstSentence(operation.Model.Summary)) { TreatUnmatchedTokensAsErrors = false };
        var options = Parts.Create(operation);
        foreach (var option in options.All.Concat(common.Of(operation)))
        {
            command.Options.Add(option);
        }

        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    if (common.WantsHelp(parsed))
                    {
                        await parsed.InvocationConfiguration.Output.WriteAsync(
                            OperationHelp.Write(operation, common.Of(operation).Concat(common.Common))
                        );
                        return ExitCodes.Success;
                    }

                    return await RunAsync(parsed, operation, options, common, cancellationToken);
                }
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed,
        CallOperation operation,
        Parts options,
        CallOptionSet common,
        CancellationToken cancellationToken
    )
    {
        var settings = common.Read(parsed);
        var names = common.Of(operation).Concat(common.Common).Select(static option => option.Name).Append(options.Body?.Name ?? "--help");
        try
        {
            var input = settings.Resume is null
                ? await new CallInputReader(operation, [.. names]).ReadAsync(options.Read(parsed), cancellationToken)
                : null;
            return await new CallRun(
                operation,
                settings,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            ).RunAsync(input, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    /// <summary>The options of the arguments, and that of the body.</summary>
    private sealed record Parts(IReadOnlyList<(CallArgument Argument, Option<string[]> Option)> Arguments, Option<string[]>? Body)
    {
        public IEnumerable<Option> All => Arguments.Select(static part => part.Option).Concat(Body is null ? [] : [Body]);

        public static Parts Create(CallOperation operation) =>
            new(
                [.. operation.Arguments.Select(argument => (argument, Argument(argument, operation)))],
                operation.Model.Body is null
                    ? null
                    : new Option<string[]>("--body") { Description = "The whole body.", Arity = ArgumentArity.ZeroOrMore }
            );

        public GivenArguments Read(ParseResult parsed) =>
            new(
                [
                    .. Arguments
                        .Select(part => (part.Argument, Texts: Texts(parsed, part.Option)))
                        .Where(static part => part.Texts.Count > 0),
                ],
                Body is null ? [] : Texts(parsed, Body),
                parsed.UnmatchedTokens
            );

        private static Option<string[]> Argument(CallArgument argument, CallOperation operation)
        {
            var option = new Option<string[]>(argument.Option, argument.Alias is { } alias ? [alias] : [])
            {
                Description = HelpText.Plain(argument.Description),
                Arity = ArgumentArity.ZeroOrMore,
            };
            option.CompletionSources.Add([.. TypeWords.Known(argument.Type, operation.Document.Context)]);
            return option;
        }

        // An option may be given more often than it has values: "--flag", or one whose value was forgotten.
        private static List<string?> Texts(ParseResult parsed, Option option)
        {
            if (parsed.GetResult(option) is not { Implicit: false } result)
            {
                return [];
            }

            var texts = result.Tokens.Select(static token => (string?)token.Value).ToList();
            texts.AddRange(Enumerable.Repeat<string?>(null, Math.Max(0, result.IdentifierTokenCount - texts.Count)));
            return texts;
        }
    }
}
