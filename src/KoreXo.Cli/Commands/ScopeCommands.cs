using System.CommandLine;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes …</c>: the scopes that the apps of a solution need and hold.</summary>
internal static class ScopeCommands
{
    public static Command Create() =>
        new("scopes", "Work with the scopes that the apps of a solution need and hold.")
        {
            ScopeReportCommand.Create(),
            ScopeWhyCommand.Create(),
            ScopeLockCommand.Create(),
            ScopeInitCommand.Create(),
            ScopeAddCommand.Create(),
            ScopeDeclareCommand.Create(),
            ScopeRenameCommand.Create(),
            ScopeRemoveUnusedCommand.Create(),
        };
}
