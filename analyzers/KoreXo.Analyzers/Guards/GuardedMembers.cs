using System.Collections.Concurrent;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Determines what members of the project prove about scopes without an attribute: methods and computed properties that call a guard, and
/// read-only fields and properties that store its result. There is one instance per compilation, which caches its results.
/// </summary>
internal sealed class GuardedMembers(GuardReader guards, Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, GuardSummary?> _found = new(SymbolEqualityComparer.Default);

    /// <summary>Returns what calling or reading a member proves.</summary>
    /// <returns><see langword="null"/> if it proves nothing, or if another member may run in its place.</returns>
    public GuardSummary? Of(ISymbol member, CallPath path, CancellationToken cancellation)
    {
        member = RequirementReader.Definition(member);
        if (!MayTell(member))
        {
            return null;
        }

        if (_found.TryGetValue(member, out var known))
        {
            return known;
        }

        if (path.Into(member) is not { } inner)
        {
            return null;
        }

        // If the analysis of a member met a member that was already on its path, or went too deep, its summary is incomplete. The next
        // one who asks may come by another path and get further, so only complete summaries are kept.
        var summary = Find(member, inner, cancellation);
        return inner.IsCut ? summary : _found.GetOrAdd(member, summary);
    }

    private bool MayTell(ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly)
        && member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method => GuardSummaries.MayTell(method)
                && !method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ConditionalAttribute"),
            IPropertySymbol { GetMethod: not null, Parameters.IsEmpty: true } property => GuardSummaries.MayTell(property.Type),
            IFieldSymbol { IsReadOnly: true, AssociatedSymbol: null } field => GuardSummaries.MayTell(field.Type),
            _ => false,
        }
        && IsFinal(member);

    private static bool IsFinal(ISymbol member) =>
        !member.IsAbstract
        && !member.IsExtern
        && (!(member.IsVirtual || member.IsOverride) || member.IsSealed || member.ContainingType.IsSealed)
        && (member.ContainingType.TypeKind != TypeKind.Interface || member.IsStatic);

    private GuardSummary? Find(ISymbol member, CallPath path, CancellationToken cancellation)
    {
        if (GeneratedClients.Contain(member, member.Locations.FirstOrDefault()?.SourceTree))
        {
            return null;
        }

        if (member is IFieldSymbol || StoredValue.IsStored(member))
        {
            var value = new StoredValue(member, this, path, cancellation).Find(compilation);
            return value.IsPointless ? null : new GuardSummary(value, HeldFacts.None);
        }

        var method = member as IMethodSymbol ?? ((IPropertySymbol)member).GetMethod!;
        method = method.PartialImplementationPart ?? method;
        return
            method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax
            && Graph(syntax, compilation, cancellation) is { } graph
            ? GuardSummaries.Create(graph, method, GuardState.Empty, Context(graph, path, cancellation))
            : null;
    }

    /// <summary>Returns the control flow of a declaration; <see langword="null"/> if it has no code.</summary>
    public static ControlFlowGraph? Graph(SyntaxNode declaration, Compilation compilation, CancellationToken cancellation)
    {
        var node = declaration switch
        {
            ArrowExpressionClauseSyntax => declaration,
            EqualsValueClauseSyntax => declaration,
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } and not ConstructorDeclarationSyntax => null,
            AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => declaration,
            _ => null,
        };
#pragma warning disable RS1030 // Members are analyzed across files only where a scope is missing, and once per compilation.
        return node is null ? null : ControlFlowGraph.Create(node, compilation.GetSemanticModel(node.SyntaxTree), cancellation);
#pragma warning restore RS1030
    }

    /// <summary>Creates the context for another member's graph.</summary>
    public FlowContext Context(ControlFlowGraph graph, CallPath path, CancellationToken cancellation) =>
        new(guards, this, new VariableUse(graph.OriginalOperation), path, cancellation);
}
