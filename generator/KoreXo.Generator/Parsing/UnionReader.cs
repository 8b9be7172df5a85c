using KoreXo.Generator.Document;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary><c>oneOf</c> and <c>anyOf</c> with several shapes.</summary>
internal sealed class UnionReader(SpecDocument document, TypeRegistry registry, SchemaReader schemas)
{
    public TypeRef Read(SpecSchema site, List<SpecSchema> branches, string name)
    {
        var type = registry.Declare(site.Pointer, CSharpName.Pascal(name), NamedKind.Union, "Model", ["Value", "WriteTo"]);
        schemas.Later(() => ReadCases(site, branches, type));
        return type;
    }

    private void ReadCases(SpecSchema site, List<SpecSchema> branches, TypeRef.Named type)
    {
        var discriminator = site.Node["discriminator"]?.String("propertyName");
        var names = new NameScope(
            type.Name,
            "Unknown",
            "Codec",
            "Value",
            "WriteTo",
            "Equals",
            "GetHashCode",
            "GetType",
            "ToString",
            "MemberwiseClone",
            "ReferenceEquals",
            "Finalize"
        );
        var cases = new List<UnionCase>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var branch in branches)
        {
            var resolved = document.Resolve(branch);
            var branchType = schemas.Read(
                branch,
                type.Name + "Option" + (cases.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            if (cases.Exists(known => known.Type.Equals(branchType)))
            {
                continue;
            }

            cases.Add(
                new UnionCase(
                    names.Take(CaseName(branchType), "Case"),
                    branchType,
                    discriminator is null ? default : new EquatableArray<string>(Values(site, resolved, discriminator).Where(taken.Add)),
                    Members: default,
                    RequiredMembers: default
                )
            );
        }

        // The classes of the branches are being defined before this.
        schemas.Later(() =>
            registry.Define(
                new UnionModel
                {
                    Name = type.Name,
                    Description = site.Node.String("description") ?? "",
                    IsDeprecated = site.Node.Boolean("deprecated") == true,
                    Discriminator = discriminator,
                    Cases = cases.ConvertAll(item => Complete(item, discriminator)),
                }
            )
        );
    }

    private UnionCase Complete(UnionCase item, string? discriminator)
    {
        if (item.Type is not TypeRef.Named { Kind: NamedKind.Object } named)
        {
            return item;
        }

        var model = (ObjectModel)registry.Types[named.Name];
        if (item.Values.Count == 1)
        {
            // The shape has one name: it is sent without being set.
            model = model with
            {
                Properties = model
                    .Properties.Select(property =>
                        IsTell(property, discriminator) ? property with { Constant = item.Values[0], IsRequired = true } : property
                    )
                    .ToArray(),
            };
            registry.Define(model);
        }

        return item with
        {
            Members = model.Properties.Select(static property => property.WireName).ToArray(),
            RequiredMembers = model
                .Properties.Where(static property => property.IsRequired)
                .Select(static property => property.WireName)
                .ToArray(),
        };
    }

    private static bool IsTell(PropertyModel property, string? discriminator) =>
        property.WireName == discriminator
        && property is { IsNullable: false, Constant: null }
        && property.Type is TypeRef.Scalar { Kind: ScalarKind.String } or TypeRef.Named { Kind: NamedKind.ValueSet };

    /// <summary>
    /// The values that the mapping gives to a branch; without a mapping, the branch's own constant, else its component's name.
    /// </summary>
    private EquatableArray<string> Values(SpecSchema site, SpecSchema branch, string discriminator)
    {
        var mapping = site.Node["discriminator"]?["mapping"];
        var values = (mapping?.Names ?? [])
            .Where(value => mapping!.String(value) is { } target && Target(target) == branch.Pointer)
            .ToList();
        if (values.Count > 0)
        {
            return values;
        }

        var constants = branch.Node["properties"]?[discriminator]?.Strings("enum").ToList();
        return constants is { Count: > 0 } ? constants : [JsonPointer.Name(branch.Pointer)];
    }

    /// <summary>
    /// A mapping may give a reference or a component's bare name; of a file that was merged into the document the name is left.
    /// </summary>
    private string? Target(string reference)
    {
        var pointer = JsonPointer.FromReference(reference);
        return pointer is null ? JsonPointer.Append("/components/schemas", JsonPointer.Name(reference)) : document.Find(pointer).Pointer;
    }

    private static string CaseName(TypeRef type) =>
        type switch
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
