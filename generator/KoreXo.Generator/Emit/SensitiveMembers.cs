using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Finds the members of types, at any depth, that must not be shown.</summary>
internal sealed class SensitiveMembers
{
    private readonly EmitContext _context;
    private readonly HashSet<string> _leading;

    public SensitiveMembers(EmitContext context)
    {
        _context = context;
        _leading = Leading(context.Document);
    }

    /// <summary>Returns their wire names, each once, in a fixed order.</summary>
    public List<string> Of(IEnumerable<TypeRef?> types)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = TypeGraph
            .Reach(types, name => _leading.Contains(name) && seen.Add(name) ? _context.Type(name) : null)
            .OfType<ObjectModel>()
            .SelectMany(static model => model.Properties)
            .Where(static property => property.IsSensitive)
            .Select(static property => property.WireName);
        return [.. new SortedSet<string>(names, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Returns the types that contain such a member at any depth. They are found once, backward: in a document where every type refers to
    /// every other, searching forward from each operation would be quadratic.
    /// </summary>
    private static HashSet<string> Leading(DocumentModel document)
    {
        var open = new Stack<string>(
            document
                .Types.OfType<ObjectModel>()
                .Where(static model => model.Properties.Any(static property => property.IsSensitive))
                .Select(static model => model.Name)
        );
        var leading = new HashSet<string>(StringComparer.Ordinal);
        if (open.Count == 0)
        {
            return leading;
        }

        var users = document
            .Types.SelectMany(static type => TypeGraph.Parts(type).Select(part => (User: type.Name, Used: Name(part))))
            .Where(static use => use.Used is not null)
            .ToLookup(static use => use.Used!, static use => use.User, StringComparer.Ordinal);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (leading.Add(name))
            {
                foreach (var user in users[name])
                {
                    open.Push(user);
                }
            }
        }

        return leading;
    }

    private static string? Name(TypeRef? type)
    {
        while (type?.Element is { } element)
        {
            type = element;
        }

        return (type as TypeRef.Named)?.Name;
    }
}
