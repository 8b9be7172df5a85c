using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Rules;

/// <summary>KXO1011: a file looks like a manifest by its name, but is not used as one.</summary>
internal sealed class StrayManifestRule(AppSet apps)
{
    /// <summary>Where a diagnostic keeps the path that the file should have, for the fix.</summary>
    public const string PathKey = "KoreXo.ManifestPath";

    public void Check(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (apps.Files.Any(file => file.Path == path))
        {
            return;
        }

        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var options = context.Options.AnalyzerConfigOptionsProvider;
        if (ManifestFiles.IsElsewhere(context.AdditionalFile, options))
        {
            options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory);
            var relative = ManifestPath.Relative(path, directory);
            Report(
                name,
                $"move it beside the project file, or list it there: <AdditionalFiles Include=\"{relative}\" />",
                directory is null ? null : directory + name
            );
        }
        else if (ScopeManifest.Correct(name) is { } meant)
        {
            Report(
                name,
                $"its name must end with '{ScopeManifest.FileSuffix}'; did you mean '{meant}'?",
                path.Substring(0, path.Length - name.Length) + meant
            );
        }

        void Report(string file, string remedy, string? rightPath) =>
            context.ReportDiagnostic(
                Diagnostic.Create(
                    ScopeRules.StrayManifest,
                    Location.Create(path, default(TextSpan), default),
                    rightPath is null
                        ? ImmutableDictionary<string, string?>.Empty
                        : ImmutableDictionary<string, string?>.Empty.Add(PathKey, rightPath),
                    file,
                    remedy
                )
            );
    }
}
