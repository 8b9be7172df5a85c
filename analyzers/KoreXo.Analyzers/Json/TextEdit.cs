namespace KoreXo.Analyzers.Json;

/// <summary>Replaces a range of a document.</summary>
internal readonly record struct TextEdit(TextRange Range, string NewText)
{
    public static TextEdit Insert(int at, string text) => new(new TextRange(at, 0), text);
}
