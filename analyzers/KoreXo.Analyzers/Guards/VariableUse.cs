using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Which variables of a member can be followed: one that a lambda or a <see langword="finally"/> changes may have any value anywhere.
/// </summary>
internal sealed class VariableUse
{
    private readonly Dictionary<ISymbol, int> _assignments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _lost = new(SymbolEqualityComparer.Default);

    public VariableUse(IOperation root)
    {
        var open = new Stack<(IOperation Operation, IMethodSymbol? Function, bool IsFinal)>();
        open.Push((root, null, false));
        while (open.Count > 0)
        {
            var (operation, function, isFinal) = open.Pop();
            Count(operation, function, isFinal);
            function = operation switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => function,
            };
            var final = (operation as ITryOperation)?.Finally;
            foreach (var child in operation.ChildOperations)
            {
                open.Push((child, function, isFinal || child == final));
            }
        }
    }

    /// <summary>Tells whether the variable has the value that was last assigned on the way.</summary>
    public bool CanFollow(ISymbol variable) => !_lost.Contains(variable);

    /// <summary>Tells whether the variable has one value for good, also for a lambda that runs later.</summary>
    public bool IsConstant(object variable) =>
        variable is ISymbol symbol && CanFollow(symbol) && _assignments.TryGetValue(symbol, out var count) && count == 1;

    /// <summary>Gets the local or parameter that an operation refers to.</summary>
    public static ISymbol? Variable(IOperation? operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

    /// <summary>Gets the locals and parameters that an assignment to <paramref name="target"/> changes.</summary>
    public static IEnumerable<ISymbol> Targets(IOperation target) =>
        target switch
        {
            ITupleOperation tuple => tuple.Elements.SelectMany(Targets),
            _ when Variable(target) is { } variable => [variable],
            _ => [],
        };

    private void Count(IOperation operation, IMethodSymbol? function, bool isFinal)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } declarator:
                _lost.Add(declarator.Symbol);
                Lose(declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value);
                break;
            case IVariableDeclaratorOperation { Initializer: not null } declarator:
                Assign(declarator.Symbol, function, isFinal);
                break;
            case IAssignmentOperation assignment:
                foreach (var variable in Targets(assignment.Target))
                {
                    Assign(variable, function, isFinal);
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

    private void Assign(ISymbol variable, IMethodSymbol? function, bool isFinal)
    {
        _assignments[variable] = _assignments.TryGetValue(variable, out var count) ? count + 1 : 1;
        var home = variable.ContainingSymbol
            is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } nested
            ? nested
            : null;
        if (isFinal || !SymbolEqualityComparer.Default.Equals(home, function))
        {
            _lost.Add(variable);
        }
    }

    private void Lose(IOperation? value)
    {
        if (Variable(value) is { } variable)
        {
            _lost.Add(variable);
        }
    }
}
