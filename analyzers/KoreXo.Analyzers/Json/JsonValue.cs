namespace KoreXo.Analyzers.Json;

/// <summary>A JSON value with its position.</summary>
internal sealed class JsonValue(JsonKind kind, TextRange range)
{
    public JsonKind Kind { get; } = kind;

    /// <summary>Gets the range of the value, including the quotes of a string.</summary>
    public TextRange Range { get; } = range;

    /// <summary>Gets the unescaped content of a string.</summary>
    public string Text { get; init; } = "";

    /// <summary>Gets the members of an object, in document order.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>Gets the items of an array.</summary>
    public IReadOnlyList<JsonItem> Items { get; init; } = [];
}
