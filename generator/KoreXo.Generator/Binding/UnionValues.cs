using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>Determines which values of a discriminator stand for which case of a union.</summary>
internal sealed class UnionValues(SpecDocument document, WrapperReader wrappers)
{
    /// <summary>The number of base levels, and of choices in choices, that are searched for discriminator values.</summary>
    private const int MaxDepth = 8;

    /// <summary>Returns the values of each case. A value that two cases claim is reported, and stands for the first.</summary>
    /// <param name="site">The union.</param>
    /// <param name="discriminator">The discriminator member.</param>
    /// <param name="cases">The name of each case, and the branches that are of its type.</param>
    public List<List<string>> Read(SpecSchema site, string discriminator, IReadOnlyList<(string Name, List<SpecSchema> Branches)> cases)
    {
        var mapping = site.Node["discriminator"]?["mapping"];
        var mapped = Mapping(mapping);
        var branches = cases.SelectMany(static one => one.Branches).ToList();
        ReportOthers(site, mapping, mapped, branches);

        // What the document assigns comes before what follows from names, in whatever order the branches are.
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = cases.Select(static _ => new List<string>()).ToList();
        var claimed = Claimed(branches, discriminator);
        foreach (var isGiven in new[] { true, false })
        {
            for (var i = 0; i < cases.Count; i++)
            {
                foreach (var branch in cases[i].Branches)
                {
                    var given = Given(mapped, branch);
                    foreach (
                        var value in isGiven ? given
                        : given.Count > 0 ? []
                        : Implied(branch, discriminator, claimed, 0)
                    )
                    {
                        if (!owners.TryGetValue(value, out var owner))
                        {
                            owners.Add(value, i);
                            values[i].Add(value);
                        }
                        else if (owner != i)
                        {
                            document.Report(
                                SpecRules.Unsupported,
                                site.Node,
                                site.Pointer,
                                $"The value '{value}' of the discriminator '{discriminator}' for more than one shape",
                                $"it is read as '{cases[owner].Name}'"
                            );
                        }
                    }
                }
            }
        }

        return values;
    }

    private static List<string> Given(ILookup<string?, string> mapped, SpecSchema branch) =>
        mapped[branch.Pointer].ToList() is { Count: > 0 } values ? values
        : (branch.Node["x-discriminator-value"] ?? branch.Node["x-ms-discriminator-value"])?.Text is { Length: > 0 } named ? [named]
        : [];

    // Without a mapping OpenAPI says that the component's name is the value, but documents that have "kind: { enum: [cat] }" in Cat mean
    // what they wrote there. A list identifies nothing by what other branches list as well: Cat and Dog often both refer to one Kind with
    // all the values. Of these the one that is the name of the branch, in any case, is its own.
    private List<string> Implied(SpecSchema branch, string discriminator, ILookup<string, string> claimed, int depth)
    {
        if (Nested(branch, discriminator) is { Count: > 1 } parts && depth < MaxDepth)
        {
            var mapped = Mapping(branch.Node["discriminator"]?["mapping"]);
            var inner = Claimed(parts, discriminator);
            return parts
                .SelectMany(part => Given(mapped, part) is { Count: > 0 } given ? given : Implied(part, discriminator, inner, depth + 1))
                .Distinct(StringComparer.Ordinal)
                .ToList();
        }

        var name = JsonPointer.Name(branch.Pointer);
        var constants = Constants(branch, discriminator, 0);
        if (constants.Count < 2)
        {
            return constants.Count == 1 || (depth > 0 && SchemaReader.ComponentName(branch.Pointer) is null) ? constants : [name];
        }

        var own = constants.FindAll(value => claimed[value].All(pointer => pointer == branch.Pointer));
        return own.Count > 0 ? own : [constants.Find(value => string.Equals(value, name, StringComparison.OrdinalIgnoreCase)) ?? name];
    }

    /// <summary>Returns the pointers of the branches that allow each value.</summary>
    private ILookup<string, string> Claimed(List<SpecSchema> branches, string discriminator) =>
        branches
            .SelectMany(branch => Constants(branch, discriminator, 0).Select(value => (Value: value, branch.Pointer)))
            .ToLookup(static claim => claim.Value, static claim => claim.Pointer, StringComparer.Ordinal);

    /// <summary>Returns the branches of a branch that is itself a choice with this discriminator, or without one.</summary>
    private List<SpecSchema> Nested(SpecSchema branch, string discriminator) =>
        branch.HasProperties || (branch.Node["discriminator"]?.String("propertyName") ?? discriminator) != discriminator
            ? []
            : wrappers.Shapes(branch, "oneOf").Concat(wrappers.Shapes(branch, "anyOf")).Select(document.Resolve).ToList();

    /// <summary>
    /// Returns the values that a branch allows for its discriminator, itself or in one of its parts. A base may list those of all its
    /// derived schemas.
    /// </summary>
    private List<string> Constants(SpecSchema branch, string discriminator, int depth)
    {
        if (branch.PropertyNames.Contains(discriminator, StringComparer.Ordinal))
        {
            return wrappers.Unwrap(branch.Property(discriminator)).Node.Strings("enum").Distinct(StringComparer.Ordinal).ToList();
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

    /// <summary>Reports values that the mapping assigns to a schema that is not among the branches.</summary>
    private void ReportOthers(SpecSchema site, SpecNode? mapping, ILookup<string?, string> mapped, List<SpecSchema> branches)
    {
        var shapes = new HashSet<string?>(branches.Select(static branch => branch.Pointer), StringComparer.Ordinal);
        foreach (
            var value in mapped
                .Where(target => !shapes.Contains(target.Key) && document.Root.Find(target.Key!) is not null)
                .SelectMany(static target => target)
        )
        {
            document.Report(
                SpecRules.Unsupported,
                mapping![value],
                JsonPointer.Append(site.Pointer + "/discriminator/mapping", value),
                $"The mapping of '{value}' to '{mapping.String(value)}', which is none of the shapes,",
                "such a value is read as unknown"
            );
        }
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
        var pointer = JsonPointer.FromReference(reference) ?? JsonPointer.Append("/components/schemas", JsonPointer.Name(reference));
        return document.Find(pointer).Pointer;
    }
}
