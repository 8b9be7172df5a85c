using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>The members of an object schema, wherever its parts declare them.</summary>
internal static class SchemaMembers
{
    private const int MaxDepth = 16;

    /// <summary>Returns the schema of a member, or that of all undeclared members; null if there is none.</summary>
    public static JsonSchema? Find(JsonSchema schema, string name) =>
        All(schema).GetValueOrDefault(name) ?? schema.ActualSchema.AdditionalPropertiesSchema;

    /// <summary>Returns the declared members of a schema and of all schemas that it consists of.</summary>
    public static IReadOnlyDictionary<string, JsonSchemaProperty> All(JsonSchema schema)
    {
        var members = new Dictionary<string, JsonSchemaProperty>(StringComparer.Ordinal);
        foreach (var part in Parts(schema, choices: true))
        {
            foreach (var (name, property) in part.Properties)
            {
                members.TryAdd(name, property);
            }
        }

        return members;
    }

    /// <summary>Returns the names that the schema and its <c>allOf</c> require.</summary>
    public static IReadOnlySet<string> Required(JsonSchema schema) =>
        Parts(schema, choices: false).SelectMany(part => part.RequiredProperties).ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns the schema and the schemas that it consists of, each once.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="choices">Whether the branches of a choice count, of which a value has only some.</param>
    public static IEnumerable<JsonSchema> Parts(JsonSchema schema, bool choices) => Parts(schema, choices, 0, []);

    private static IEnumerable<JsonSchema> Parts(JsonSchema reference, bool choices, int depth, HashSet<JsonSchema> seen)
    {
        var schema = reference.ActualSchema;
        if (depth > MaxDepth || !seen.Add(schema))
        {
            yield break;
        }

        yield return schema;
        foreach (var part in choices ? [.. schema.AllOf, .. schema.OneOf, .. schema.AnyOf] : schema.AllOf)
        {
            foreach (var inner in Parts(part, choices, depth + 1, seen))
            {
                yield return inner;
            }
        }
    }
}
