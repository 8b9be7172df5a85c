using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>Describes a type's content as a string, without its own name or the names of types that may be renamed as well.</summary>
internal static class TypeShape
{
    public static string Of(TypeModel type, IReadOnlySet<string> unsure) =>
        type switch
        {
            ObjectModel model => $"object {model.IsSent} {model.IsForm} {Of(model.AdditionalProperties, unsure)}\n"
                + string.Concat(
                    model.Properties.Select(property =>
                        $"{property.WireName}\0{property.Name} {Of(property.Type, unsure)} {property.IsRequired} {property.IsNullable} {property.IsGivenByServer} {property.Constant}\n"
                    )
                ),
            ValueSetModel model => $"values {model.Kind} {model.IsClosed}\n"
                + string.Concat(model.Values.Select(static value => $"{value.Value}\0{value.Name}\n")),
            UnionModel model => $"union {model.Discriminator}\n"
                + string.Concat(model.Cases.Select(item => $"{Of(item.Type, unsure)} {string.Join('\0', item.Values)}\n")),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static string Of(TypeRef? type, IReadOnlySet<string> unsure) =>
        type switch
        {
            null => "-",
            TypeRef.Named named => unsure.Contains(named.Name) ? $"? {named.Kind}" : named.Name,
            TypeRef.List list => $"list({Of(list.Item, unsure)})",
            TypeRef.Map map => $"map({Of(map.Value, unsure)})",
            TypeRef.Pair pair => $"pair({Of(pair.Value, unsure)})",
            TypeRef.Nullable nullable => $"null({Of(nullable.Inner, unsure)})",
            TypeRef.Scalar scalar => scalar.Kind.ToString(),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
