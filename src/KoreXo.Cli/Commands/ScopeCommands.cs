using System.CommandLine;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes …</c>: the scopes that the apps of a solution require and are granted.</summary>
internal static class ScopeCommands
{
    public static Command Create() =>
        new("scopes", "Work with the scopes that the apps of a solution require and are granted.")
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
