using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>KXO1010: an app does not hold a scope that a referenced library declares with <c>[UsesScopes]</c>.</summary>
internal sealed class LibraryRule(AppSet apps, AnnotatedAssemblies assemblies)
{
    public void Check(AdditionalFileAnalysisContext context)
    {
        if (apps.Apps.FirstOrDefault(candidate => candidate.File.Path == context.AdditionalFile.Path) is not { } app)
        {
            return;
        }

        foreach (var library in assemblies.References)
        {
            var missing = ScopeAttributes
                .Used(library)
                .Distinct(StringComparer.Ordinal)
                .Where(name => app.Holder(Alternative(name)) is null)
                .GroupBy(ResourceScope.Resource, ResourceScope.Scope, StringComparer.Ordinal);
            foreach (var onResource in missing)
            {
                ImmutableArray<string> scopes = [.. onResource];
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        ScopeRules.LibraryScope,
                        app.File.Locate(Place(app)),
                        ManifestAddition.Write(ImmutableDictionary<string, string?>.Empty, Additions(app, scopes, onResource.Key)),
                        app.Name,
                        "scope " + string.Join(" and ", scopes.Select(static scope => $"'{scope}'")) + ResourceScope.On(onResource.Key),
                        library.Name
                    )
                );
            }
        }
    }

    private static ScopeAlternative Alternative(string name) =>
        new([ResourceScope.Scope(name)], Credential: null, IsConditional: false) { Resource = ResourceScope.Resource(name) };

    // The list to add the scope to, if only one qualifies.
    private static TextRange Place(ScopeApp app)
    {
        var manifest = app.File.Manifest;
        var list =
            manifest.Credentials.FirstOrDefault(static credential => credential.Kind.Length == 0)
            ?? (manifest.Credentials.Count == 1 ? manifest.Credentials[0] : null);
        return (list?.Value ?? manifest.CredentialsValue ?? manifest.Root)?.Range ?? default;
    }

    private static IEnumerable<ManifestAddition> Additions(ScopeApp app, ImmutableArray<string> scopes, string? resource) =>
        app
            .File.Manifest.Credentials.Select(static credential => (credential.Kind, credential.IsPerResource))
            .DefaultIfEmpty(("", false))
            .Select(credential => new ManifestAddition(app.File.Path, credential.Item1, scopes)
            {
                Resource = credential.Item2 ? resource ?? ResourceScope.Everywhere : null,
            });
}
