namespace KoreXo.Cli.Specs.Checking;

/// <summary>A reader's view of one schema. A reference is not followed: the schema that it names is compared separately.</summary>
/// <param name="Pointer">The JSON pointer; empty for a reader without locations.</param>
internal sealed record SchemaOutline(string Pointer)
{
    /// <summary>Gets the name of the referenced component; null for an inline schema.</summary>
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

    /// <summary>Gets a value indicating whether the schema lists its values.</summary>
    public bool HasValues { get; init; }

    /// <summary>Gets a value indicating whether the schema does not restrict values, like a part that is only a description.</summary>
    private bool IsBlank =>
        this is { Reference: null, Type: "any", HasValues: false, Items: null, AdditionalProperties: null }
        && Properties.Count + Required.Count + AllOf.Count + OneOf.Count + AnyOf.Count == 0;

    /// <summary>
    /// Gets the schema without parts that restrict nothing: descriptions, null, and an anyOf, oneOf or allOf with one item.
    /// </summary>
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
