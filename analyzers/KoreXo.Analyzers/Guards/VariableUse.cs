using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Determines which variables of a member can be tracked: one that a lambda or an exception filter changes may have any value anywhere.
/// </summary>
internal sealed class VariableUse
{
    private readonly Dictionary<ISymbol, int> _assignments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _lost = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _reassigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, object> _constants = new(SymbolEqualityComparer.Default);

    public VariableUse(IOperation root)
    {
        var open = new Stack<(IOperation Operation, IMethodSymbol? Function, bool IsFilter)>();
        open.Push((root, null, false));
        while (open.Count > 0)
        {
            var (operation, function, isFilter) = open.Pop();
            Count(operation, function, isFilter);
            function = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => function,
            };
            var filter = (operation as ICatchClauseOperation)?.Filter;
            foreach (var child in operation.ChildOperations)
            {
                open.Push((child, function, isFilter || child == filter));
            }
        }
    }

    /// <summary>Returns whether the variable has the value last assigned on the current path.</summary>
    public bool CanFollow(ISymbol variable) => !_lost.Contains(variable);

    /// <summary>Returns whether the variable never changes its value, so that a lambda that runs later sees the same one.</summary>
    public bool IsConstant(object variable) =>
        variable is ISymbol symbol && CanFollow(symbol) && _assignments.TryGetValue(symbol, out var count) && count == 1;

    /// <summary>Returns whether the variable still has the value it had at the start of the member.</summary>
    public bool IsUnchanged(ISymbol variable) => CanFollow(variable) && !_assignments.ContainsKey(variable);

    /// <summary>
    /// Returns whether the local or parameter has one value for as long as it exists: that of its declaration or of the caller.
    /// </summary>
    public bool IsFixed(ISymbol variable) =>
        CanFollow(variable)
        && variable switch
        {
            ILocalSymbol => !_reassigned.Contains(variable),
            IParameterSymbol parameter => parameter.RefKind == RefKind.None && !_assignments.ContainsKey(variable),
            _ => false,
        };

    /// <summary>
    /// Returns the constant that the declaration of a local initializes it with; <see langword="null"/> if there is none.
    /// </summary>
    public object? Constant(ISymbol variable) => _constants.TryGetValue(variable, out var constant) ? constant : null;

    /// <summary>
    /// Returns the local, the parameter, or the read-only field or property of the same object that an operation refers to. Computed
    /// properties do not count, since they may return a different value each time.
    /// </summary>
    public static ISymbol? Variable(IOperation? operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation { Parameter: var parameter } when !IsShared(parameter) => parameter,
            IFieldReferenceOperation { Field.IsReadOnly: true } field when IsOwn(field) => field.Field.OriginalDefinition,
            IPropertyReferenceOperation { Property.SetMethod: null } property
                when IsOwn(property) && StoredValue.IsStored(property.Property.OriginalDefinition) => property.Property.OriginalDefinition,
            _ => null,
        };

    // Any member of a type can change a parameter of its primary constructor.
    private static bool IsShared(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private static bool IsOwn(IMemberReferenceOperation reference) =>
        reference.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    /// <summary>Returns the variables that an assignment to <paramref name="target"/> changes.</summary>
    public static IEnumerable<ISymbol> Targets(IOperation? target) =>
        target switch
        {
            ITupleOperation tuple => tuple.Elements.SelectMany(Targets),
            IDeclarationExpressionOperation declaration => Targets(declaration.Expression),
            _ when Variable(target) is { } variable => [variable],
            IFieldReferenceOperation { Instance: { } tuple } when TupleElement.Index(target) >= 0 => Targets(tuple),
            _ => [],
        };

    private void Count(IOperation operation, IMethodSymbol? function, bool isFilter)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } declarator:
                _lost.Add(declarator.Symbol);
                Lose(declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value);
                break;
            case IVariableDeclaratorOperation { Initializer.Value: var value } declarator:
                Assign(declarator.Symbol, function, isFilter);
                if (value.ConstantValue is { HasValue: true, Value: { } constant })
                {
                    _constants[declarator.Symbol] = constant;
                }

                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                Assign(declared, function, isFilter);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } declared }:
                Assign(declared, function, isFilter);
                break;
            case IAssignmentOperation assignment:
                if (assignment is ISimpleAssignmentOperation { IsRef: true })
                {
                    Lose(assignment.Value);
                }

                foreach (var variable in Targets(assignment.Target))
                {
                    Assign(variable, function, isFilter);
                    _reassigned.Add(variable);
                }

                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Lose(argument.Value);
                break;
            case IAddressOfOperation address:
                Lose(address.Reference);
                break;
        }
    }

    // A lambda that assigns a variable of the member around it may run at any time, or never, so from its mere existence the variable can
    // have either value anywhere. An assignment in an exception filter may take effect before finally blocks that precede it in the code.
    private void Assign(ISymbol variable, IMethodSymbol? function, bool isFilter)
    {
        _assignments[variable] = _assignments.TryGetValue(variable, out var count) ? count + 1 : 1;
        var home = variable.ContainingSymbol
            is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } nested
            ? nested
            : null;
        if (isFilter || !SymbolEqualityComparer.Default.Equals(home, function))
        {
            _lost.Add(variable);
        }
    }

    private void Lose(IOperation? value)
    {
        foreach (var variable in Targets(value))
        {
            _lost.Add(variable);
        }
    }
}
