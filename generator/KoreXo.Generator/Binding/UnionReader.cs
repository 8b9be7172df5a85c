using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>Reads <c>oneOf</c> and <c>anyOf</c> with several shapes.</summary>
internal sealed class UnionReader(SpecDocument document, TypeRegistry registry, SchemaReader schemas)
{
    /// <summary>The number of base levels that are searched for discriminator values.</summary>
    private const int MaxDepth = 8;

    public TypeRef Read(SpecSchema site, List<SpecSchema> branches, string name)
    {
        var type = registry.Declare(site.Pointer, CSharpName.Pascal(name), NamedKind.Union, "Model", ["Value", "WriteTo"]);
        schemas.Later(() => ReadCases(site, branches, type));
        return type;
    }

    private void ReadCases(SpecSchema site, List<SpecSchema> branches, TypeRef.Named type)
    {
        var discriminator = site.Node["discriminator"]?.String("propertyName");
        var names = ReservedNames.InUnion(type.Name);
        var shapes = new List<(TypeRef Type, SpecSchema Site)>();
        var types = new HashSet<TypeRef>();
        var mapped = Mapping(site.Node["discriminator"]?["mapping"]);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var branch in branches)
        {
            var shape = schemas.Read(
                branch,
                type.Name + "Option" + (shapes.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
            );

            // Branches that differ only in what C# does not see, such as two strings with different patterns, are one case. As two, the
            // class would convert from string in two ways, which the compiler rejects, and nothing in a value would say which of the two
            // it is.
            if (types.Add(shape))
            {
                shapes.Add((shape, document.Resolve(branch)));
            }
        }

        var caseNames = CaseNames.Of(type.Name, shapes.ConvertAll(static shape => shape.Type), names);
        var cases = shapes.Select(
            (shape, index) =>
                new UnionCase(
                    caseNames[index],
                    shape.Type,
                    discriminator is null
                        ? default
                        : new EquatableArray<string>(Values(mapped, shape.Site, discriminator).Where(taken.Add)),
                    Members: default,
                    RequiredMembers: default
                )
        );

        registry.Define(
            new UnionModel
            {
                Name = type.Name,
                Description = site.Node.String("description") ?? "",
                IsDeprecated = site.Node.Boolean("deprecated") == true,
                Discriminator = discriminator,
                Cases = cases.ToArray(),
            }
        );
    }

    // In "mapping: { cat: Cat, kitten: Cat }" two values mean one case. The caller keeps a value only for the first case that claims it:
    // a value for two cases would become two equal labels in the emitted switch. Without a mapping OpenAPI says that the component's name
    // is the value, but documents that have "kind: { enum: [cat] }" in Cat mean what they wrote there.
    /// <summary>
    /// Returns the values that the mapping assigns to a branch; without a mapping, the one in an extension, the branch's own constants, or
    /// else the name of its component.
    /// </summary>
    private List<string> Values(ILookup<string?, string> mapped, SpecSchema branch, string discriminator)
    {
        var values = mapped[branch.Pointer].ToList();
        if (values.Count > 0)
        {
            return values;
        }

        if ((branch.Node["x-discriminator-value"] ?? branch.Node["x-ms-discriminator-value"])?.Text is { Length: > 0 } named)
        {
            return [named];
        }

        return Constants(branch, discriminator, 0) is { Count: > 0 } constants ? constants : [JsonPointer.Name(branch.Pointer)];
    }

    /// <summary>
    /// Returns the values that a branch allows for its discriminator, itself or in one of its parts. A base may list those of all its
    /// derived schemas.
    /// </summary>
    private List<string> Constants(SpecSchema branch, string discriminator, int depth)
    {
        if (branch.PropertyNames.Contains(discriminator, StringComparer.Ordinal))
        {
            return schemas.Wrappers.Unwrap(branch.Property(discriminator)).Node.Strings("enum").ToList();
        }

        // Cat says "allOf: [Pet, { properties: { kind: { enum: [cat] } } }]", and Pet says "kind: { enum: [cat, dog] }". Pet lists the
        // values of all its derived schemas, which identifies nothing, so a base counts only if it leaves one value. The last part that
        // says something wins, as it is nearest to Cat.
        return (depth > MaxDepth ? [] : branch.Branches("allOf"))
                .Select(part =>
                    (IsBase: document.Target(part.Node) is not null, Values: Constants(document.Resolve(part), discriminator, depth + 1))
                )
                .Where(static part => part.Values.Count > 0 && (!part.IsBase || part.Values.Count == 1))
                .Select(static part => part.Values)
                .LastOrDefault()
            ?? [];
    }

    /// <summary>Returns the values of a mapping by the pointers of their targets.</summary>
    private ILookup<string?, string> Mapping(SpecNode? mapping) =>
        (mapping?.Names ?? [])
            .Where(value => mapping!.String(value) is not null)
            .ToLookup(value => Target(mapping!.String(value)!), StringComparer.Ordinal);

    /// <summary>
    /// Resolves a value of a mapping, which may be a reference or a bare component name; for a file that was merged into the document, only
    /// the name remains.
    /// </summary>
    private string? Target(string reference)
    {
        var pointer = JsonPointer.FromReference(reference);
        return pointer is null ? JsonPointer.Append("/components/schemas", JsonPointer.Name(reference)) : document.Find(pointer).Pointer;
    }
}
