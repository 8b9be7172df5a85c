using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Requirements;
using KoreXo.Analyzers.Rules;

namespace KoreXo.Cli.Scopes;

/// <summary>A manifest, checked against all projects that use it.</summary>
internal sealed class ManifestScan
{
    private ManifestScan(
        ScopeApp app,
        IReadOnlyList<(ManifestCredential Credential, ScopeEntry Entry)> unused,
        IReadOnlyList<(string From, string To)> misspelt
    )
    {
        App = app;
        Unused = unused;
        Misspelt = misspelt;
    }

    public ScopeApp App { get; }

    /// <summary>Gets the scopes that no project requires, in file order.</summary>
    public IReadOnlyList<(ManifestCredential Credential, ScopeEntry Entry)> Unused { get; }

    /// <summary>Gets the scope names that no project knows, each with its correction.</summary>
    public IReadOnlyList<(string From, string To)> Misspelt { get; }

    /// <summary>Gets the kinds of credential that no project knows, each with its correction.</summary>
    public IReadOnlyList<(string From, string To)> MisspeltKinds { get; private init; } = [];

    /// <summary>Gets the scopes that a credential lists a second time, including under another spelling.</summary>
    public IReadOnlyList<ScopeEntry> Repeated { get; private init; } = [];

    /// <summary>Returns whether the manifest lists a scope under this exact name.</summary>
    public bool Has(string scope) =>
        App
            .File.Manifest.Credentials.SelectMany(static credential => credential.Scopes)
            .Concat(App.File.Manifest.Reserved)
            .Any(entry => entry.Scope == scope);

    /// <summary>Returns every manifest that can be read, ordered by path.</summary>
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

        // A manifest may be shared by several projects, and each is compiled for several frameworks. A scope is unused if it is unused in
        // all of them, so the sets are intersected; a scope that only one framework needs under "#if NET10_0" stays. The position in the
        // file identifies an entry, since one name may be listed under two credentials.
        var unused = seen.Select(static entry =>
                UnusedScopes
                    .Of(entry.App, entry.Scan.Log.Project!)
                    .Where(held => !entry.Scan.Libraries.Any(library => IsUsed(library, held.Credential, held.Entry)))
                    .Select(static held => held.Entry.Range.Start)
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
                    .File.Manifest.Credentials.SelectMany(static credential => credential.Scopes.Select(entry => (credential, entry)))
                    .Where(scope => unused.Contains(scope.entry.Range.Start)),
            ],
            [.. Corrections(app, seen)]
        )
        {
            MisspeltKinds = [.. KindCorrections(app, seen)],
            Repeated = [.. RepeatedIn(app, seen[0].Scan.Log.Project!.Catalog)],
        };
    }

    private static bool IsUsed(ScopeProject library, ManifestCredential credential, ScopeEntry entry) =>
        library.Uses.Contains(entry.Scope, entry.Resource, UnusedScopes.OnResources(credential, library.Catalog));

    private static IEnumerable<ScopeEntry> RepeatedIn(ScopeApp app, ScopeCatalog catalog) =>
        app.File.Manifest.Credentials.SelectMany(credential =>
            credential
                .Scopes.GroupBy(entry => catalog.Canonical(entry.Name), StringComparer.Ordinal)
                .SelectMany(static same => same.Skip(1))
        );

    private static IEnumerable<(string From, string To)> KindCorrections(ScopeApp app, List<(ScopeApp App, ProjectScan Scan)> seen)
    {
        foreach (
            var kind in app.File.Manifest.Credentials.Select(static credential => credential.Kind).Where(static kind => kind.Length > 0)
        )
        {
            var unknown = seen.ConvertAll(entry => UnknownName.OfCredential(kind, entry.Scan.Log.Project!.CredentialKinds));
            if (unknown.TrueForAll(static name => name is not null))
            {
                yield return (kind, unknown[0]!.Meant!);
            }
        }
    }

    private static IEnumerable<(string From, string To)> Corrections(ScopeApp app, List<(ScopeApp App, ProjectScan Scan)> seen)
    {
        foreach (
            var scope in app
                .File.Manifest.Credentials.SelectMany(static credential => credential.Scopes)
                .Concat(app.File.Manifest.Reserved)
                .Select(static entry => entry.Scope)
                .Distinct(StringComparer.Ordinal)
        )
        {
            if (
                seen.TrueForAll(entry => UnknownName.OfScope(scope, entry.Scan.Log.Project!.Catalog) is not null)
                && seen.Select(entry => entry.Scan.Log.Project!.Catalog.Closest(scope)).OfType<string>().FirstOrDefault() is { } meant
            )
            {
                yield return (scope, meant);
            }
        }
    }
}
