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
                IBinaryOperation binary => [binary.OperatorMethod],
                IUnaryOperation unary => [unary.OperatorMethod],
                ICompoundAssignmentOperation compound =>
                [
                    compound.OperatorMethod,
                    compound.InConversion.MethodSymbol,
                    compound.OutConversion.MethodSymbol,
                ],
                IIncrementOrDecrementOperation increment => [increment.OperatorMethod],
                IWithOperation with => [with.CloneMethod],
                IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } loop => Loop(loop, syntax),
                IUsingOperation { Resources: IVariableDeclarationGroupOperation group } => Declared(group),
                IUsingOperation { Resources: { } resource } => Disposal(resource.Type),
                IUsingDeclarationOperation { DeclarationGroup: { } group } => Declared(group),
                IAwaitOperation { Operation.Type: { } type } => Named(type, "GetAwaiter"),
                IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } =>
                    Deconstruction(model.GetDeconstructionInfo(syntax)),
                IRecursivePatternOperation pattern => [pattern.DeconstructSymbol],
                IListPatternOperation list => [Read(list.LengthSymbol), Read(list.IndexerSymbol)],
                ISlicePatternOperation slice => [Read(slice.SliceSymbol)],
                ICollectionExpressionOperation collection => [collection.ConstructMethod, .. CollectionAdd.Methods(collection)],
                _ => Enumerable.Empty<ISymbol?>(),
            }
        ).OfType<ISymbol>();

    /// <summary>Gets the type of the enumerator on which a loop calls a member.</summary>
    public static ITypeSymbol? Receiver(IOperation operation, ISymbol member) =>
        operation is IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model }
        && model.GetForEachStatementInfo(syntax) is var info
        && !SymbolEqualityComparer.Default.Equals(info.GetEnumeratorMethod, member)
            ? info.GetEnumeratorMethod?.ReturnType
            : null;

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

    private static IEnumerable<ISymbol?> Declared(IVariableDeclarationGroupOperation group) =>
        group
            .Declarations.SelectMany(static declaration => declaration.Declarators)
            .SelectMany(static declarator => Disposal(declarator.Symbol.Type));

    // By pattern or by interface, synchronous or asynchronous, depending on the type.
    private static IEnumerable<ISymbol?> Disposal(ITypeSymbol? type) =>
        type is null ? [] : Named(type, "Dispose").Concat(Named(type, "DisposeAsync"));

    // The compiler binds "await x" to one GetAwaiter and "using (x)" to one Dispose, but the operation tree does not show which. All
    // members of the name without parameters are taken, in base types and interfaces too; the one that runs is among them.
    private static IEnumerable<ISymbol?> Named(ITypeSymbol type, string name)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers(name).OfType<IMethodSymbol>().Where(static method => method.Parameters.IsEmpty))
            {
                yield return member;
            }
        }

        foreach (var member in type.AllInterfaces.SelectMany(implemented => implemented.GetMembers(name)))
        {
            yield return type.FindImplementationForInterfaceMember(member) ?? member;
        }
    }

    private static ISymbol? Read(ISymbol? member) => member is IPropertySymbol property ? property.GetMethod : member;
}
