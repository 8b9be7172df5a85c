using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Rules;

/// <summary>
/// Finds the scopes that an app holds although nothing in a project needs them. Runs after all code of the project has been analyzed.
/// </summary>
internal static class UnusedScopes
{
    /// <summary>Returns the entries in file order, without reserved and unknown scopes.</summary>
    public static IEnumerable<(ManifestCredential Credential, ScopeEntry Entry)> Of(ScopeApp app, ScopeProject project)
    {
        var reserved = new HashSet<string>(
            app.File.Manifest.Reserved.Select(entry => project.Catalog.Canonical(entry.Scope)),
            StringComparer.Ordinal
        );
        foreach (var credential in app.File.Manifest.Credentials)
        {
            var elsewhere = OnResources(credential, project.Catalog);
            foreach (var entry in credential.Scopes)
            {
                if (
                    (project.Catalog.IsEmpty || project.Catalog.Knows(entry.Scope))
                    && !reserved.Contains(project.Catalog.Canonical(entry.Scope))
                    && !project.Uses.Contains(entry.Scope, entry.Resource, elsewhere)
                    && !project.DisabledCode.MayNeed(entry.Scope)
                )
                {
                    yield return (credential, entry);
                }
            }
        }
    }

    /// <summary>Returns what a credential holds on single resources.</summary>
    public static ImmutableHashSet<string> OnResources(ManifestCredential credential, ScopeCatalog catalog) =>
        catalog.Expand(credential.Scopes.Where(static entry => entry.Resource is not null).Select(static entry => entry.Name));

    /// <summary>Formats an entry for a message.</summary>
    public static string Quote(ManifestCredential credential, ScopeEntry entry) =>
        $"'{entry.Scope}'{ResourceScope.On(entry.Resource ?? (credential.IsPerResource ? ResourceScope.Everywhere : null))}";
}
