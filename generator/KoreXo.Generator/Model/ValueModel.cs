namespace KoreXo.Generator.Model;

internal sealed record ValueModel(string Value, string Name);
