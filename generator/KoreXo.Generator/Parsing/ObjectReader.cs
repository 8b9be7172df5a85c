using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary>Schemas with members. The parts of an <c>allOf</c> are flattened into one class.</summary>
internal sealed class ObjectReader(SpecDocument document, TypeRegistry registry, SchemaReader schemas)
{
    private static readonly string[] ReservedNames =
    [
        "ExtensionData", "AdditionalProperties", "Codec", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    ];

    public TypeRef Read(SchemaSite site, string name)
    {
        var type = registry.Declare(site.Pointer, name, NamedKind.Object);

        // Fields and locals are made of the names with a small first letter: names that differ by case alone would meet there.
        var names = new NameScope(StringComparer.OrdinalIgnoreCase, [type.Name, .. ReservedNames]);
        var required = new HashSet<string>(StringComparer.Ordinal);
        var members = new Dictionary<string, SchemaSite>(StringComparer.Ordinal);
        var order = new List<string>();
        TypeRef? rest = null;
        Collect(site, 0);

        registry.Define(new ObjectModel
        {
            Name = type.Name,
            Description = Description(site),
            IsDeprecated = site.Node.Boolean("deprecated") == true,
            Properties = order.ConvertAll(wireName => ReadProperty(wireName, members[wireName], required.Contains(wireName), type.Name, names)),
            AdditionalProperties = rest,
            IsRequestOnly = false,
            IsForm = false,
        });
        return type;

        void Collect(SchemaSite part, int depth)
        {
            part = schemas.Resolve(part);
            if (depth > 32)
            {
                document.Report(SpecRules.Unsupported, part.Node, part.Pointer, "An allOf that contains itself", "its members beyond that are left out");
                return;
            }

            foreach (var branch in part.Branches("allOf"))
            {
                Collect(branch, depth + 1);
            }

            foreach (var member in part.Schema.RequiredProperties)
            {
                required.Add(member);
            }

            foreach (var wireName in part.Schema.Properties.Keys)
            {
                if (!members.ContainsKey(wireName))
                {
                    order.Add(wireName);
                }

                members[wireName] = part.Property(wireName);
            }

            rest = schemas.AdditionalProperties(part, type.Name) ?? rest;
        }
    }

    private PropertyModel ReadProperty(string wireName, SchemaSite site, bool isRequired, string owner, NameScope names)
    {
        var name = names.Take(CSharpName.Pascal(wireName), "Value");
        var values = schemas.Resolve(site).Node["enum"]?.Items;
        return new PropertyModel
        {
            WireName = wireName,
            Name = name,
            Type = schemas.Read(site, owner + name),
            IsRequired = isRequired,
            IsNullable = schemas.IsNullable(site),
            IsSensitive = site.Node.Boolean("x-sensitive") == true,
            IsDeprecated = site.Node.Boolean("deprecated") == true,
            Constant = isRequired && values is { Count: 1 } && values[0].Kind == SpecNodeKind.String ? values[0].Text : null,
            Description = Description(site),
        };
    }

    private string Description(SchemaSite site) =>
        site.Node.String("description") ?? schemas.Resolve(site).Node.String("description") ?? site.Node.String("title") ?? "";
}
