using System.Globalization;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>Adds the facts in the outline of a schema.</summary>
internal static class SchemaFacts
{
    public static void Add(ReadFacts facts, string subject, SchemaOutline outline)
    {
        var schema = outline.Simplified;
        facts.Add(subject, schema.Reference is { } name ? $"a reference to {name}" : schema.Type, schema.Pointer);
        if (schema.Reference is not null)
        {
            return;
        }

        var required = schema.Required.Order(StringComparer.Ordinal).ToList();
        if (required.Count > 0)
        {
            facts.Add($"{subject}{ReadFacts.Inside}required", string.Join(", ", required), schema.Pointer);
        }

        foreach (var (property, value) in schema.Properties)
        {
            Add(facts, $"{subject}{ReadFacts.Inside}property '{property}'", value);
        }

        if (schema.Items is { } items)
        {
            Add(facts, $"{subject}{ReadFacts.Inside}items", items);
        }

        if (schema.AdditionalProperties is { } other)
        {
            Add(facts, $"{subject}{ReadFacts.Inside}other properties", other);
        }

        AddParts(facts, $"{subject}{ReadFacts.Inside}allOf", schema.AllOf);
        AddParts(facts, $"{subject}{ReadFacts.Inside}oneOf", schema.OneOf);
        AddParts(facts, $"{subject}{ReadFacts.Inside}anyOf", schema.AnyOf);
    }

    private static void AddParts(ReadFacts facts, string subject, IReadOnlyList<SchemaOutline> parts)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            Add(facts, string.Create(CultureInfo.InvariantCulture, $"{subject} {index + 1}"), parts[index]);
        }
    }
}
