using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>
/// Analyzes what the testing packages do not: one compilation with thousands of manifests, code that is run as well, and a project that
/// was opened from disk.
/// </summary>
public static class Analyses
{
    public static Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, string manifest) =>
        RunAsync(compilation, new AnalyzerOptions([new Manifest(manifest)]), isConcurrent: false);

    /// <summary>Analyzes a project, which must compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync();
        var errors = compilation!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, "The test does not compile: " + string.Join("\n", errors));
        return await RunAsync(compilation, project.AnalyzerOptions, isConcurrent: true);
    }

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, AnalyzerOptions options, bool isConcurrent)
    {
        Exception? failure = null;
        var analysis = new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: isConcurrent,
            logAnalyzerExecutionTime: false
        );
        var found = await compilation.WithAnalyzers([new ScopeAnalyzer()], analysis).GetAnalyzerDiagnosticsAsync();
        return failure is null ? found : throw new InvalidOperationException("The analyzer failed.", failure);
    }

    private sealed class Manifest(string text) : AdditionalText
    {
        public override string Path => "/test/bot.scopes.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
