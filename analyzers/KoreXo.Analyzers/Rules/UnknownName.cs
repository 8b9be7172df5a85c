using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Requirements;
using KoreXo.Naming;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Rules;

/// <summary>An unknown name, and the one that was probably meant.</summary>
/// <param name="Noun">The kind of name, such as <c>Scope</c>.</param>
/// <param name="Name">The name as written.</param>
/// <param name="Owner">What should define the name, such as <c>referenced API</c>.</param>
/// <param name="Meant">The name that was probably meant.</param>
internal sealed record UnknownName(string Noun, string Name, string Owner, string? Meant)
{
    /// <summary>The property of a diagnostic with the name that was probably meant, for the code fix.</summary>
    public const string MeantKey = "KoreXo.MeantName";

    /// <summary>The property of a diagnostic with the name as written.</summary>
    public const string NameKey = "KoreXo.UnknownName";

    /// <summary>The property of a diagnostic with the kind of name.</summary>
    public const string NounKey = "KoreXo.UnknownNoun";

    /// <summary>The value of <see cref="NounKey"/> for a kind of credential.</summary>
    public const string CredentialNoun = "Credential";

    private const string Api = "referenced API";

    /// <returns><see langword="null"/> if the scope is known, or if no API publishes its scopes.</returns>
    public static UnknownName? OfScope(string scope, ScopeCatalog catalog) =>
        catalog.IsEmpty || catalog.Knows(scope) ? null : new UnknownName("Scope", scope, Api, catalog.Closest(scope));

    /// <returns><see langword="null"/> if the kind is known, or resembles no known one: an app may also have credentials for other
    /// APIs.</returns>
    public static UnknownName? OfCredential(string kind, CredentialKinds kinds) =>
        kinds.Contains(kind) || kinds.Closest(kind) is not { } meant ? null : new UnknownName(CredentialNoun, kind, Api, meant);

    /// <returns><see langword="null"/> if the member has the parameter.</returns>
    public static UnknownName? OfParameter(string name, ISymbol? member)
    {
        // The attribute of a primary constructor is on its type.
        IEnumerable<ISymbol> members = member is INamedTypeSymbol type ? type.InstanceConstructors : new[] { member }.OfType<ISymbol>();
        var names = members.SelectMany(static owner => Requirement.Parameters(owner)).Select(static parameter => parameter.Name).ToList();
        return names.Contains(name, StringComparer.Ordinal)
            ? null
            : new UnknownName("Parameter", name, "member with this attribute", new SimilarNames(names).Closest(name));
    }

    /// <returns><see langword="null"/> if a manifest describes the app, or may describe it once it can be read.</returns>
    public static UnknownName? OfApp(string app, AppSet apps)
    {
        if (apps.Files.IsEmpty || apps.Files.Length > apps.Apps.Length || apps.BoundTo([app]).Length > 0)
        {
            return null;
        }

        var closest = new SimilarNames(apps.Apps.Select(static known => known.Name)).Closest(app);
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
