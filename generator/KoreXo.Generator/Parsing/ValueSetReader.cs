using KoreXo.Generator.Document;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary>Strings with known values: <c>enum</c>, and <c>x-extensible-enum</c> for values that were merely seen.</summary>
internal static class ValueSetReader
{
    private static readonly string[] Members =
    [
        "Value",
        "TryParse",
        "Known",
        "IsKnown",
        "Equals",
        "GetHashCode",
        "ToString",
        "GetType",
        "ReferenceEquals",
        "Codec",
        "MemberwiseClone",
        "PrintMembers",
        "Clone",
    ];

    public static TypeRef Read(SpecSchema site, string name, TypeRegistry registry)
    {
        var type = registry.Declare(site.Pointer, name, NamedKind.ValueSet, "Value", Members);
        var names = new NameScope([type.Name, .. Members]);
        var values = new List<ValueModel>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in (site.Node["enum"] ?? site.Node["x-extensible-enum"])!.Items)
        {
            if (node.Kind == SpecNodeKind.String && taken.Add(node.Text))
            {
                values.Add(new ValueModel(node.Text, names.Take(CSharpName.Value(node.Text), "Value")));
            }
        }

        registry.Define(
            new ValueSetModel
            {
                Name = type.Name,
                Description = site.Node.String("description") ?? "",
                IsDeprecated = site.Node.Boolean("deprecated") == true,
                Values = values,
                IsClosed = site.Node["enum"] is not null,
            }
        );
        return type;
    }
}
