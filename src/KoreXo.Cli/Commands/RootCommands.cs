using System.CommandLine;

namespace KoreXo.Cli.Commands;

/// <summary>All commands of the tool.</summary>
internal static class RootCommands
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Least privilege for apps that call scoped APIs: reports scopes, repairs manifests, compares OpenAPI documents, runs the simulator."
        );
        root.Subcommands.Add(ScopeCommands.Create());
        root.Subcommands.Add(SpecCommands.Create());
        root.Subcommands.Add(GenerateCommand.Create());
        root.Subcommands.Add(SimulateCommand.Create());
        root.Subcommands.Add(TokenCommand.Create());
        root.Subcommands.Add(ExplainCommand.Create());
        return root;
    }
}
