using System.Collections.Immutable;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>An app of the project: its manifest, interpreted with the scopes of the referenced APIs.</summary>
internal sealed class ScopeApp(ManifestFile file, ScopeCatalog catalog)
{
    private readonly ImmutableArray<HeldScopes> _credentials =
    [
        .. file.Manifest.Credentials.Select(credential => new HeldScopes(
            credential.Kind,
            catalog.Expand(credential.Scopes.Select(static entry => entry.Name))
        )),
    ];

    public string Name => file.App;

    public ManifestFile File => file;

    /// <summary>Returns the credential that holds all scopes of an alternative by itself; <see langword="null"/> if none does.</summary>
    public HeldScopes? Holder(ScopeAlternative alternative) =>
        _credentials.FirstOrDefault(credential =>
            credential.Fits(alternative.Credential)
            && alternative.Required.All(scope => ResourceScope.IsHeld(credential.Scopes, catalog.Canonical(scope)))
        );

    /// <summary>Returns whether the manifest lists the scopes of a credential that fits for each resource separately.</summary>
    public bool IsPerResource(string? kind) =>
        file.Manifest.Credentials.Any(credential =>
            credential.IsPerResource && (kind is null || credential.Kind.Length == 0 || credential.Kind == kind)
        );

    /// <summary>Returns what the app is missing.</summary>
    /// <param name="need">The requirement.</param>
    /// <param name="granted">What the caller requires of its own callers.</param>
    /// <param name="guarded">The scopes that guards have proved to be held; they do not say by which credential.</param>
    public ImmutableArray<AlternativeGap> Missing(Requirement need, Requirement? granted, HeldFacts guarded) =>
        ScopeJudge.Missing(need, _credentials, granted, guarded, catalog);
}
