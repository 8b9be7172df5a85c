namespace KoreXo.Generator.Model;

/// <summary>Walks from uses of types to the emitted types, and on to their parts.</summary>
internal static class TypeGraph
{
    // Not recursive: documents exist in which each of ten thousand types refers to the next. Types form cycles as well (an order has a
    // customer, who has orders), so 'enter' has to return null for a type that it has returned before.
    /// <summary>Returns every type that is reached.</summary>
    /// <param name="uses">The uses to start from.</param>
    /// <param name="enter">Returns the type with a name; null to skip it, which it must do for types that it has returned before.</param>
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

    /// <summary>Returns the types that a type consists of.</summary>
    public static IEnumerable<TypeRef?> Parts(TypeModel type) =>
        type switch
        {
            ObjectModel model => model.Properties.Select(static property => property.Type).Concat([model.AdditionalProperties]),
            UnionModel union => union.Cases.Select(static item => item.Type),
            _ => [],
        };
}
