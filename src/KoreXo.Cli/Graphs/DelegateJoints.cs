using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>
/// Connects the places that invoke a delegate with the functions that are converted to one of its type. Type parameters stand for any
/// type: a <c>Func&lt;T, bool&gt;</c> that a generic method invokes may be any <c>Func&lt;…, bool&gt;</c>.
/// </summary>
internal sealed class DelegateJoints(CallGraph graph)
{
    private readonly Dictionary<string, Sides> _sides = new(StringComparer.Ordinal);

    // Which functions may run at "handler(order)"? Those that were turned into a delegate of this very type: Action<Order> is not
    // Action<Pet>. Inside of a generic method the type is Action<T>, and any Action<…> may be behind it; conversely, a delegate that was
    // created as Action<T> may be invoked as any of them. So each type has a joint for either side:
    //     invoked Action<Order>  →  bound Action<Order>, bound Action<*>
    //     invoked Action<*>      →  bound Action<Order>, bound Action<Pet>, bound Action<*>
    // Types without parameters are many and those with some are few, so only the latter are compared with all others.
    /// <summary>Gets the joint of all functions that a delegate of the type may hold.</summary>
    public GraphNode Invoked(INamedTypeSymbol type)
    {
        var shape = TypeShape.From(type);
        var joint = graph.Joint($"invoked {shape}");
        var sides = SidesOf(shape);
        if (sides.Invoked.Add(joint, shape))
        {
            foreach (var bound in sides.Bound.Matching(shape))
            {
                joint.Add(bound, place: null);
            }
        }

        return joint;
    }

    /// <summary>Records that code of an assembly converts a function to a delegate of a type.</summary>
    public void Bind(GraphNode function, INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        // A program that does not contain the assembly never holds such a delegate, even if the function is everywhere: "x.Dispose" is.
        var converted = graph.Joint($"converted in {assembly.Name}: {function.Key}");
        converted.BelongTo(assembly);
        converted.Add(function, place: null);
        var shape = TypeShape.From(type);
        var joint = graph.Joint($"bound {shape}");
        joint.Add(converted, place: null);
        var sides = SidesOf(shape);
        if (sides.Bound.Add(joint, shape))
        {
            foreach (var invoked in sides.Invoked.Matching(shape))
            {
                invoked.Add(joint, place: null);
            }
        }
    }

    /// <summary>
    /// Records that a delegate of one type is used as another type, as variance allows: a <c>Func&lt;string&gt;</c> as a
    /// <c>Func&lt;object&gt;</c>, or a list of the former as a sequence of the latter.
    /// </summary>
    public void Convert(ITypeSymbol? from, ITypeSymbol? to, IAssemblySymbol assembly)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
        {
            return;
        }

        switch (from, to)
        {
            case (INamedTypeSymbol { TypeKind: TypeKind.Delegate } source, INamedTypeSymbol { TypeKind: TypeKind.Delegate } target):
                Bind(Invoked(source), target, assembly);
                break;
            case (IArrayTypeSymbol source, IArrayTypeSymbol target):
                Convert(source.ElementType, target.ElementType, assembly);
                break;
            case ({ } source, INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: true } target):
                foreach (var implemented in source.AllInterfaces.Append(source).OfType<INamedTypeSymbol>())
                {
                    if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, target.OriginalDefinition))
                    {
                        foreach (var (inner, outer) in implemented.TypeArguments.Zip(target.TypeArguments))
                        {
                            Convert(inner, outer, assembly);
                        }
                    }
                }

                break;
        }
    }

    private Sides SidesOf(TypeShape shape)
    {
        if (!_sides.TryGetValue(shape.Name, out var sides))
        {
            _sides.Add(shape.Name, sides = new Sides());
        }

        return sides;
    }

    private sealed class Sides
    {
        public Side Invoked { get; } = new();

        public Side Bound { get; } = new();
    }

    private sealed class Side
    {
        private readonly Dictionary<string, (GraphNode Joint, TypeShape Shape)> _all = new(StringComparer.Ordinal);
        private readonly List<(GraphNode Joint, TypeShape Shape)> _open = [];

        public bool Add(GraphNode joint, TypeShape shape)
        {
            var isNew = _all.TryAdd(shape.ToString(), (joint, shape));
            if (isNew && shape.IsOpen)
            {
                _open.Add((joint, shape));
            }

            return isNew;
        }

        public IEnumerable<GraphNode> Matching(TypeShape shape)
        {
            var open = shape.IsOpen
                ? _all.Values.Where(other => other.Shape.Matches(shape))
                : _open.Where(other => other.Shape.Matches(shape));
            var joints = open.Select(static other => other.Joint);
            return !shape.IsOpen && _all.TryGetValue(shape.ToString(), out var same) ? joints.Append(same.Joint) : joints;
        }
    }
}
