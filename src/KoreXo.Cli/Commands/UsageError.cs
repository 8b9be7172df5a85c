using System.CommandLine;
using System.CommandLine.Parsing;
using KoreXo.Cli.Calls;
using KoreXo.Cli.Calls.Help;

namespace KoreXo.Cli.Commands;

/// <summary>
/// Describes what is wrong with a command line. Help is not shown with it: a script would take that for the output of the command.
/// </summary>
internal static class UsageError
{
    private const string IsEmpty = " is empty; ";

    /// <summary>
    /// Makes a command refuse empty values, which a variable of a script that is not set leaves behind, and options in place of arguments.
    /// </summary>
    public static void RefuseEmptyValues(Command command)
    {
        foreach (var option in command.Options)
        {
            RefuseEmptyValues(option);
        }

        foreach (var argument in command.Arguments)
        {
            argument.Validators.Add(result =>
            {
                Check(result, $"<{argument.Name}>");
                foreach (var word in result.Tokens.Where(static token => token.Value.StartsWith("--", StringComparison.Ordinal)))
                {
                    // A misspelled option is taken for the argument otherwise.
                    result.AddError($"'{word.Value}' is not an option of this command{NameHint.End(word.Value, Options(command))}");
                }
            });
        }

        foreach (var inner in command.Subcommands)
        {
            RefuseEmptyValues(inner);
        }
    }

    public static void RefuseEmptyValues(Option option) => option.Validators.Add(result => Check(result, option.Name));

    public static string Describe(ParseResult parsed)
    {
        // An empty value is also none of its type.
        var problems = parsed.Errors.Select(static error => HelpText.Plain(error.Message)).ToList();
        var empty = problems.FindAll(static problem => problem.Contains(IsEmpty, StringComparison.Ordinal));
        var lines = (empty.Count > 0 ? empty : problems).Distinct(StringComparer.Ordinal).Select(problem => WithHint(problem, parsed));
        return $"korexo: {string.Join('\n', lines)}\n'{Path(parsed.CommandResult)} --help' shows the usage.\n";
    }

    private static void Check(SymbolResult result, string name)
    {
        if (result.Tokens.Any(static token => token.Value.Length == 0))
        {
            result.AddError($"{name}{IsEmpty}check the variable that its value comes from.");
        }
    }

    private static string WithHint(string problem, ParseResult parsed)
    {
        var unknown = parsed.UnmatchedTokens.FirstOrDefault(word =>
            problem.EndsWith($"'{HelpText.Plain(word)}'.", StringComparison.Ordinal)
        );
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(static inner => inner.Name).Concat(Options(command));
        return unknown is null ? problem : problem[..^1] + NameHint.End(unknown, known);
    }

    private static IEnumerable<string> Options(Command command) => command.Options.Select(static option => option.Name);

    private static string Path(SymbolResult? result) =>
        result is CommandResult { Parent: { } parent } command ? $"{Path(parent)} {command.Command.Name}" : "korexo";
}
