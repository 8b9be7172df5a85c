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
        ImmutableArray<string> ofReferences =
        [
            .. project
                .References.References.SelectMany(static assembly => ScopeAttributes.Of(assembly, ScopeAttributes.UsesScopes))
                .SelectMany(static attribute => ScopeAttributes.Strings(attribute)),
        ];
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
        foreach (var entry in UnusedScopes.Of(app, project))
        {
            context.ReportDiagnostic(Diagnostic.Create(ScopeRules.UnusedScope, app.File.Locate(entry.Range), app.Name, entry.Scope));
        }
    }

    private void ReportNoManifest(ImmutableArray<string> ofReferences, CompilationAnalysisContext context)
    {
        if (!ManifestPolicy.IsRequired(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions, project.Compilation.Options.OutputKind))
        {
            return;
        }

        var least = LeastScopes
            .Choose(project.Uses.Needs, ofReferences, project.Catalog)
            .SelectMany(static held =>
                held.Value.Select(scope => held.Key == LeastScopes.AnyKind ? $"'{scope}'" : $"'{scope}' ({held.Key})")
            );
        var list = string.Join(", ", least);
        if (list.Length > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(ScopeRules.NoManifest, Location.None, list));
        }
    }
}
