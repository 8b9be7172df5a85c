using System.Collections;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
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

    /// <summary>Deeper than any value that a schema requires; a schema that requires itself has no value at all.</summary>
    private const int MaxNesting = 64;

    /// <summary>
    /// More than any response has. A document that asks for more is answered too, with a value that its schema does not allow.
    /// </summary>
    private const int MaxCreated = 20_000;

    private const int MaxCount = 10_000;

    private readonly ValueSource _source;
    private readonly TextValues _texts;
    private readonly NumberValues _numbers;
    private int _created;

    public SchemaValues(string seed, DateTimeOffset now)
    {
        _source = new ValueSource(seed);
        _texts = new TextValues(_source, now);
        _numbers = new NumberValues(_source);
    }

    /// <summary>Gets the values of members with these names, at any depth.</summary>
    public IReadOnlyDictionary<string, JsonNode> Known { get; init; } = new Dictionary<string, JsonNode>(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether optional members are omitted.</summary>
    public bool RequiredOnly { get; init; }

    /// <summary>Gets a value indicating whether documented examples are used where they are valid.</summary>
    public bool UsesExamples { get; init; }

    /// <summary>
    /// Gets the number of values after which optional members are omitted. Schemas that refer to each other have exponentially many.
    /// </summary>
    public int MaxValues { get; init; } = int.MaxValue;

    /// <summary>Gets a value indicating whether the value would have been too large, so that it is not what the schema requires.</summary>
    public bool IsCut => _created > MaxCreated;

    private bool IsFull(int depth) => !RequiredOnly && depth < MaxDepth && _created < MaxValues;

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

        _created++;
        var schema = reference.ActualSchema;
        if (UsesExamples && (SchemaExample.Of(reference) ?? SchemaExample.Of(schema)) is { } example)
        {
            return example;
        }

        if (depth > MaxNesting || IsCut)
        {
            return null;
        }

        schema = CombinedSchema.IsCombined(schema) ? CombinedSchema.Of(schema) : schema;
        if (Values(schema) is { Count: > 0 } values)
        {
            return Node(_source.Pick(values));
        }

        if (schema.OneOf.Count > 0 || schema.AnyOf.Count > 0)
        {
            return Choice(schema, name, depth);
        }

        var type = schema.Type & ~JsonObjectType.Null;
        return type switch
        {
            JsonObjectType.String => JsonValue.Create(_texts.Create(schema, name)),
            JsonObjectType.Boolean => JsonValue.Create(_source.NextFlag()),
            JsonObjectType.Integer or JsonObjectType.Number => _numbers.Create(schema, type == JsonObjectType.Integer),
            JsonObjectType.Array => List(schema, name, depth),
            JsonObjectType.Object => Object(schema, depth, default),
            _ => Untyped(schema, name, depth),
        };
    }

    /// <summary>Creates a value of a schema that leaves its type to its parts.</summary>
    private JsonNode? Untyped(JsonSchema schema, string name, int depth) =>
        SchemaMembers.Parts(schema, choices: true).Any(part => part.Properties.Count > 0 || part.Type.HasFlag(JsonObjectType.Object))
            ? Object(schema, depth, default)
        : schema.Item is not null ? List(schema, name, depth)
        : schema.AllOf.Select(part => Create(part, name, depth + 1)).FirstOrDefault(value => value is not null);

    private JsonNode? Choice(JsonSchema schema, string name, int depth)
    {
        if (schema.DiscriminatorObject is { Mapping.Count: > 0, PropertyName: { } property } discriminator)
        {
            var (value, shape) = _source.Pick(discriminator.Mapping.ToList());
            return Object(shape.ActualSchema, depth, (property, value));
        }

        var chosen = Create(_source.Pick([.. schema.OneOf, .. schema.AnyOf]), name, depth + 1);
        return schema.ActualProperties.Count > 0 || schema.RequiredProperties.Count > 0
            ? Merged(Object(schema, depth, default, choices: false), chosen)
            : chosen;
    }

    private static JsonObject Merged(JsonObject value, JsonNode? more)
    {
        foreach (var (name, member) in (more as JsonObject ?? []).ToList())
        {
            value[name] = member?.DeepClone();
        }

        return value;
    }

    private JsonArray List(JsonSchema schema, string name, int depth)
    {
        var items = new JsonArray();
        var count = !IsFull(depth) ? schema.MinItems : Math.Max(schema.MinItems, 1 + _source.Next(2));
        count = Math.Min(schema.MaxItems > 0 ? Math.Min(count, schema.MaxItems) : count, MaxCount);

        // Items that have to differ may come out equal, so there are more attempts than items. Items that may be anything are omitted as
        // members are, but a list that must have some gets numbers.
        for (var attempt = 0; items.Count < count && attempt < count * 10; attempt++)
        {
            var value =
                (schema.Item is { } item ? Create(item, name, depth + 1) : null)
                ?? (items.Count < schema.MinItems ? JsonValue.Create(items.Count) : null);
            if (value is not null && !(schema.UniqueItems && items.Any(other => JsonNode.DeepEquals(other, value))))
            {
                items.Add(value);
            }
        }

        return items;
    }

    private JsonObject Object(JsonSchema schema, int depth, (string? Name, string? Value) discriminator, bool choices = true)
    {
        var value = new JsonObject();
        foreach (
            var part in schema.AllOf.Where(part =>
                choices && part.ActualSchema is { } actual && actual.OneOf.Count + actual.AnyOf.Count > 0
            )
        )
        {
            Merged(value, Create(part, "", depth + 1));
        }

        var required = SchemaMembers.Required(schema);
        foreach (var (name, declarations) in Members(schema))
        {
            if (name == discriminator.Name)
            {
                value[name] = discriminator.Value;
            }
            else if (value.ContainsKey(name) || (UsesExamples && declarations.Any(property => property.IsWriteOnly)))
            {
                continue; // Created by a choice, or never sent.
            }
            else if (required.Contains(name) || IsFull(depth))
            {
                var member = Create(CombinedSchema.OfAll(declarations), name, depth + 1);

                // A required member that may be anything still has to be there; an empty object is a value that every such schema allows.
                if (member is not null || required.Contains(name))
                {
                    value[name] = member ?? new JsonObject();
                }
            }
        }

        AddUndeclared(schema, value, required, depth);
        return value;
    }

    /// <summary>Adds the members that have to be there although the schema does not describe them one by one.</summary>
    private void AddUndeclared(JsonSchema schema, JsonObject value, IReadOnlySet<string> required, int depth)
    {
        var others = schema.AdditionalPropertiesSchema ?? new JsonSchema();
        var declared = SchemaMembers.All(schema);
        foreach (var name in required.Where(name => !value.ContainsKey(name) && !declared.ContainsKey(name)))
        {
            value[name] = Create(others, name, depth + 1) ?? new JsonObject();
        }

        for (var number = 1; value.Count < Math.Min(schema.MinProperties, MaxCount); number++)
        {
            // A declared member of that name has a schema of its own.
            if (!declared.ContainsKey($"key{number}"))
            {
                value[$"key{number}"] = Create(others, "", depth + 1) ?? new JsonObject();
            }
        }
    }

    /// <summary>Returns the members with their declarations, of which several parts may have one each.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<JsonSchemaProperty> Declarations)> Members(JsonSchema schema) =>
        SchemaMembers
            .Parts(schema, choices: false)
            .SelectMany(part => part.ActualProperties)
            .GroupBy(member => member.Key, member => member.Value, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<JsonSchemaProperty>)[.. group.Distinct()]));

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

    private static JsonNode? Node(object value) =>
        value switch
        {
            bool flag => JsonValue.Create(flag),
            long number => JsonValue.Create(number),
            double number when double.IsFinite(number) => JsonValue.Create(number),
            JToken tree => JsonNode.Parse(tree.ToString(Formatting.None)),
            _ => JsonValue.Create(value.ToString()!),
        };
}
