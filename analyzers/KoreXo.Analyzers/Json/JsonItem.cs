namespace KoreXo.Analyzers.Json;

/// <summary>An item of an array.</summary>
/// <param name="Value">The item.</param>
/// <param name="CommaEnd">The end of the comma after it, or -1 if there is none.</param>
internal sealed record JsonItem(JsonValue Value, int CommaEnd);
