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
            ImmutableArray<string> missing =
            [
                .. ScopeAttributes
                    .Of(library, ScopeAttributes.UsesScopes)
                    .SelectMany(static attribute => ScopeAttributes.Strings(attribute))
                    .Distinct(StringComparer.Ordinal)
                    .Where(scope => app.Holder(new ScopeAlternative([scope], Credential: null, IsConditional: false)) is null),
            ];
            if (!missing.IsEmpty)
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        ScopeRules.LibraryScope,
                        app.File.Locate(Place(app)),
                        ManifestAddition.Write(ImmutableDictionary<string, string?>.Empty, Additions(app, missing)),
                        app.Name,
                        "scope " + string.Join(" and ", missing.Select(static scope => $"'{scope}'")),
                        library.Name
                    )
                );
            }
        }
    }

    // The list to add the scope to, if only one qualifies.
    private static TextRange Place(ScopeApp app)
    {
        var manifest = app.File.Manifest;
        var list =
            manifest.Credentials.FirstOrDefault(static credential => credential.Kind.Length == 0)
            ?? (manifest.Credentials.Count == 1 ? manifest.Credentials[0] : null);
        return (list?.List ?? manifest.CredentialsValue ?? manifest.Root)?.Range ?? default;
    }

    private static IEnumerable<ManifestAddition> Additions(ScopeApp app, ImmutableArray<string> scopes) =>
        app
            .File.Manifest.Credentials.Select(static credential => credential.Kind)
            .DefaultIfEmpty("")
            .Select(kind => new ManifestAddition(app.File.Path, kind, scopes));
}
