using System.Collections;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace KoreXo.Simulator.Generation;

/// <summary>
/// Generates values that a schema allows, with declared members only. The same seed gives the same values. Members that may hold anything
/// are omitted, since it is unknown what the platform puts there.
/// </summary>
internal sealed class SchemaValues
{
    /// <summary>Deeper than any schema in the documents; it terminates recursive schemas.</summary>
    private const int MaxDepth = 12;

    private readonly ValueSource _source;
    private readonly TextValues _texts;

    public SchemaValues(string seed, DateTimeOffset now)
    {
        _source = new ValueSource(seed);
        _texts = new TextValues(_source, now);
    }

    /// <summary>Gets the values of members with these names, at any depth.</summary>
    public IReadOnlyDictionary<string, JsonNode> Known { get; init; } = new Dictionary<string, JsonNode>(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether optional members are omitted.</summary>
    public bool RequiredOnly { get; init; }

    /// <summary>Creates a value; null if the schema allows anything.</summary>
    public JsonNode? Create(JsonSchema schema) => Create(schema, "", 0);

    // Known values come before the schema: a report about bot A has to contain A's id wherever a member is called botId, or a client that
    // follows it would find nothing.
    private JsonNode? Create(JsonSchema reference, string name, int depth)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known.DeepClone();
        }

        var schema = reference.ActualSchema;
        if (schema.OneOf.Count > 0 || schema.AnyOf.Count > 0)
        {
            return Choice(schema, name, depth);
        }

        if (Values(schema) is { Count: > 0 } values)
        {
            return Node(_source.Pick(values));
        }

        var type = schema.Type & ~JsonObjectType.Null;
        return type switch
        {
            JsonObjectType.String => JsonValue.Create(_texts.Create(schema, name)),
            JsonObjectType.Boolean => JsonValue.Create(_source.NextFlag()),
            JsonObjectType.Integer => JsonValue.Create(Number(schema, 100)),
            JsonObjectType.Number => JsonValue.Create(Number(schema, 100)),
            JsonObjectType.Array => List(schema, name, depth),
            JsonObjectType.Object => Object(schema, depth, default),
            _ => schema.ActualProperties.Count > 0 ? Object(schema, depth, default) : null,
        };
    }

    private JsonNode? Choice(JsonSchema schema, string name, int depth)
    {
        if (schema.DiscriminatorObject is { Mapping.Count: > 0, PropertyName: { } property } discriminator)
        {
            var (value, shape) = _source.Pick(discriminator.Mapping.ToList());
            return Object(shape.ActualSchema, depth, (property, value));
        }

        return Create(_source.Pick([.. schema.OneOf, .. schema.AnyOf]), name, depth + 1);
    }

    private JsonArray List(JsonSchema schema, string name, int depth)
    {
        var items = new JsonArray();
        var count = depth > MaxDepth ? schema.MinItems : Math.Max(schema.MinItems, 1 + _source.Next(2));
        for (var index = 0; index < count; index++)
        {
            if (schema.Item is { } item && Create(item, name, depth + 1) is { } value)
            {
                items.Add(value);
            }
        }

        return items;
    }

    private JsonObject Object(JsonSchema schema, int depth, (string? Name, string? Value) discriminator)
    {
        var value = new JsonObject();
        foreach (var (name, property) in schema.ActualProperties)
        {
            if (name == discriminator.Name)
            {
                value[name] = discriminator.Value;
            }
            else if (property.IsRequired || (!RequiredOnly && depth < MaxDepth))
            {
                var member = Create(property, name, depth + 1);

                // A required member that may be anything still has to be there; an empty object is a value that every such schema allows.
                if (member is not null || property.IsRequired)
                {
                    value[name] = member ?? new JsonObject();
                }
            }
        }

        return value;
    }

    private long Number(JsonSchema schema, long limit)
    {
        var least = (long)Math.Ceiling(schema.Minimum ?? 0);
        var most = (long)Math.Floor(schema.Maximum ?? (least + limit));
        return least + _source.Next((int)Math.Min(most - least + 1, int.MaxValue));
    }

    private static List<object> Values(JsonSchema schema)
    {
        if (schema.Enumeration.Count > 0)
        {
            return [.. schema.Enumeration.OfType<object>()];
        }

        return
            schema.ExtensionData is { } extensions
            && extensions.TryGetValue("x-extensible-enum", out var seen)
            && seen is IEnumerable values and not string
            ? [.. values.Cast<object>()]
            : [];
    }

    private static JsonValue Node(object value) =>
        value switch
        {
            bool flag => JsonValue.Create(flag),
            long number => JsonValue.Create(number),
            double number => JsonValue.Create(number),
            _ => JsonValue.Create(value.ToString()!),
        };
}
