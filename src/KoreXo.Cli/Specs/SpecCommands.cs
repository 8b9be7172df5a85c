using System.CommandLine;

namespace KoreXo.Cli.Specs;

/// <summary><c>korexo spec</c>: what has to do with OpenAPI documents.</summary>
internal static class SpecCommands
{
    public static Command Create()
    {
        var command = new Command("spec", "Works on OpenAPI documents.");
        command.Subcommands.Add(SpecDiffCommand.Create());
        return command;
    }
}
