namespace KoreXo.Generator.Model;

/// <summary>Goes from uses of types to the types that are emitted for them, and on to those they are made of.</summary>
internal static class TypeGraph
{
    // Not recursive: documents exist in which each of ten thousand types refers to the next. Types form cycles as well (an order has a
    // customer, who has orders), so 'enter' has to return null for a type that it has returned before.
    /// <summary>Gives every type that is reached.</summary>
    /// <param name="uses">Where to begin.</param>
    /// <param name="enter">Gives the type of a name; null to leave it alone, as what has been reached before must be.</param>
    public static List<TypeModel> Reach(IEnumerable<TypeRef?> uses, Func<string, TypeModel?> enter)
    {
        var reached = new List<TypeModel>();
        var open = new Stack<TypeRef?>(uses);
        while (open.Count > 0)
        {
            var use = open.Pop();
            if (use is TypeRef.Named named && enter(named.Name) is { } type)
            {
                reached.Add(type);
                foreach (var part in Parts(type))
                {
                    open.Push(part);
                }
            }
            else if (use?.Element is { } element)
            {
                open.Push(element);
            }
        }

        return reached;
    }

    /// <summary>The uses of types that a type is made of.</summary>
    public static IEnumerable<TypeRef?> Parts(TypeModel type) =>
        type switch
        {
            ObjectModel model => model.Properties.Select(static property => property.Type).Concat([model.AdditionalProperties]),
            UnionModel union => union.Cases.Select(static item => item.Type),
            _ => [],
        };
}
