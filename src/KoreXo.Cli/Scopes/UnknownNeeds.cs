using System.Collections.Concurrent;
using System.Collections.Immutable;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Scopes;

/// <summary>
/// Finds calls of API operations whose required scopes are unknown, so that no rule can check them. It runs in this tool only, never in a
/// compiler.
/// </summary>
internal sealed class UnknownNeeds(Func<ScopeProject?> project) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Unreported = new(
        "KXO1000",
        "Unknown need",
        "Unknown need",
        "ApiScopes",
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true
    );
    private readonly ConcurrentQueue<(string Member, SyntaxTree Tree, Microsoft.CodeAnalysis.Text.TextSpan Span)> _calls = new();

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unreported];

    /// <summary>Gets the calls, in source order.</summary>
    public IEnumerable<(string Member, SyntaxTree Tree, Microsoft.CodeAnalysis.Text.TextSpan Span)> Calls =>
        _calls.OrderBy(static call => call.Tree.FilePath, StringComparer.Ordinal).ThenBy(static call => call.Span.Start);

    // The operations of a document without any statement about scopes have no requirement, and so no rule of the analyzer looks at calls
    // of them. In a report their silence would look like "needs nothing", so they are listed.
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterOperationAction(Check, OperationKind.Invocation, OperationKind.MethodReference);
    }

    /// <summary>Gets a value indicating whether a member sends a request to an API.</summary>
    public static bool IsOperation(ISymbol member) =>
        member
            .OriginalDefinition.GetAttributes()
            .Any(static attribute => attribute.AttributeClass is { Name: "ApiOperationAttribute", ContainingNamespace.Name: "KoreXo" });

    private void Check(OperationAnalysisContext context)
    {
        var method = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        if (
            method is not null
            && IsOperation(method)
            && project()?.Requirements.Of(method) is null
            && !GeneratedClients.Contain(context.ContainingSymbol, context.Operation.Syntax.SyntaxTree)
        )
        {
            _calls.Enqueue((MemberName.Full(method), context.Operation.Syntax.SyntaxTree, context.Operation.Syntax.Span));
        }
    }
}
