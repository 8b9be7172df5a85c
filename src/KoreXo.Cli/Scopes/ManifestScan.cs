using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Rules;

namespace KoreXo.Cli.Scopes;

/// <summary>A manifest, seen from all projects that have it.</summary>
internal sealed class ManifestScan
{
    private ManifestScan(
        ScopeApp app,
        IReadOnlyList<(string Kind, ScopeEntry Entry)> unused,
        IReadOnlyList<(string From, string To)> misspelt
    )
    {
        App = app;
        Unused = unused;
        Misspelt = misspelt;
    }

    public ScopeApp App { get; }

    /// <summary>Gets what no project needs, in the order of the file.</summary>
    public IReadOnlyList<(string Kind, ScopeEntry Entry)> Unused { get; }

    /// <summary>Gets the names that no project knows, and what was probably meant.</summary>
    public IReadOnlyList<(string From, string To)> Misspelt { get; }

    /// <summary>Gets what a credential lists a second time.</summary>
    public IEnumerable<ScopeEntry> Repeated =>
        App.File.Manifest.Credentials.SelectMany(static credential =>
            credential.Scopes.GroupBy(static entry => entry.Scope, StringComparer.Ordinal).SelectMany(static same => same.Skip(1))
        );

    /// <summary>Tells whether a name stands in the manifest.</summary>
    public bool Has(string scope) =>
        App
            .File.Manifest.Credentials.SelectMany(static credential => credential.Scopes)
            .Concat(App.File.Manifest.Reserved)
            .Any(entry => entry.Scope == scope);

    /// <summary>Gives every manifest that can be read, by path.</summary>
    public static IReadOnlyList<ManifestScan> All(IReadOnlyList<ProjectScan> scans)
    {
        var apps = scans
            .Where(static scan => scan.Log.Project is not null)
            .SelectMany(static scan => scan.Log.Project!.Apps.Apps.Select(app => (App: app, Scan: scan)))
            .GroupBy(static entry => entry.App.File.Path, StringComparer.Ordinal)
            .OrderBy(static entries => entries.Key, StringComparer.Ordinal);
        return [.. apps.Select(static entries => Scan([.. entries]))];
    }

    private static ManifestScan Scan(List<(ScopeApp App, ProjectScan Scan)> seen)
    {
        var app = seen[0].App;
        var unused = seen.Select(static entry =>
                UnusedScopes
                    .Of(entry.App, entry.Scan.Log.Project!)
                    .Where(scope => !entry.Scan.Libraries.Any(library => library.Uses.Contains(scope.Scope)))
                    .Select(static scope => scope.Range.Start)
                    .ToHashSet()
            )
            .Aggregate(
                static (all, further) =>
                {
                    all.IntersectWith(further);
                    return all;
                }
            );
        return new ManifestScan(
            app,
            [
                .. app
                    .File.Manifest.Credentials.SelectMany(static credential => credential.Scopes.Select(entry => (credential.Kind, entry)))
                    .Where(scope => unused.Contains(scope.entry.Range.Start)),
            ],
            [.. Corrections(app, seen)]
        );
    }

    private static IEnumerable<(string From, string To)> Corrections(ScopeApp app, List<(ScopeApp App, ProjectScan Scan)> seen)
    {
        foreach (
            var scope in app
                .File.Manifest.Credentials.SelectMany(static credential => credential.Scopes)
                .Select(static entry => entry.Scope)
                .Distinct(StringComparer.Ordinal)
        )
        {
            if (
                seen.TrueForAll(entry => UnknownScope.Find(scope, entry.Scan.Log.Project!.Catalog) is not null)
                && seen.Select(entry => entry.Scan.Log.Project!.Catalog.Closest(scope)).OfType<string>().FirstOrDefault() is { } meant
            )
            {
                yield return (scope, meant);
            }
        }
    }
}
