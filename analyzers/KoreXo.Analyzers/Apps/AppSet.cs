using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>The manifests of a project and the apps they describe.</summary>
internal sealed class AppSet(ImmutableArray<ManifestFile> files, ScopeCatalog catalog)
{
    /// <summary>Gets all manifests, including unreadable ones.</summary>
    public ImmutableArray<ManifestFile> Files => files;

    /// <summary>Gets the apps whose manifests can be read.</summary>
    public ImmutableArray<ScopeApp> Apps { get; } =
    [.. files.Where(static file => file.Manifest.IsReadable).Select(file => new ScopeApp(file, catalog))];

    /// <summary>Returns the apps that a piece of code is checked against.</summary>
    /// <param name="bound">The app names that <c>[ScopeApp]</c> binds the code to; <see langword="null"/> if it may run in any app.</param>
    public ImmutableArray<ScopeApp> BoundTo(ImmutableArray<string>? bound) =>
        bound is { } names ? [.. Apps.Where(app => names.Contains(app.Name, StringComparer.Ordinal))] : Apps;
}
