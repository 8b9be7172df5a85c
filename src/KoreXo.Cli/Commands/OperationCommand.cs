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
        var given = options.Read(parsed);
        var names = common.Of(operation).Concat(common.Common).Select(static option => option.Name).Append(options.Body?.Name ?? "--help");
        var reader = new CallInputReader(operation, [.. names]);
        if (settings.Resume is not null)
        {
            // The arguments of the job are those with which it was started.
            reader.DemandKnown(given.Unknown);
        }

        var input = settings.Resume is null ? await reader.ReadAsync(given, cancellationToken) : null;
        return await new CallRun(operation, settings, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error).RunAsync(
            input,
            cancellationToken
        );
    }

    /// <summary>The options of the arguments, each by the name of code and by that on the wire, and the option of the body.</summary>
    private sealed record Parts(IReadOnlyList<(CallArgument Argument, Option<string[]>[] Options)> Arguments, Option<string[]>? Body)
    {
        public IEnumerable<Option> All => Arguments.SelectMany(static part => part.Options).Concat(Body is null ? [] : [Body]);

        public static Parts Create(CallOperation operation) =>
            new(
                [.. operation.Arguments.Select(argument => (argument, Options(argument, operation).ToArray()))],
                operation.Model.Body is null
                    ? null
                    : new Option<string[]>("--body") { Description = "The whole body.", Arity = ArgumentArity.ZeroOrMore }
            );

        public GivenArguments Read(ParseResult parsed) =>
            new(
                [
                    .. Arguments
                        .Select(part => (part.Argument, Texts: part.Options.SelectMany(option => Texts(parsed, option)).ToList()))
                        .Where(static part => part.Texts.Count > 0),
                ],
                Body is null ? [] : Texts(parsed, Body),
                parsed.UnmatchedTokens
            );

        private static IEnumerable<Option<string[]>> Options(CallArgument argument, CallOperation operation)
        {
            yield return Option(argument, operation, argument.Option, argument.Alias is { } alias ? [alias] : []);
            if (argument.WireOption is { } wire)
            {
                var option = Option(argument, operation, wire, []);
                option.Hidden = true;
                yield return option;
            }
        }

        private static Option<string[]> Option(CallArgument argument, CallOperation operation, string name, string[] aliases)
        {
            var option = new Option<string[]>(name, aliases)
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
