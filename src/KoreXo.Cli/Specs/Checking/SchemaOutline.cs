namespace KoreXo.Cli.Specs.Checking;

/// <summary>What a reader makes of one schema. A reference is not followed: the schema that it names is compared by itself.</summary>
/// <param name="Pointer">Where it is; empty for a reader that has no places.</param>
internal sealed record SchemaOutline(string Pointer)
{
    /// <summary>Gets the name of the component that is referred to; null for a schema in place.</summary>
    public string? Reference { get; init; }

    /// <summary>Gets the type, without null.</summary>
    public string Type { get; init; } = "any";

    public IReadOnlyList<(string Name, SchemaOutline Schema)> Properties { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    public SchemaOutline? Items { get; init; }

    public SchemaOutline? AdditionalProperties { get; init; }

    public IReadOnlyList<SchemaOutline> AllOf { get; init; } = [];

    public IReadOnlyList<SchemaOutline> OneOf { get; init; } = [];

    public IReadOnlyList<SchemaOutline> AnyOf { get; init; } = [];

    /// <summary>Gets whether the schema lists its values.</summary>
    public bool HasValues { get; init; }

    /// <summary>Gets whether the schema says nothing of a value, as a part that only describes.</summary>
    private bool IsBlank =>
        this is { Reference: null, Type: "any", HasValues: false, Items: null, AdditionalProperties: null }
        && Properties.Count + Required.Count + AllOf.Count + OneOf.Count + AnyOf.Count == 0;

    /// <summary>Gets the schema without parts that say nothing: descriptions, null, and a choice or a sum of one.</summary>
    public SchemaOutline Simplified
    {
        get
        {
            var kept = this with
            {
                AllOf = [.. AllOf.Where(static part => !part.IsBlank)],
                OneOf = [.. OneOf.Where(static part => part.Type != "null")],
                AnyOf = [.. AnyOf.Where(static part => part.Type != "null")],
            };
            List<SchemaOutline> parts = [.. kept.AllOf, .. kept.OneOf, .. kept.AnyOf];
            if (parts.Count != 1 || Reference is not null || Properties.Count > 0 || Items is not null || AdditionalProperties is not null)
            {
                return kept;
            }

            var only = parts[0].Simplified;
            return only with { Pointer = Pointer, Required = [.. only.Required.Union(Required, StringComparer.Ordinal)] };
        }
    }
}
