using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>
/// KXO1020: a scope is held but never needed. KXO1021: scopes are needed but there is no manifest. Both need the whole project, so they are
/// reported by builds only.
/// </summary>
internal sealed class ProjectRule(ScopeProject project)
{
    public void Check(CompilationAnalysisContext context)
    {
        ImmutableArray<string> ofReferences = [.. project.References.References.SelectMany(ScopeAttributes.Used)];
        if (project.Apps.Files.IsEmpty)
        {
            ReportNoManifest(ofReferences, context);
            return;
        }

        project.Uses.AddNamed(ofReferences);
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (ManifestPolicy.HasSeveralFrameworks(options))
        {
            return;
        }

        options.TryGetValue("build_property.ProjectDir", out var directory);
        foreach (var app in project.Apps.Apps.Where(app => !ManifestPath.IsShared(app.File.Path, directory)))
        {
            ReportUnused(app, context);
        }
    }

    private void ReportUnused(ScopeApp app, CompilationAnalysisContext context)
    {
        foreach (var (credential, entry) in UnusedScopes.Of(app, project))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(ScopeRules.UnusedScope, app.File.Locate(entry.Range), app.Name, UnusedScopes.Quote(credential, entry))
            );
        }
    }

    private void ReportNoManifest(ImmutableArray<string> ofReferences, CompilationAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!ManifestPolicy.IsRequired(options, project.Compilation.Options.OutputKind) || ManifestPolicy.IsLaterFramework(options))
        {
            return;
        }

        var all = LeastScopes.Choose(project.Uses.Needs, ofReferences, project.Catalog);
        if (all.Count == 0)
        {
            return;
        }

        // What a guard asks for first, the app can do without; where it asks for everything, that is what it is about.
        var least = LeastScopes.Choose(project.Uses.Unguarded, ofReferences, project.Catalog);
        var needed = Listed(least.Count > 0 ? least : all).ToList();
        var optional = Listed(all).Except(needed, StringComparer.Ordinal).ToList();
        var list =
            string.Join(", ", needed)
            + (optional.Count == 0 ? "" : $" (and {string.Join(", ", optional)} for calls behind a guard, if it is to make them)");
        context.ReportDiagnostic(Diagnostic.Create(ScopeRules.NoManifest, Location.None, list));
    }

    private static IEnumerable<string> Listed(IReadOnlyDictionary<string, SortedSet<string>> scopes) =>
        scopes.SelectMany(static held =>
            held.Value.Select(scope => ResourceScope.Quote(scope) + (held.Key == LeastScopes.AnyKind ? "" : $" ({held.Key})"))
        );
}
