namespace KoreXo.Generator.Model;

/// <summary>How a form field is serialized.</summary>
internal sealed record FieldStyle(string Name, SpreadStyle Style);
