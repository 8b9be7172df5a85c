using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary><c>oneOf</c> and <c>anyOf</c> with several shapes.</summary>
internal sealed class UnionReader(SpecDocument document, TypeRegistry registry, SchemaReader schemas)
{
    public TypeRef Read(SchemaSite site, List<SchemaSite> branches, string name)
    {
        var type = registry.Declare(site.Pointer, CSharpName.Pascal(name), NamedKind.Union);
        var discriminator = site.Node["discriminator"]?.String("propertyName");
        var names = new NameScope(type.Name, "Unknown", "Codec", "Value", "WriteTo");
        var cases = new List<UnionCase>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var branch in branches)
        {
            var resolved = schemas.Resolve(branch);
            var branchType = schemas.Read(branch, type.Name + "Option" + (cases.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (cases.Exists(known => known.Type.Equals(branchType)))
            {
                continue;
            }

            cases.Add(new UnionCase(
                names.Take(CaseName(branchType), "Case"),
                branchType,
                discriminator is null ? default : new EquatableArray<string>(Values(site, resolved, discriminator).Where(taken.Add)),
                Members(branchType, static _ => true),
                Members(branchType, static property => property.IsRequired)));
        }

        registry.Define(new UnionModel
        {
            Name = type.Name,
            Description = site.Node.String("description") ?? "",
            IsDeprecated = site.Node.Boolean("deprecated") == true,
            Discriminator = discriminator,
            Cases = cases,
        });
        return type;
    }

    /// <summary>The values that the mapping gives to a branch; without a mapping, the branch's own constant, else its component's name.</summary>
    private EquatableArray<string> Values(SchemaSite site, SchemaSite branch, string discriminator)
    {
        var mapping = site.Node["discriminator"]?["mapping"];
        var values = (mapping?.Names ?? []).Where(value => Target(mapping!.String(value)!) == branch.Pointer).ToList();
        if (values.Count > 0)
        {
            return values;
        }

        var constants = branch.Node["properties"]?[discriminator]?.Strings("enum").ToList();
        return constants is { Count: > 0 } ? constants : [JsonPointer.Name(branch.Pointer)];
    }

    /// <summary>A mapping may give a reference or a component's bare name.</summary>
    private string? Target(string reference)
    {
        var pointer = JsonPointer.FromReference(reference);
        return pointer is null ? JsonPointer.Append("/components/schemas", reference) : document.Find(pointer).Pointer;
    }

    private EquatableArray<string> Members(TypeRef type, Func<PropertyModel, bool> predicate) =>
        type is TypeRef.Named { Kind: NamedKind.Object } named && registry.Types.TryGetValue(named.Name, out var model)
            ? new EquatableArray<string>(((ObjectModel)model).Properties.Where(predicate).Select(static property => property.WireName))
            : default;

    private static string CaseName(TypeRef type) => type switch
    {
        TypeRef.Named named => named.Name,
        TypeRef.List list => CaseName(list.Item) + "List",
        TypeRef.Map map => CaseName(map.Value) + "Map",
        TypeRef.Nullable nullable => CaseName(nullable.Inner),
        TypeRef.Scalar { Kind: ScalarKind.String } => "Text",
        TypeRef.Scalar { Kind: ScalarKind.Boolean } => "Flag",
        TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 } => "Integer",
        TypeRef.Scalar { Kind: ScalarKind.Double or ScalarKind.Decimal } => "Number",
        TypeRef.Scalar scalar => scalar.Kind.ToString(),
        _ => "Other",
    };
}
