using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Rules;

/// <summary>A name that nobody knows, and the one that was probably meant.</summary>
/// <param name="Noun">What the name is of: <c>Scope</c>.</param>
/// <param name="Name">The name as it is written.</param>
/// <param name="Owner">Who would have to know it: <c>referenced API</c>.</param>
/// <param name="Meant">The name that was probably meant.</param>
internal sealed record UnknownName(string Noun, string Name, string Owner, string? Meant)
{
    /// <summary>Where a diagnostic keeps the name that was probably meant, for the fix.</summary>
    public const string MeantKey = "KoreXo.MeantName";

    /// <summary>Where a diagnostic keeps the name as it is written.</summary>
    public const string NameKey = "KoreXo.UnknownName";

    /// <summary>Where a diagnostic keeps what the name is of.</summary>
    public const string NounKey = "KoreXo.UnknownNoun";

    /// <summary>What <see cref="NounKey"/> says of a kind of credential.</summary>
    public const string CredentialNoun = "Credential";

    private const string Api = "referenced API";

    /// <returns><see langword="null"/> if the scope is known, or if no API says what it knows.</returns>
    public static UnknownName? OfScope(string scope, ScopeCatalog catalog) =>
        catalog.IsEmpty || catalog.Knows(scope) ? null : new UnknownName("Scope", scope, Api, catalog.Closest(scope));

    /// <returns>
    /// <see langword="null"/> if the kind is known, or resembles none that is: an app may have credentials for other things too.
    /// </returns>
    public static UnknownName? OfCredential(string kind, CredentialKinds kinds) =>
        kinds.Contains(kind) || kinds.Closest(kind) is not { } meant ? null : new UnknownName(CredentialNoun, kind, Api, meant);

    /// <returns><see langword="null"/> if a manifest describes the app, or may do once it can be read.</returns>
    public static UnknownName? OfApp(string app, AppSet apps)
    {
        if (apps.Files.IsEmpty || apps.Files.Length > apps.Apps.Length || apps.BoundTo([app]).Length > 0)
        {
            return null;
        }

        var closest = NameSuggestion.Closest(app, apps.Apps.Select(static known => known.Name));
        return new UnknownName("App", app, "scope manifest of this project", closest);
    }

    public Diagnostic Report(DiagnosticDescriptor rule, Location location)
    {
        var properties = Meant is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(MeantKey, Meant).Add(NameKey, Name).Add(NounKey, Noun);
        return Diagnostic.Create(rule, location, properties, Noun, Name, Owner, Meant is null ? "" : $"; did you mean '{Meant}'?");
    }
}
