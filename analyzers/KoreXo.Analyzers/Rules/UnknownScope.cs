using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Rules;

/// <summary>A scope that no API publishes, and the one that was probably meant.</summary>
internal sealed record UnknownScope(string Scope, string? Meant)
{
    /// <summary>Where a diagnostic keeps the scope that was probably meant, for the fix.</summary>
    public const string MeantKey = "KoreXo.MeantScope";

    /// <summary>Where a diagnostic keeps the scope as it stands.</summary>
    public const string ScopeKey = "KoreXo.UnknownScope";

    /// <returns><see langword="null"/> if the scope is known, or if no API says what it knows.</returns>
    public static UnknownScope? Find(string scope, ScopeCatalog catalog) =>
        catalog.IsEmpty || catalog.Knows(scope) ? null : new UnknownScope(scope, catalog.Closest(scope));

    public Diagnostic Report(DiagnosticDescriptor rule, Location location)
    {
        var properties = Meant is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(MeantKey, Meant).Add(ScopeKey, Scope);
        return Diagnostic.Create(rule, location, properties, Scope, Meant is null ? "" : $"; did you mean '{Meant}'?");
    }
}
