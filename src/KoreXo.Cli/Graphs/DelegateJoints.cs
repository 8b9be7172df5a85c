using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// Connects the places that invoke a delegate with the functions that are converted to one. Types are compared exactly if both are known,
/// and by their generic definition if one has type parameters: a <c>Func&lt;T&gt;</c> invoked in a generic method may be any <c>Func</c>.
/// </summary>
internal sealed class DelegateJoints(CallGraph graph)
{
    private static readonly SymbolDisplayFormat Exact = SymbolDisplayFormat.FullyQualifiedFormat;

    // Which functions may run at "handler(order)"? Those that were turned into a delegate of this very type: Action<Order> is not
    // Action<Pet>. Inside of a generic method the type is Action<T>, and any Action<…> may be behind it; conversely, a delegate that was
    // created as Action<T> may be invoked as any of them. Hence three joints:
    //     exact: Action<Order>, what was created as such
    //     open:  Action<…>, what was created with a type parameter in its type
    //     any:   Action<…>, everything, for invocations with a type parameter in the type
    /// <summary>Gets the joint of all functions that a delegate of the type may hold.</summary>
    public GraphNode Invoked(INamedTypeSymbol type)
    {
        var any = Any(type);
        if (IsOpen(type))
        {
            return any;
        }

        var exact = ExactJoint(type);
        exact.Add(Open(type), place: null);
        return exact;
    }

    /// <summary>Records that a function is converted to a delegate of a type.</summary>
    public void Bind(GraphNode function, INamedTypeSymbol type)
    {
        Any(type).Add(function, place: null);
        (IsOpen(type) ? Open(type) : ExactJoint(type)).Add(function, place: null);
    }

    /// <summary>Records that a delegate of one type is used as another type, as variance allows.</summary>
    public void Convert(INamedTypeSymbol from, INamedTypeSymbol to)
    {
        if (!SymbolEqualityComparer.Default.Equals(from, to))
        {
            var source = Invoked(from);
            Any(to).Add(source, place: null);
            (IsOpen(to) ? Open(to) : ExactJoint(to)).Add(source, place: null);
        }
    }

    private GraphNode Any(INamedTypeSymbol type) => graph.Joint("any " + FunctionKey.From((ITypeSymbol)type));

    private GraphNode Open(INamedTypeSymbol type) => graph.Joint("open " + FunctionKey.From((ITypeSymbol)type));

    private GraphNode ExactJoint(INamedTypeSymbol type) => graph.Joint("delegate " + type.ToDisplayString(Exact));

    private static bool IsOpen(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol => true,
            IArrayTypeSymbol array => IsOpen(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
            _ => false,
        };
}
