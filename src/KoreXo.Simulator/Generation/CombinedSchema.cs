using KoreXo.Simulator.Requests;
using Newtonsoft.Json;
using NJsonSchema;

namespace KoreXo.Simulator.Generation;

/// <summary>One schema for what several parts demand together of a string, a number, a list or a value of an enum.</summary>
internal static class CombinedSchema
{
    /// <summary>Returns whether a schema has parts, none of which is an object or a choice; those are combined by their members.</summary>
    public static bool IsCombined(JsonSchema schema) =>
        schema.AllOf.Count > 0
        && SchemaMembers
            .Parts(schema, choices: true)
            .All(part =>
                part.Properties.Count == 0 && !part.Type.HasFlag(JsonObjectType.Object) && part.OneOf.Count + part.AnyOf.Count == 0
            );

    /// <summary>Returns a schema that demands what a schema and its parts do.</summary>
    public static JsonSchema Of(JsonSchema schema) => Of([.. SchemaMembers.Parts(schema, choices: false)]);

    /// <summary>Returns a schema whose parts are the declarations of a member; the only one itself.</summary>
    public static JsonSchema OfAll(IReadOnlyList<JsonSchema> declarations)
    {
        if (declarations.Count == 1)
        {
            return declarations[0];
        }

        var schema = new JsonSchema();
        foreach (var declaration in declarations)
        {
            // By reference, since a schema belongs to one owner only.
            schema.AllOf.Add(new JsonSchema { Reference = declaration.ActualSchema });
        }

        return schema;
    }

    private static JsonSchema Of(IReadOnlyList<JsonSchema> parts)
    {
        var schema = new JsonSchema
        {
            Type = TypeOf(parts),
            Format = parts.Select(part => part.Format).FirstOrDefault(format => format is not null),
            Pattern = parts.Select(part => part.Pattern).FirstOrDefault(pattern => pattern is not null),
            Minimum = parts.Max(part => part.IsExclusiveMinimum ? null : part.Minimum),
            ExclusiveMinimum = parts.Max(part => part.IsExclusiveMinimum ? part.Minimum : part.ExclusiveMinimum),
            Maximum = parts.Min(part => part.IsExclusiveMaximum ? null : part.Maximum),
            ExclusiveMaximum = parts.Min(part => part.IsExclusiveMaximum ? part.Maximum : part.ExclusiveMaximum),
            MultipleOf = parts.Max(part => part.MultipleOf),
            MinLength = parts.Max(part => part.MinLength),
            MaxLength = parts.Min(part => part.MaxLength),
            MinItems = parts.Max(part => part.MinItems),
            MaxItems = parts.Where(part => part.MaxItems > 0).Select(part => part.MaxItems).DefaultIfEmpty().Min(),
            UniqueItems = parts.Any(part => part.UniqueItems),
        };
        if (parts.Select(part => part.Item).OfType<JsonSchema>().ToList() is { Count: > 0 } items)
        {
            schema.Item = new JsonSchema { Reference = OfAll(items).ActualSchema };
        }

        foreach (var value in Enumeration(parts))
        {
            schema.Enumeration.Add(value);
        }

        return schema;
    }

    private static JsonObjectType TypeOf(IReadOnlyList<JsonSchema> parts)
    {
        var types = parts.Select(part => part.Type & ~JsonObjectType.Null).Where(type => type != JsonObjectType.None).ToList();
        return types.Contains(JsonObjectType.Integer) ? JsonObjectType.Integer : types.FirstOrDefault();
    }

    /// <summary>Returns the values that all enums have.</summary>
    private static IEnumerable<object?> Enumeration(IReadOnlyList<JsonSchema> parts)
    {
        var enums = parts.Where(part => part.Enumeration.Count > 0).Select(part => part.Enumeration).ToList();
        return enums.Count == 0 ? [] : enums[0].Where(value => enums.TrueForAll(others => others.Any(other => Json(other) == Json(value))));
    }

    private static string Json(object? value) => JsonConvert.SerializeObject(value);
}
