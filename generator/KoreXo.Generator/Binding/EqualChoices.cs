using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Recognizes equal choices that are written out in several places: they are one type, that of an equal component, or else of the first
/// place.
/// </summary>
internal sealed class EqualChoices(SpecDocument document, WrapperReader wrappers)
{
    private static readonly string[] Choices = ["oneOf", "anyOf"];

    private readonly Dictionary<string, SpecSchema> _first = new(StringComparer.Ordinal);
    private bool _hasComponents;

    /// <summary>
    /// Returns the place that determines the type of a choice: the choice itself if it is the first, a component, or has parts of its own.
    /// </summary>
    public SpecSchema FirstOf(SpecSchema site, List<SpecSchema> branches)
    {
        if (SchemaReader.ComponentName(site.Pointer) is not null || Key(site, branches) is not { } key)
        {
            return site;
        }

        AddComponents();
        if (_first.TryGetValue(key, out var first))
        {
            return first;
        }

        _first.Add(key, site);
        return site;
    }

    private void AddComponents()
    {
        if (_hasComponents)
        {
            return;
        }

        _hasComponents = true;
        foreach (var (name, node) in SpecDocument.Objects(document.Root["components"]?["schemas"]))
        {
            var site = document.Schema(node, JsonPointer.Append("/components/schemas", name));
            foreach (var keyword in Choices)
            {
                if (
                    !site.HasProperties
                    && site.Count("allOf") == 0
                    && wrappers.Shapes(site, keyword) is { Count: > 1 } branches
                    && Key(site, branches) is { } key
                    && !_first.ContainsKey(key)
                )
                {
                    _first.Add(key, site);
                }
            }
        }
    }

    // Documents written by tools repeat a choice wherever it is used: "oneOf: [{ $ref: Cat }, { $ref: Dog }]" in twenty responses would
    // be twenty unions that do not convert into each other. The key is the list of what the branches are. A branch that is described in
    // place has no key: its class is found by its pointer, and the one here is another than the equal one there. Discriminators are part
    // of the key, because they decide which JSON is which case.
    /// <summary>
    /// Returns a key for the branches of a choice; null if a branch has parts of its own, whose types are found by location.
    /// </summary>
    private string? Key(SpecSchema site, List<SpecSchema> branches)
    {
        var parts = branches.ConvertAll(branch => Describe(branch, 0));
        return parts.Contains(null)
            ? null
            : string.Join("|", parts) + " " + (site.Node["discriminator"] is { } discriminator ? SpecJson.Write(discriminator) : "");
    }

    private string? Describe(SpecSchema branch, int depth)
    {
        branch = document.Resolve(branch);
        if (SchemaReader.ComponentName(branch.Pointer) is not null)
        {
            return branch.Pointer;
        }

        if (branch.Type == SchemaType.Array)
        {
            return depth < 4 && branch.Items is { } item && !wrappers.IsNullable(item) && Describe(item, depth + 1) is { } inner
                ? $"[{inner}]"
                : null;
        }

        var isPlain =
            branch.Type is SchemaType.String or SchemaType.Integer or SchemaType.Number or SchemaType.Boolean
            && (
                branch.Node["enum"]
                ?? branch.Node["x-extensible-enum"]
                ?? branch.Node["allOf"]
                ?? branch.Node["oneOf"]
                ?? branch.Node["anyOf"]
            )
                is null;
        return isPlain ? $"{branch.Type} {branch.Format} {branch.Minimum} {branch.Maximum}" : null;
    }
}
