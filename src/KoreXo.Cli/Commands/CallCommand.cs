using System.CommandLine;
using KoreXo.Cli.Calls;
using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Calls.Help;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo call</c>: calls any operation of the platform, or of a document, from a shell.</summary>
internal static class CallCommand
{
    /// <param name="words">The words of the command line, which decide whose operations are commands.</param>
    /// <exception cref="CommandException">The document of the user cannot be read.</exception>
    public static Command Create(CallWords words)
    {
        var options = new CallOptionSet();
        var search = new Option<string?>("--search") { Description = "List the operations with a word in their name or summary." };
        var command = new Command(CallWords.Command, "Call an operation of the platform, or of your own OpenAPI document.") { search };
        options.AddTo(command);
        UsageError.RefuseEmptyValues(search);
        command.TreatUnmatchedTokensAsErrors = false;
        if (words.Document is { Length: > 0 } file)
        {
            AddDocument(command, options, search, file, words);
            return command;
        }

        foreach (var area in words.IsCall ? CallDocuments.Areas : [])
        {
            command.Subcommands.Add(Area(area, options, words));
        }

        command.SetAction(
            CommandRun.Guarded(
                (parsed, _) =>
                {
                    DemandKnown(
                        parsed,
                        CallDocuments.Areas,
                        "area",
                        "'korexo call --help' lists the areas, and --search WORD finds operations."
                    );
                    var documents = CallDocuments.Areas.Select(CallDocuments.Read).ToList();
                    return WriteAsync(
                        parsed,
                        parsed.GetValue(search) is { } word ? CallList.Search(documents, word) : CallList.Areas(documents, options.Common)
                    );
                }
            )
        );
        return command;
    }

    private static void AddDocument(Command command, CallOptionSet options, Option<string?> search, string file, CallWords words)
    {
        var document = new Lazy<CallDocument>(() => CallDocuments.ReadFile(file));
        command.SetAction(
            CommandRun.Guarded(
                (parsed, _) =>
                {
                    DemandKnown(
                        parsed,
                        document.Value.Operations.Select(static operation => operation.Name),
                        "operation",
                        $"'{document.Value.Command} --help' lists the operations."
                    );
                    return WriteAsync(
                        parsed,
                        parsed.GetValue(search) is { } word ? CallList.Search([document.Value], word) : CallList.Operations(document.Value)
                    );
                }
            )
        );
        try
        {
            AddOperations(command, document.Value, options, words);
        }
        catch (CommandException)
        {
            // The action reads it again, where a message can be shown.
        }
    }

    private static Command Area(string name, CallOptionSet options, CallWords words)
    {
        var area = new Command(name, $"Operations of {name}.") { TreatUnmatchedTokensAsErrors = false };
        if (!words.Names.Contains(name))
        {
            return area;
        }

        var document = CallDocuments.Read(name);
        AddOperations(area, document, options, words);
        area.SetAction(
            CommandRun.Guarded(
                (parsed, _) =>
                {
                    DemandKnown(
                        parsed,
                        document.Operations.Select(static operation => operation.Name),
                        "operation",
                        $"'korexo call {name} --help' lists the operations, and 'korexo call --search WORD' finds those of other areas."
                    );
                    return WriteAsync(parsed, CallList.Operations(document));
                }
            )
        );
        return area;
    }

    private static void AddOperations(Command command, CallDocument document, CallOptionSet options, CallWords words)
    {
        foreach (var operation in document.Operations)
        {
            // Only the one that is called needs its options.
            command.Subcommands.Add(
                words.Names.Contains(operation.Name)
                    ? OperationCommand.Create(operation, options)
                    : new Command(operation.Name, HelpText.FirstSentence(operation.Model.Summary))
            );
        }
    }

    private static void DemandKnown(ParseResult parsed, IEnumerable<string> known, string what, string advice)
    {
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            throw new CommandException($"'{word}' is not a known {what}{Hint(word, [.. known])} {advice}");
        }
    }

    private static string Hint(string word, IReadOnlyList<string> known) =>
        NameHint.End(word, known) is { Length: > 1 } hint ? hint
        : known.Where(name => name.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(3).ToList() is { Count: > 0 } similar
            ? $"; did you mean {string.Join(" or ", similar.Select(static name => $"'{name}'"))}?"
        : ".";

    private static async Task<int> WriteAsync(ParseResult parsed, string text)
    {
        await parsed.InvocationConfiguration.Output.WriteAsync(text);
        return ExitCodes.Success;
    }
}
