using System.CommandLine;
using KoreXo.Cli.Calls;

namespace KoreXo.Cli.Commands;

/// <summary>All commands of the tool.</summary>
internal static class RootCommands
{
    /// <summary>Parses a command line.</summary>
    public static ParseResult Parse(IReadOnlyList<string> args)
    {
        var words = CallWords.From(args);
        var configuration = new ParserConfiguration();
        if (words.IsCall)
        {
            // "@path" is a file for an argument here, and not one with further arguments.
            configuration.ResponseFileTokenReplacer = null;
        }

        return Create(words).Parse(args, configuration);
    }

    public static RootCommand Create() => Create(CallWords.None);

    private static Command Strict(Command command)
    {
        UsageError.RefuseEmptyValues(command);
        return command;
    }

    private static RootCommand Create(CallWords words)
    {
        var root = new RootCommand(
            "Least privilege for apps that call scoped APIs: reports scopes, repairs manifests, compares OpenAPI documents, calls operations, runs the simulator."
        );
        root.Subcommands.Add(Strict(ScopeCommands.Create()));
        root.Subcommands.Add(Strict(SpecCommands.Create()));
        root.Subcommands.Add(Strict(GenerateCommand.Create()));

        // It is strict about its own options only: an argument of an operation may be an empty string.
        root.Subcommands.Add(CallCommand.Create(words));
        root.Subcommands.Add(Strict(SimulateCommand.Create()));
        root.Subcommands.Add(Strict(TokenCommand.Create()));
        root.Subcommands.Add(Strict(CompletionCommand.Create()));
        root.Subcommands.Add(Strict(ExplainCommand.Create()));
        return root;
    }
}
