using System.CommandLine;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo spec …</c>: what has to do with OpenAPI documents.</summary>
internal static class SpecCommands
{
    public static Command Create() =>
        new("spec", "What has to do with OpenAPI documents.") { SpecDiffCommand.Create(), SpecCheckCommand.Create() };
}
