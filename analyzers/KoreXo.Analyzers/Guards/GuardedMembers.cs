using System.Collections.Concurrent;
using KoreXo.Analyzers.Callers;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Knows what members of the project tell about scopes though no attribute says so: methods and computed properties that ask a guard,
/// read-only fields and properties that keep its answer. One a compilation; remembers what it found.
/// </summary>
internal sealed class GuardedMembers(GuardReader guards, Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, GuardSummary?> _found = new(SymbolEqualityComparer.Default);

    /// <summary>Gives what a member tells whoever calls or reads it.</summary>
    /// <returns><see langword="null"/> if it tells nothing, or may be another one at run time.</returns>
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

    /// <summary>Gives the control flow of a declaration; <see langword="null"/> if it has no code.</summary>
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
#pragma warning disable RS1030 // A member is followed across files, once a compilation, and only where a scope is missing.
        return node is null ? null : ControlFlowGraph.Create(node, compilation.GetSemanticModel(node.SyntaxTree), cancellation);
#pragma warning restore RS1030
    }

    /// <summary>Gives the context of another member's graph.</summary>
    public FlowContext Context(ControlFlowGraph graph, CallPath path, CancellationToken cancellation) =>
        new(guards, this, new VariableUse(graph.OriginalOperation), path, cancellation);
}
