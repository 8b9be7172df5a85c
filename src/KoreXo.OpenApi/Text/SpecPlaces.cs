namespace KoreXo.OpenApi.Text;

/// <summary>The pointers of a document's values, by their position in its text.</summary>
internal sealed class SpecPlaces
{
    private readonly Dictionary<(int Line, int Column), string> _pointers = [];

    public SpecPlaces(SpecNode root) => Visit(root, "");

    /// <summary>Returns the pointer of the value that begins at a zero-based line and column; null if none does.</summary>
    public string? PointerAt(int line, int column) => _pointers.TryGetValue((line, column), out var pointer) ? pointer : null;

    private void Visit(SpecNode node, string pointer)
    {
        if (!_pointers.ContainsKey((node.Line, node.Column)))
        {
            _pointers.Add((node.Line, node.Column), pointer);
        }

        foreach (var name in node.Names)
        {
            Visit(node[name]!, JsonPointer.Append(pointer, name));
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            Visit(node.Items[i], JsonPointer.Append(pointer, i));
        }
    }
}
