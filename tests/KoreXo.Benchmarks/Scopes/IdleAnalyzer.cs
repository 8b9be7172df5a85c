using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Benchmarks.Scopes;

/// <summary>Asks the compiler for the operations of all code and does nothing with them.</summary>
#pragma warning disable RS1001, RS2008 // Not for shipping: it is a ruler.
public sealed class IdleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Nothing = new("IDLE", "Nothing", "Nothing", "Benchmarks", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Nothing];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterOperationBlockAction(static _ => { });
        context.RegisterSymbolAction(static _ => { }, SymbolKind.Method, SymbolKind.Property, SymbolKind.Event, SymbolKind.NamedType);
    }
}
