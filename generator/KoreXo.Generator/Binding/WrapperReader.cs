using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Looks through wrappers of schemas: tools describe "may be absent" by a choice with null, and a description by an <c>allOf</c>.
/// </summary>
internal sealed class WrapperReader(SpecDocument document)
{
    private static readonly string[] Composites = ["allOf", "oneOf", "anyOf"];

    /// <summary>The number of wrappers around a schema that are looked through.</summary>
    private const int MaxWrappers = 16;

    /// <summary>The number of nested choices that are searched for null, since the stack is limited.</summary>
    private const int MaxChoices = 100;

    /// <summary>Returns whether null is a value of the schema, in any of the ways that documents express it.</summary>
    public bool IsNullable(SpecSchema site) => IsNullable(site, null);

    private bool IsNullable(SpecSchema site, HashSet<string>? seen)
    {
        if (site.AllowsNull)
        {
            return true;
        }

        if (document.Target(site.Node) is not null)
        {
            // Only what a reference ends at: a circle of references has no end.
            return document.Resolve(site) is var target && document.Target(target.Node) is null && IsNullable(target, seen);
        }

        if (
            site.Count("oneOf") + site.Count("anyOf") + site.Count("allOf") == 0
            || !(seen ??= new(StringComparer.Ordinal)).Add(site.Pointer)
            || seen.Count > MaxChoices
        )
        {
            return false;
        }

        return site.Branches("oneOf").Concat(site.Branches("anyOf")).Any(branch => IsNull(branch) || IsNullable(branch, seen))
            || (
                site.Type == SchemaType.None
                && !site.HasProperties
                && site.Count("allOf") > 0
                && site.Branches("allOf").All(branch => IsNullable(branch, seen))
            );
    }

    /// <summary>Returns the schema behind wrappers: references, an <c>allOf</c> of one part, a choice between one shape and null.</summary>
    public SpecSchema Unwrap(SpecSchema site)
    {
        site = document.Resolve(site);
        for (var hops = 0; hops < MaxWrappers && Wrapped(site) is { } inner; hops++)
        {
            site = document.Resolve(inner);
        }

        return site;
    }

    // "anyOf: [{ $ref: Pet }, { type: null }]" and "allOf: [{ $ref: Pet }], description: …" are both Pet with a remark. Null counts as a
    // shape inside an allOf, though: there it is a second condition that the value has to meet, and not one more value that it may have.
    private SpecSchema? Wrapped(SpecSchema site)
    {
        var parts = Composites.SelectMany(site.Branches).ToList();
        var shapes = site.Count("allOf") > 0 ? parts : parts.FindAll(branch => !IsNull(branch));
        return !site.HasProperties && shapes.Count == 1 ? shapes[0] : null;
    }

    /// <summary>Returns the branches of a choice that have to be distinguished by their values.</summary>
    public List<SpecSchema> Shapes(SpecSchema site, string keyword)
    {
        var shapes = site.Branches(keyword).Where(branch => !IsNull(branch)).ToList();

        // Some frameworks describe an optional enum of a form as "oneOf: [Kind, { enum: [''] }, { enum: [null] }]". A value set takes any
        // string, the empty one included, so those branches would be cases without a value of their own.
        return shapes.Exists(branch => !IsBlank(branch) && SchemaReader.IsValueSet(document.Resolve(branch)))
            ? shapes.FindAll(branch => !IsBlank(branch))
            : shapes;
    }

    // "anyOf: [{ type: string }, { enum: [a, b] }]" is how authors say that there will be more values than they list. A value set takes any
    // string anyway, so it says the same, and a union of both would have two cases for one text. A pattern or a length beside the string
    // changes nothing, as none of a value set does; a format tells two kinds of strings apart, and the choice remains one.
    /// <summary>Returns the branch with the known values of a choice between them and any string; null for any other choice.</summary>
    public SpecSchema? KnownValues(List<SpecSchema> branches) => KnownValues(branches, 0);

    private SpecSchema? KnownValues(List<SpecSchema> branches, int depth)
    {
        var others = branches.FindAll(branch => !IsAnyString(document.Resolve(branch)));
        if (others.Count != 1 || branches.Count == 1 || depth > MaxWrappers)
        {
            return null;
        }

        var known = Unwrap(others[0]);
        return SchemaReader.IsValueSet(known) || IsOpen(known, depth + 1) ? others[0] : null;
    }

    /// <summary>Returns whether a schema is itself a choice between known values and any string.</summary>
    private bool IsOpen(SpecSchema site, int depth) =>
        !site.HasProperties
        && site.Count("allOf") == 0
        && (site.Count("oneOf") == 0 || site.Count("anyOf") == 0)
        && KnownValues([.. Shapes(site, "oneOf"), .. Shapes(site, "anyOf")], depth) is not null;

    private static bool IsAnyString(SpecSchema site) =>
        site is { Type: SchemaType.String, Format: null }
        && site.Node["enum"] is null
        && site.Node["x-extensible-enum"] is null
        && Composites.All(keyword => site.Count(keyword) == 0);

    /// <summary>Returns whether a branch allows only null; <c>nullable: true</c> without a shape is such a branch, too.</summary>
    public bool IsNull(SpecSchema site)
    {
        site = document.Resolve(site);
        return site.Type == SchemaType.Null || (site.AllowsNull && !SchemaNormalizer.HasShape(site.Node));
    }

    /// <summary>Returns whether a branch allows only the empty string or null; beside a value set it is one more value.</summary>
    private bool IsBlank(SpecSchema site) =>
        document.Resolve(site).Node["enum"] is { Items: { Count: > 0 } values }
        && values.TrueForAll(static value => value is { Kind: SpecNodeKind.Null } or { Kind: SpecNodeKind.String, Text.Length: 0 });
}
