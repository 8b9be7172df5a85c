using KoreXo.OpenApi.Text;

namespace KoreXo.Simulator.Documents;

/// <summary>
/// Changes schemas that lead back to themselves without a member or an item in between, which the validator would follow without end.
/// </summary>
internal sealed class CompositionCycles
{
    private const string Bases = "allOf";
    private static readonly string[] Choices = ["oneOf", "anyOf"];

    private readonly SpecNode _root;
    private readonly HashSet<SpecNode> _done = [];
    private readonly HashSet<SpecNode> _open = [];

    private CompositionCycles(SpecNode root) => _root = root;

    // Pet: { oneOf: [Cat, Dog] } with Cat: { allOf: [Pet, …] } is how documents describe inheritance. A cat has the members of a pet, and
    // that it is a cat or a dog says nothing more about it. So bases come first: they lose the choice that leads back. What is left then
    // is A: { oneOf: [A, string] }, where the first branch says nothing, and is removed.
    public static void Cut(SpecNode root)
    {
        var cycles = new CompositionCycles(root);
        Visit(root, cycles.CutBases);
        Visit(root, cycles.CutChoices);
    }

    private static void Visit(SpecNode node, Action<SpecNode> change)
    {
        change(node);
        foreach (var member in node.Names.Select(name => node[name]!).Concat(node.Items).ToList())
        {
            Visit(member, change);
        }
    }

    /// <summary>Replaces each base that leads back to the schema with what it says apart from that.</summary>
    private void CutBases(SpecNode schema)
    {
        var bases = Branches(schema, Bases);
        for (var index = 0; index < bases.Count; index++)
        {
            if (Follow(bases[index]) is { } target && Reaches(target, schema))
            {
                bases[index] = BaseOf(target, schema, []);
            }
        }
    }

    private SpecNode BaseOf(SpecNode target, SpecNode schema, HashSet<SpecNode> seen)
    {
        if (target == schema || !seen.Add(target))
        {
            return schema.NewObject();
        }

        var copy = target.Copy(source: null);
        foreach (var name in Choices.Append("not").Append("discriminator"))
        {
            copy.Remove(name);
        }

        var bases = Branches(copy, Bases);
        for (var index = 0; index < bases.Count; index++)
        {
            if (Follow(Branches(target, Bases)[index]) is { } next && Reaches(next, schema))
            {
                bases[index] = BaseOf(next, schema, seen);
            }
        }

        return copy;
    }

    private bool Reaches(SpecNode start, SpecNode goal)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SpecNode>([start]);
        while (open.TryPop(out var schema))
        {
            if (schema == goal)
            {
                return true;
            }

            foreach (var branch in seen.Add(schema) ? Choices.Append(Bases).SelectMany(name => Branches(schema, name)) : [])
            {
                if (Follow(branch) is { } next)
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    /// <summary>Removes the branches of a schema, and of all that it is composed of, that lead back to a schema on the way.</summary>
    private void CutChoices(SpecNode schema)
    {
        if (!_done.Add(schema))
        {
            return;
        }

        _open.Add(schema);
        foreach (var name in Choices.Append(Bases).Where(name => Branches(schema, name).Count > 0))
        {
            var branches = Branches(schema, name);
            branches.RemoveAll(LeadsBack);
            if (branches.Count == 0)
            {
                schema.Remove(name);
            }
        }

        if (schema["not"] is { } excluded && LeadsBack(excluded))
        {
            schema.Remove("not");
        }

        _open.Remove(schema);
    }

    private bool LeadsBack(SpecNode branch)
    {
        if (Follow(branch) is not { } schema)
        {
            return false;
        }

        if (_open.Contains(schema))
        {
            return true;
        }

        // A schema of which nothing is left was only a detour.
        var isEmpty = schema.Names.Count == 0;
        CutChoices(schema);
        return !isEmpty && schema.Names.Count == 0;
    }

    private static List<SpecNode> Branches(SpecNode schema, string name) =>
        schema[name] is { Kind: SpecNodeKind.Array } branches ? branches.Items : [];

    /// <summary>Returns the schema that a chain of references ends at; null if it has no end.</summary>
    private SpecNode? Follow(SpecNode reference)
    {
        var seen = new HashSet<SpecNode>();
        var node = reference;
        while (node?.String("$ref") is { } text)
        {
            if (!seen.Add(node) || JsonPointer.FromReference(text) is not { } pointer)
            {
                return null;
            }

            node = _root.Find(pointer);
        }

        return node;
    }
}
