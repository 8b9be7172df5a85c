using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Manifests;

namespace KoreXo.Analyzers.Rules;

/// <summary>
/// Finds the scopes that an app holds although nothing in a project needs them. Runs after all code of the project has been analyzed.
/// </summary>
internal static class UnusedScopes
{
    /// <summary>Returns the entries in file order, without reserved and unknown scopes.</summary>
    public static IEnumerable<ScopeEntry> Of(ScopeApp app, ScopeProject project)
    {
        var reserved = new HashSet<string>(
            app.File.Manifest.Reserved.Select(entry => project.Catalog.Canonical(entry.Scope)),
            StringComparer.Ordinal
        );
        return app
            .File.Manifest.Credentials.SelectMany(static credential => credential.Scopes)
            .Where(entry =>
                (project.Catalog.IsEmpty || project.Catalog.Knows(entry.Scope))
                && !reserved.Contains(project.Catalog.Canonical(entry.Scope))
                && !project.Uses.Contains(entry.Scope)
                && !project.DisabledCode.MayNeed(entry.Scope)
            );
    }
}
