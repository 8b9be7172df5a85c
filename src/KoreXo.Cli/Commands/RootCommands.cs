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

    private static RootCommand Create(CallWords words)
    {
        var root = new RootCommand(
            "Least privilege for apps that call scoped APIs: reports scopes, repairs manifests, compares OpenAPI documents, calls operations, runs the simulator."
        );
        root.Subcommands.Add(ScopeCommands.Create());
        root.Subcommands.Add(SpecCommands.Create());
        root.Subcommands.Add(GenerateCommand.Create());
        root.Subcommands.Add(CallCommand.Create(words));
        root.Subcommands.Add(SimulateCommand.Create());
        root.Subcommands.Add(TokenCommand.Create());
        root.Subcommands.Add(CompletionCommand.Create());
        root.Subcommands.Add(ExplainCommand.Create());
        return root;
    }
}
