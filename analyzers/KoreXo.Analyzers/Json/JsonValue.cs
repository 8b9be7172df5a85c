namespace KoreXo.Analyzers.Json;

/// <summary>A JSON value that knows where it stands.</summary>
internal sealed class JsonValue(JsonKind kind, TextRange range)
{
    public JsonKind Kind { get; } = kind;

    /// <summary>Gets where the value stands; of a string with its quotes.</summary>
    public TextRange Range { get; } = range;

    /// <summary>Gets the text of a string, unescaped.</summary>
    public string Text { get; init; } = "";

    /// <summary>Gets the members of an object in the order of the text.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>Gets the items of an array.</summary>
    public IReadOnlyList<JsonItem> Items { get; init; } = [];
}
