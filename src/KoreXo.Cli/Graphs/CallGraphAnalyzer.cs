using System.Collections.Immutable;
using KoreXo.Analyzers.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// Adds the code of one compilation to a graph. It runs as an analyzer next to the scope analyzer, so that each body is bound only once,
/// and in this tool only, never in a compiler. Its actions do not run concurrently.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="isLibraryApi">Whether only programs outside the solution call the public members.</param>
internal sealed class CallGraphAnalyzer(CallGraph graph, bool isLibraryApi) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Unreported = new(
        "KXO0001",
        "Call graph",
        "Call graph",
        "ApiScopes",
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unreported];

    public override void Initialize(AnalysisContext context)
    {
        // Generated code runs as well: a source generator may emit the registration of a handler, or the handler itself. Clients that are
        // emitted from documents are skipped below.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(start =>
        {
            var libraries = new LibraryUses(start.Compilation, graph);
            var walker = new BodyWalker(graph, start.Compilation.Assembly, new ForeignCalls(graph), libraries);
            var members = new TypeMembers(graph);
            var entries = new EntryPointTypes(graph);
            if (start.Compilation.GetEntryPoint(start.CancellationToken) is { } main)
            {
                entries.AddMain(main);
            }

            start.RegisterSymbolAction(
                context =>
                {
                    var type = (INamedTypeSymbol)context.Symbol;
                    members.Add(type);
                    entries.Add(type, isLibraryApi && !GeneratedClients.Contain(type, type.Locations[0].SourceTree));
                },
                SymbolKind.NamedType
            );
            start.RegisterOperationBlockAction(context => Walk(walker, context));
        });
    }

    private void Walk(BodyWalker walker, OperationBlockAnalysisContext context)
    {
        var member = context.OwningSymbol;
        if (context.OperationBlocks is [var first, ..] && GeneratedClients.Contain(member, first.Syntax.SyntaxTree))
        {
            return; // Its members declare what they need.
        }

        var owner = graph.Function(member);
        if (member is IFieldSymbol or IPropertySymbol or IEventSymbol)
        {
            (member.IsStatic ? graph.Static(member.ContainingType) : graph.Instance(member.ContainingType)).Add(owner, place: null);
        }

        foreach (var block in context.OperationBlocks)
        {
            walker.Walk(owner, block);
        }
    }
}
