namespace KoreXo.OpenApi.Text;

/// <summary>The current location in a walk over a document. The pointer is only built on request.</summary>
internal sealed class PointerStack
{
    private readonly List<(string? Name, int Index)> _tokens = [];

    public void Push(string name) => _tokens.Add((name, 0));

    public void Push(int index) => _tokens.Add((null, index));

    public void Pop() => _tokens.RemoveAt(_tokens.Count - 1);

    /// <summary>Returns the JSON pointer.</summary>
    public override string ToString() =>
        _tokens.Aggregate(
            "",
            static (pointer, token) => token.Name is { } name ? JsonPointer.Append(pointer, name) : JsonPointer.Append(pointer, token.Index)
        );
}
