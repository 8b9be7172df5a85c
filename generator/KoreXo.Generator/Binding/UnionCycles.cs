using KoreXo.Generator.Model;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Removes cases of unions that lead back to the same union with no value in between: no JSON has such a shape, and reading it would not
/// end.
/// </summary>
internal sealed class UnionCycles
{
    private readonly Dictionary<string, HashSet<string>> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _users = new(StringComparer.Ordinal);

    private UnionCycles(IReadOnlyCollection<UnionModel> unions)
    {
        foreach (var union in unions)
        {
            _uses[union.Name] = [];
            _users[union.Name] = [];
        }

        foreach (var union in unions)
        {
            foreach (var used in union.Cases.Select(static item => Union(item.Type)).OfType<string>())
            {
                _uses[union.Name].Add(used);
                _users[used].Add(union.Name);
            }
        }

        Peel(unions.Select(static union => union.Name));
    }

    // "A: oneOf [B, string]" with "B: oneOf [A, integer]" is a document that one can write. The emitted reader of A would call that of B,
    // and that one the reader of A again, on the same token and without an end. A cycle through an object or a list is harmless, since
    // each round consumes a part of the JSON, and is not in this graph.
    public static void Cut(Dictionary<string, TypeModel> types, CancellationToken cancellationToken)
    {
        var unions = types.Values.OfType<UnionModel>().ToList();
        var graph = new UnionCycles(unions);
        foreach (var union in unions.Where(union => graph._uses.ContainsKey(union.Name)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cut = graph.CutFrom(union.Name);
            if (cut.Count > 0)
            {
                types[union.Name] = union with { Cases = union.Cases.Where(item => !cut.Contains(Union(item.Type) ?? "")).ToList() };
            }
        }
    }

    /// <summary>Removes the cases that lead from a union back to it, and returns them.</summary>
    private HashSet<string> CutFrom(string name)
    {
        var leading = new HashSet<string>(StringComparer.Ordinal) { name };
        var open = new Stack<string>([name]);
        while (open.Count > 0)
        {
            foreach (var user in _users[open.Pop()].Where(leading.Add))
            {
                open.Push(user);
            }
        }

        var cut = new HashSet<string>(_uses[name].Where(leading.Contains), StringComparer.Ordinal);
        foreach (var used in cut)
        {
            _uses[name].Remove(used);
            _users[used].Remove(name);
        }

        Peel(cut.Append(name));
        return cut;
    }

    /// <summary>Drops unions that use none or that none uses, so that long chains are not walked again for each of their links.</summary>
    private void Peel(IEnumerable<string> names)
    {
        var open = new Stack<string>(names);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!_uses.TryGetValue(name, out var uses) || (uses.Count > 0 && _users[name].Count > 0))
            {
                continue;
            }

            foreach (var used in uses)
            {
                _users[used].Remove(name);
                open.Push(used);
            }

            foreach (var user in _users[name])
            {
                _uses[user].Remove(name);
                open.Push(user);
            }

            _uses.Remove(name);
            _users.Remove(name);
        }
    }

    private static string? Union(TypeRef type) => type is TypeRef.Named { Kind: NamedKind.Union } named ? named.Name : null;
}
