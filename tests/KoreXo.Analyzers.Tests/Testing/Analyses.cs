using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>Analyzes a compilation with a manifest, without a workspace: for many runs.</summary>
public static class Analyses
{
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, string manifest)
    {
        Exception? fault = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new Manifest(manifest)]),
            onAnalyzerException: (exception, _, _) => fault = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        );
        var found = await compilation.WithAnalyzers([new ScopeAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return fault is null ? found : throw new InvalidOperationException($"The analyzer failed on {manifest}", fault);
    }

    private sealed class Manifest(string text) : AdditionalText
    {
        public override string Path => "/test/bot.scopes.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
