using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;

namespace KoreXo.Tests.Models;

/// <summary>Makes JSON that a schema allows: with required members only, with all of them, or with those that chance picks.</summary>
internal sealed class SchemaExample(SpecNode root, Func<bool> takesOptional, Random random, int maxDepth = 8)
{
    /// <summary>A schema whose required members lead back to it allows no finite value; here such a value ends.</summary>
    private const int EndOfRequired = 24;

    public static JsonNode? Minimal(SpecNode root, SpecNode schema) =>
        new SchemaExample(root, static () => false, new Random(1)).Make(schema, 0);

    public static JsonNode? Maximal(SpecNode root, SpecNode schema) => Maximal(root, schema, 8);

    /// <summary>
    /// All members down to a depth, below it the required ones only: large documents have schemas that lead to each other.
    /// </summary>
    public static JsonNode? Maximal(SpecNode root, SpecNode schema, int maxDepth) =>
        new SchemaExample(root, static () => true, new Random(1), maxDepth).Make(schema, 0);

    public static JsonNode? Any(SpecNode root, SpecNode schema, int seed)
    {
        var random = new Random(seed);
        return new SchemaExample(root, () => random.Next(2) == 0, random).Make(schema, 0);
    }

    private JsonNode? Make(SpecNode schema, int depth)
    {
        schema = Resolve(schema);
        if ((schema["oneOf"] ?? schema["anyOf"]) is { Items: { Count: > 0 } branches })
        {
            var branch = branches[random.Next(branches.Count)];
            JsonNode? made = IsObject(schema) && !IsObject(Resolve(branch)) ? new JsonObject() : Make(branch, depth + 1);
            Discriminate(schema, branch, made);
            if (made is JsonObject members)
            {
                AddMembers(members, schema, depth);
            }

            return made;
        }

        if (
            schema["properties"] is null
            && schema["allOf"] is { Items: { Count: > 0 } parts }
            && (parts.Count == 1 ? parts[0] : parts.Find(part => IsValue(Resolve(part)))) is { } wrapped
        )
        {
            return Make(wrapped, depth);
        }

        if (
            (schema["enum"] ?? schema["x-extensible-enum"]) is { Items.Count: > 0 } values
            && values.Items.TrueForAll(static value => value.Kind is not (SpecNodeKind.Array or SpecNodeKind.Object))
            && schema.String("type") is not ("array" or "object")
        )
        {
            var value = values.Items[random.Next(values.Items.Count)];
            return value.Kind switch
            {
                SpecNodeKind.String when schema.String("type") is "integer" or "number" => decimal.TryParse(
                    value.Text,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : 7,
                SpecNodeKind.String => value.Text,
                SpecNodeKind.Null => null,
                _ => JsonNode.Parse(value.Text),
            };
        }

        return schema.String("type") switch
        {
            "array" => MakeArray(schema, depth),
            "string" => Text(schema),
            "integer" => Integer(schema),
            "number" => random.Next(2) == 0 ? 12.5 : 3,
            "boolean" => random.Next(2) == 0,
            "null" => null,
            _ => IsObject(schema) ? MakeObject(schema, depth) : "anything",
        };
    }

    /// <summary>True for a member with one value, which says what the object is.</summary>
    private static bool IsTell(SpecNode schema) => schema["enum"] is { Items.Count: 1 };

    private static bool IsValue(SpecNode schema) =>
        schema.String("type") is "string" or "integer" or "number" or "boolean" or "array" || schema["enum"] is not null;

    private static bool IsObject(SpecNode schema) =>
        schema.String("type") == "object"
        || schema["properties"] is not null
        || schema["additionalProperties"] is not null
        || schema["allOf"] is { Items.Count: > 0 };

    private JsonObject MakeObject(SpecNode schema, int depth)
    {
        var made = new JsonObject();
        AddMembers(made, schema, depth);
        if (schema["additionalProperties"] is { Kind: SpecNodeKind.Object } rest && depth < maxDepth && takesOptional())
        {
            made["an extra member"] = Make(rest, depth + 1);
        }

        return made;
    }

    private void AddMembers(JsonObject made, SpecNode schema, int depth)
    {
        var parts = Parts(schema, 0).ToList();
        var required = parts.SelectMany(static part => part.Strings("required")).ToHashSet(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var name in part["properties"]?.Names ?? [])
            {
                if (
                    !made.ContainsKey(name)
                    && depth < EndOfRequired
                    && (required.Contains(name) || IsTell(part["properties"]![name]!) || (depth < maxDepth && takesOptional()))
                )
                {
                    made[name] = Make(part["properties"]![name]!, depth + 1);
                }
            }
        }
    }

    /// <summary>A schema and all that it is made of; what is said last of a member stands first.</summary>
    private IEnumerable<SpecNode> Parts(SpecNode schema, int depth) =>
        depth == EndOfRequired
            ? []
            : (schema["allOf"]?.Items ?? []).AsEnumerable().Reverse().SelectMany(part => Parts(Resolve(part), depth + 1)).Prepend(schema);

    private JsonArray MakeArray(SpecNode schema, int depth)
    {
        var made = new JsonArray();
        for (var left = depth < maxDepth && takesOptional() ? random.Next(1, 3) : 0; left > 0; left--)
        {
            made.Add(schema["items"] is { } item ? Make(item, depth + 1) : "anything");
        }

        return made;
    }

    /// <summary>Sets the member that tells the shapes apart to a value that means the chosen one.</summary>
    private void Discriminate(SpecNode union, SpecNode branch, JsonNode? made)
    {
        if (union["discriminator"] is { } discriminator && made is JsonObject shape && discriminator["mapping"] is { } mapping)
        {
            var reference = branch.String("$ref");
            shape[discriminator.String("propertyName")!] = mapping.Names.FirstOrDefault(name => mapping.String(name) == reference);
        }
    }

    private string Text(SpecNode schema) =>
        schema.String("format") switch
        {
            "date-time" => "2024-05-01T10:00:00Z",
            "date" => "2024-05-01",
            "byte" => "AQID",
            "base64url" => "-_8",
            "uuid" or "guid" => "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
            "uri" => "https://api.test/a?b=c",
            "time" => "10:00:00",
            "duration" => "PT1H30M",
            _ => schema.String("default") ?? $"text {random.Next(100).ToString(CultureInfo.InvariantCulture)}",
        };

    private long Integer(SpecNode schema) =>
        Math.Clamp(random.Next(1, 50), schema.Integer("minimum") ?? long.MinValue, schema.Integer("maximum") ?? long.MaxValue);

    private SpecNode Resolve(SpecNode schema)
    {
        while (schema.String("$ref") is { } reference)
        {
            schema = root.Find(JsonPointer.FromReference(reference)!)!;
        }

        return schema;
    }
}
