using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Cli.Scopes;

/// <summary>Runs analyzers over a compilation for a report.</summary>
internal static class AnalyzerRun
{
    /// <summary>Returns the diagnostics of every rule, including suppressed ones, at the severities of the rules themselves.</summary>
    /// <exception cref="InvalidOperationException">An analyzer threw.</exception>
    public static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(
        Compilation compilation,
        AnalyzerOptions options,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        CancellationToken cancellationToken
    )
    {
        // A report shows the facts, so the project's own severity settings do not apply.
        var facts = compilation
            .Options.WithSpecificDiagnosticOptions([])
            .WithSyntaxTreeOptionsProvider(null)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default);

        // Suppressed diagnostics are needed as well. A call without its scope whose warning is turned off by a pragma is neither granted
        // nor guarded, and the report says that somebody decided to live with it.
        var analysis = new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true
        );
        var diagnostics = await compilation
            .WithOptions(facts)
            .WithAnalyzers(analyzers, analysis)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        return diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == "AD0001") is { } crash
            ? throw new InvalidOperationException(crash.ToString())
            : diagnostics;
    }
}
