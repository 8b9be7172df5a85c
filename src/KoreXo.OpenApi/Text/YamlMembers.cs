namespace KoreXo.OpenApi.Text;

/// <summary>
/// Collects the members of a YAML mapping, including those of its merge keys (<c>&lt;&lt;</c>): its own members take precedence.
/// </summary>
internal sealed class YamlMembers(int line, int column)
{
    private readonly HashSet<string> _merged = new(StringComparer.Ordinal);

    public SpecNode Node { get; } = SpecNode.Object(line, column);

    // "<<: *defaults" may come before or after a member of the same name, and the mapping's own member wins either way: it takes the
    // place of a merged one, and a merge does not touch what is there. Only two own members of one name are an error.
    /// <summary>Adds a member of the mapping itself; returns false if the name is taken.</summary>
    public bool TryAdd(string name, SpecNode value)
    {
        if (!_merged.Remove(name))
        {
            return Node.TryAdd(name, value);
        }

        Node.Set(name, value);
        return true;
    }

    /// <summary>
    /// Adds the members of a mapping, or of a list of mappings of which earlier ones take precedence; returns false for anything else.
    /// </summary>
    public bool TryMerge(SpecNode source)
    {
        if (source.Kind == SpecNodeKind.Array)
        {
            return source.Items.TrueForAll(static item => item.Kind == SpecNodeKind.Object) && source.Items.TrueForAll(TryMerge);
        }

        if (source.Kind != SpecNodeKind.Object)
        {
            return false;
        }

        foreach (var name in source.Names)
        {
            if (Node.TryAdd(name, source[name]!))
            {
                _merged.Add(name);
            }
        }

        return true;
    }
}
