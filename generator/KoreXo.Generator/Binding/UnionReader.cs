using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Binding;

/// <summary>Reads <c>oneOf</c> and <c>anyOf</c> with several shapes.</summary>
internal sealed class UnionReader(SpecDocument document, TypeRegistry registry, SchemaReader schemas)
{
    private const int MaxDepth = 8;
    private const int MaxNames = 5;

    public TypeRef Read(SpecSchema site, List<SpecSchema> branches, string name)
    {
        var type = registry.Declare(site.Pointer, CSharpName.Pascal(name), NamedKind.Union, "Model", ["Value", "WriteTo"]);
        schemas.Later(() => ReadCases(site, branches, type));
        return type;
    }

    private void ReadCases(SpecSchema site, List<SpecSchema> branches, TypeRef.Named type)
    {
        var discriminator = site.Node["discriminator"]?.String("propertyName");
        var shapes = new List<(TypeRef Type, List<SpecSchema> Branches)>();
        var indexes = new Dictionary<TypeRef, int>();
        foreach (var branch in branches)
        {
            var shape = schemas.Read(
                branch,
                type.Name + "Option" + (shapes.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
            );

            // Branches that differ only in what C# does not see, such as two strings with different patterns, are one case. As two, the
            // class would convert from string in two ways, which the compiler rejects, and nothing in a value would say which of the two
            // it is. Created and Deleted that are both "allOf: [Event]" are one case as well, with the values of both.
            if (!indexes.TryGetValue(shape, out var index))
            {
                indexes.Add(shape, index = shapes.Count);
                shapes.Add((shape, []));
            }

            shapes[index].Branches.Add(document.Resolve(branch));
        }

        ReportBeside(site, shapes.ConvertAll(static shape => shape.Branches[0]));
        var names = CaseNames.Of(type.Name, shapes.ConvertAll(static shape => shape.Type), ReservedNames.InUnion(type.Name));
        var values = discriminator is null
            ? null
            : new UnionValues(document, schemas.Wrappers).Read(
                site,
                discriminator,
                [.. shapes.Select((shape, index) => (names[index], shape.Branches))]
            );
        registry.Define(
            new UnionModel
            {
                Name = type.Name,
                Description = site.Node.String("description") ?? "",
                IsDeprecated = site.Node.Boolean("deprecated") == true,
                Discriminator = discriminator,
                Cases = shapes
                    .Select(
                        (shape, index) =>
                            new UnionCase(
                                names[index],
                                shape.Type,
                                values is null ? default : new EquatableArray<string>(values[index]),
                                Members: default,
                                RequiredMembers: default
                            )
                    )
                    .ToArray(),
            }
        );
    }

    /// <summary>Reports members beside a choice that not all of its cases have.</summary>
    private void ReportBeside(SpecSchema site, List<SpecSchema> branches)
    {
        var lost = site
            .PropertyNames.Where(name => branches.Exists(branch => branch.HasProperties && !Has(branch, name, 0)))
            .Select(static name => $"'{name}'")
            .ToList();
        if (lost.Count > 0)
        {
            document.Report(
                SpecRules.Unsupported,
                site.Node,
                site.Pointer,
                $"A choice beside members that not all of its shapes have ({string.Join(", ", lost.Take(MaxNames))})",
                "they are members without a type there; write them in the shapes, or the schema in their 'allOf'"
            );
        }
    }

    private bool Has(SpecSchema branch, string name, int depth) =>
        depth < MaxDepth
        && (
            branch.PropertyNames.Contains(name, StringComparer.Ordinal)
            || branch.Branches("allOf").Any(part => Has(document.Resolve(part), name, depth + 1))
        );
}
