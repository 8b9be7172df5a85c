using System.CommandLine;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Cli.Commands;

/// <summary>
/// <c>korexo scopes remove-unused</c>: removes scopes from manifests that no project requires for any framework, and those listed twice.
/// </summary>
internal static class ScopeRemoveUnusedCommand
{
    public static Command Create()
    {
        var command = new ScopeEditCommand(
            "remove-unused",
            "Remove scopes that no project of the target requires, and those listed twice. Reserved and unknown scopes stay."
        );
        command.Edits(
            static (manifest, _) =>
            {
                var entries = manifest
                    .Unused.Select(static unused => (unused.Entry, What: "removed"))
                    .Concat(manifest.Repeated.Select(static entry => (Entry: entry, What: "removed the second")))
                    .DistinctBy(static removal => removal.Entry.Range)
                    .ToList();
                return (
                    text => ManifestEditor.RemoveScopes(text, entries.Select(static removal => removal.Entry.Range)),
                    [.. entries.Select(static removal => $"{removal.What} {ResourceScope.Quote(removal.Entry.Name)}")]
                );
            }
        );
        return command.Command;
    }
}
