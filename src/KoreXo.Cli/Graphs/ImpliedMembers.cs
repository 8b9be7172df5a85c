using System.Collections.Immutable;
using KoreXo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>Finds the members that an operation runs without naming them: operators, enumerators, disposal, awaiters, patterns.</summary>
internal static class ImpliedMembers
{
    public static IEnumerable<ISymbol> Of(IOperation operation) =>
        (
            operation switch
            {
                IBinaryOperation binary => [binary.OperatorMethod, .. Truth(binary)],
                ITupleBinaryOperation tuples => Elements(tuples),
                IUnaryOperation unary => [unary.OperatorMethod],
                ICompoundAssignmentOperation compound =>
                [
                    compound.OperatorMethod,
                    compound.InConversion.MethodSymbol,
                    compound.OutConversion.MethodSymbol,
                ],
                IIncrementOrDecrementOperation increment => [increment.OperatorMethod],
                ICoalesceOperation coalesce => [coalesce.ValueConversion.MethodSymbol],
                IWithOperation with => [with.CloneMethod],
                IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } loop => Loop(loop, syntax),
                IUsingOperation { Resources: IVariableDeclarationGroupOperation group } => Declared(group),
                IUsingOperation { Resources: { } resource } => Disposal(resource.Type),
                IUsingDeclarationOperation { DeclarationGroup: { } group } => Declared(group),
                IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model } => Awaiter(
                    model.GetAwaitExpressionInfo(syntax)
                ),
                IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } =>
                    Deconstruction(model.GetDeconstructionInfo(syntax)),
                IRecursivePatternOperation pattern => [pattern.DeconstructSymbol],
                IListPatternOperation list => [Read(list.LengthSymbol), Read(list.IndexerSymbol)],
                ISlicePatternOperation slice => [Read(slice.SliceSymbol)],
                ISpreadOperation spread => [.. Enumeration(spread), spread.ElementConversion.MethodSymbol],
                ICollectionExpressionOperation collection => [collection.ConstructMethod, .. CollectionAdd.Methods(collection)],
                _ => Enumerable.Empty<ISymbol?>(),
            }
        ).OfType<ISymbol>();

    /// <summary>Gets the type of the enumerator on which a loop calls a member.</summary>
    public static ITypeSymbol? Receiver(IOperation operation, ISymbol member)
    {
        var enumerator = operation switch
        {
            IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model } => model
                .GetForEachStatementInfo(syntax)
                .GetEnumeratorMethod,
            ISpreadOperation spread => Enumerator(spread),
            _ => null,
        };
        return SymbolEqualityComparer.Default.Equals(enumerator, member) ? null : enumerator?.ReturnType;
    }

    private static ISymbol?[] Loop(IForEachLoopOperation loop, CommonForEachStatementSyntax syntax)
    {
        if (loop.SemanticModel?.GetForEachStatementInfo(syntax) is not { } info)
        {
            return [];
        }

        ISymbol?[] members =
        [
            info.GetEnumeratorMethod,
            info.MoveNextMethod,
            info.CurrentProperty?.GetMethod,
            info.DisposeMethod,
            info.CurrentConversion.MethodSymbol,
            info.ElementConversion.MethodSymbol,
        ];
        return syntax is ForEachVariableStatementSyntax variables
            ? [.. members, .. Deconstruction(loop.SemanticModel.GetDeconstructionInfo(variables))]
            : members;
    }

    private static IEnumerable<ISymbol?> Deconstruction(DeconstructionInfo info) =>
        info.Nested.SelectMany(Deconstruction).Append(info.Method).Append(info.Conversion?.MethodSymbol);

    // The compiler does not expose how a spread enumerates its operand. What the type itself has comes before what its interfaces have.
    private static IMethodSymbol? Enumerator(ISpreadOperation spread) =>
        spread.Operand.Type is { TypeKind: not TypeKind.Array } type
            ? Named(type, "GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault()
            : null;

    private static IEnumerable<ISymbol?> Enumeration(ISpreadOperation spread) =>
        Enumerator(spread) is { ReturnType: var type } enumerator
            ? [enumerator, .. Named(type, "MoveNext"), .. Named(type, WellKnownMemberNames.CurrentPropertyName), .. Named(type, "Dispose")]
            : [];

    private static IEnumerable<ISymbol?> Awaiter(AwaitExpressionInfo info) =>
        [
            info.GetAwaiterMethod,
            info.IsCompletedProperty?.GetMethod,
            info.GetResultMethod,
            .. info.GetAwaiterMethod is { ReturnType: var awaiter }
                ? Implemented(awaiter, "OnCompleted").Concat(Implemented(awaiter, "UnsafeOnCompleted"))
                : [],
        ];

    // "a && b" calls operator false on a, and "a || b" calls operator true.
    private static ImmutableArray<ISymbol> Truth(IBinaryOperation binary) =>
        (binary.OperatorKind, binary.OperatorMethod) switch
        {
            (BinaryOperatorKind.ConditionalAnd, { ContainingType: var type }) => type.GetMembers(WellKnownMemberNames.FalseOperatorName),
            (BinaryOperatorKind.ConditionalOr, { ContainingType: var type }) => type.GetMembers(WellKnownMemberNames.TrueOperatorName),
            _ => [],
        };

    // "(a, b) == (c, d)" compares the elements; the compiler does not expose with which operators.
    private static IEnumerable<ISymbol> Elements(ITupleBinaryOperation tuples)
    {
        var name =
            tuples.OperatorKind == BinaryOperatorKind.Equals
                ? WellKnownMemberNames.EqualityOperatorName
                : WellKnownMemberNames.InequalityOperatorName;
        return Elements(tuples.LeftOperand.Type).Concat(Elements(tuples.RightOperand.Type)).SelectMany(type => type.GetMembers(name));
    }

    private static IEnumerable<ITypeSymbol> Elements(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.SelectMany(static element => Elements(element.Type))
        : type is null ? []
        : [type];

    private static IEnumerable<ISymbol?> Declared(IVariableDeclarationGroupOperation group) =>
        group
            .Declarations.SelectMany(static declaration => declaration.Declarators)
            .SelectMany(static declarator => Disposal(declarator.Symbol.Type));

    // By pattern or by interface, synchronous or asynchronous, depending on the type.
    private static IEnumerable<ISymbol?> Disposal(ITypeSymbol? type) =>
        type is null ? [] : Named(type, "Dispose").Concat(Named(type, "DisposeAsync"));

    // The compiler binds "using (x)" to one Dispose, but the operation tree does not show which. All members of the name that need no
    // argument are taken, in base types and interfaces too; the one that runs is among them.
    private static IEnumerable<ISymbol?> Named(ITypeSymbol type, string name)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers(name).Where(NeedsNoArgument))
            {
                yield return Read(member);
            }
        }

        foreach (var member in Implemented(type, name))
        {
            yield return member;
        }
    }

    private static IEnumerable<ISymbol?> Implemented(ITypeSymbol type, string name) =>
        type
            .AllInterfaces.SelectMany(implemented => implemented.GetMembers(name))
            .Select(member => Read(type.FindImplementationForInterfaceMember(member) ?? member));

    private static bool NeedsNoArgument(ISymbol member) =>
        member is IPropertySymbol or IMethodSymbol
        && (member as IMethodSymbol)?.Parameters.Any(static parameter => !parameter.IsOptional && !parameter.IsParams) != true;

    private static ISymbol? Read(ISymbol? member) => member is IPropertySymbol property ? property.GetMethod : member;
}
