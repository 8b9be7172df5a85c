namespace KoreXo.Generator.Model;

/// <summary>How a field of a form is spread.</summary>
internal sealed record FieldStyle(string Name, SpreadStyle Style);
