namespace KoreXo.Generator.Model;

internal sealed record BodyModel(BodyKind Kind, TypeRef Type, bool IsRequired, string Description);
