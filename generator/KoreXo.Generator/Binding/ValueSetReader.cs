using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Reads known values: strings of an <c>enum</c>, those of <c>x-extensible-enum</c>, which may not be complete, and integers with names in
/// the document.
/// </summary>
internal static class ValueSetReader
{
    public static TypeRef Read(SpecSchema site, string name, TypeRegistry registry) => Read(site, site, name, registry);

    /// <summary>Reads a choice between known values and any string.</summary>
    /// <param name="site">The choice.</param>
    /// <param name="known">Its branch with the known values.</param>
    /// <param name="name">The preferred name of the type.</param>
    /// <param name="registry">Receives the type.</param>
    public static TypeRef Read(SpecSchema site, SpecSchema known, string name, TypeRegistry registry)
    {
        var type = registry.Declare(site.Pointer, name, NamedKind.ValueSet, "Value", ReservedNames.OfValueSet);
        registry.Define(
            new ValueSetModel
            {
                Name = type.Name,
                Description = site.Node.String("description") ?? known.Node.String("description") ?? "",
                IsDeprecated = site.Node.Boolean("deprecated") == true,
                Values = Values(known, type.Name, SpecNodeKind.String),
                IsClosed = site.Node["enum"] is not null,
            }
        );
        return type;
    }

    /// <summary>Reads integers with names.</summary>
    /// <param name="site">The schema.</param>
    /// <param name="name">The preferred name of the type.</param>
    /// <param name="kind">The type of the integers.</param>
    /// <param name="registry">Receives the type.</param>
    public static TypeRef ReadIntegers(SpecSchema site, string name, ScalarKind kind, TypeRegistry registry)
    {
        var type = registry.Declare(site.Pointer, name, NamedKind.IntegerSet, "Value", ReservedNames.OfValueSet);
        registry.Define(
            new ValueSetModel
            {
                Name = type.Name,
                Description = site.Node.String("description") ?? "",
                IsDeprecated = site.Node.Boolean("deprecated") == true,
                Values = Values(site, type.Name, SpecNodeKind.Number),
                IsClosed = true,
                Kind = kind,
            }
        );
        return type;
    }

    /// <summary>Returns whether all values are integers with names.</summary>
    public static bool HasNamedIntegers(SpecSchema site, ScalarKind kind) =>
        site.Node["enum"] is { Items: { Count: > 0 } values }
        && Names(site).Count == values.Count
        && values.TrueForAll(value =>
            value.Kind == SpecNodeKind.Null
            || (value.Kind == SpecNodeKind.Number && SingleValue.IsInteger(value.Text, new TypeRef.Scalar(kind)))
        );

    private static List<ValueModel> Values(SpecSchema site, string typeName, SpecNodeKind kind)
    {
        var nodes = (site.Node["enum"] ?? site.Node["x-extensible-enum"])!.Items;
        var given = Names(site);
        var descriptions = (site.Node["x-enum-descriptions"] ?? site.Node["x-enumDescriptions"])?.Items ?? [];
        var names = ReservedNames.InValueSet(typeName);
        var values = new List<ValueModel>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Kind == kind && taken.Add(nodes[i].Text))
            {
                var name = given.Count == nodes.Count ? CSharpName.Pascal(given[i]) : CSharpName.Value(nodes[i].Text);
                var description =
                    descriptions.Count == nodes.Count && descriptions[i].Kind == SpecNodeKind.String ? descriptions[i].Text : "";
                values.Add(new ValueModel(nodes[i].Text, names.Take(name, "Value"), description));
            }
        }

        return values;
    }

    /// <summary>Returns the names that the common extensions give to the values, in their order.</summary>
    private static List<string> Names(SpecSchema site)
    {
        if ((site.Node["x-enum-varnames"] ?? site.Node["x-enumNames"] ?? site.Node["x-enum-names"]) is { } names)
        {
            return Strings(names);
        }

        var named = site.Node["x-ms-enum"]?["values"]?.Items ?? [];
        return !named.TrueForAll(static value => value.String("name") is not null) ? []
            : named.Exists(static value => value["value"] is null) ? named.ConvertAll(static value => value.String("name")!)
            : NamesByValue(site, named);
    }

    /// <summary>Returns the names of entries that each state their value; their order may differ from that of the values.</summary>
    private static List<string> NamesByValue(SpecSchema site, List<SpecNode> named)
    {
        var nodes = (site.Node["enum"] ?? site.Node["x-extensible-enum"])!.Items;
        var names = nodes.ConvertAll(node => named.Find(value => value["value"]!.Text == node.Text)?.String("name"));
        return names.Contains(null) ? [] : names.ConvertAll(static name => name!);
    }

    private static List<string> Strings(SpecNode? list) =>
        list?.Items.TrueForAll(static item => item is { Kind: SpecNodeKind.String, Text.Length: > 0 }) == true
            ? list.Items.ConvertAll(static item => item.Text)
            : [];
}
