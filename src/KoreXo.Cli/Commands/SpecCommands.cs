using System.CommandLine;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo spec …</c>: commands for OpenAPI documents.</summary>
internal static class SpecCommands
{
    public static Command Create() => new("spec", "Work with OpenAPI documents.") { SpecDiffCommand.Create(), SpecCheckCommand.Create() };
}
