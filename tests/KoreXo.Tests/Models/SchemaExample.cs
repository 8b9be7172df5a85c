using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Generator.Reading;

namespace KoreXo.Tests.Models;

/// <summary>Makes JSON that a schema allows: with required members only, with all of them, or with those that chance picks.</summary>
internal sealed class SchemaExample(SpecNode root, Func<bool> takesOptional, Random random)
{
    private const int MaxDepth = 8;

    public static JsonNode? Minimal(SpecNode root, SpecNode schema) => new SchemaExample(root, static () => false, new Random(1)).Make(schema, 0);

    public static JsonNode? Maximal(SpecNode root, SpecNode schema) => new SchemaExample(root, static () => true, new Random(1)).Make(schema, 0);

    public static JsonNode? Any(SpecNode root, SpecNode schema, int seed)
    {
        var random = new Random(seed);
        return new SchemaExample(root, () => random.Next(2) == 0, random).Make(schema, 0);
    }

    private JsonNode? Make(SpecNode schema, int depth)
    {
        schema = Resolve(schema);
        if ((schema["oneOf"] ?? schema["anyOf"]) is { Items: var branches })
        {
            var branch = branches[random.Next(branches.Count)];
            var made = Make(branch, depth);
            Discriminate(schema, branch, made);
            return made;
        }

        if (schema["allOf"] is { Items.Count: 1 } wrapped && schema["properties"] is null)
        {
            return Make(wrapped.Items[0], depth);
        }

        if ((schema["enum"] ?? schema["x-extensible-enum"]) is { Items.Count: > 0 } values)
        {
            var value = values.Items[random.Next(values.Items.Count)];
            return value.Kind == SpecNodeKind.String ? value.Text : JsonNode.Parse(value.Text);
        }

        return schema.String("type") switch
        {
            "array" => MakeArray(schema, depth),
            "string" => Text(schema),
            "integer" => Integer(schema),
            "number" => random.Next(2) == 0 ? 12.5 : 3,
            "boolean" => random.Next(2) == 0,
            "object" => MakeObject(schema, depth),
            _ => schema["properties"] is null && schema["allOf"] is null ? "anything" : MakeObject(schema, depth),
        };
    }

    private JsonObject MakeObject(SpecNode schema, int depth)
    {
        var made = new JsonObject();
        foreach (var part in (schema["allOf"]?.Items ?? []).Select(Resolve).Append(schema))
        {
            var required = part.Strings("required").ToHashSet(StringComparer.Ordinal);
            foreach (var name in part["properties"]?.Names ?? [])
            {
                if (required.Contains(name) || (depth < MaxDepth && takesOptional()))
                {
                    made[name] = Make(part["properties"]![name]!, depth + 1);
                }
            }
        }

        if (schema["additionalProperties"] is { Kind: SpecNodeKind.Object } rest && depth < MaxDepth && takesOptional())
        {
            made["an extra member"] = Make(rest, depth + 1);
        }

        return made;
    }

    private JsonArray MakeArray(SpecNode schema, int depth)
    {
        var made = new JsonArray();
        for (var left = depth < MaxDepth && takesOptional() ? random.Next(1, 3) : 0; left > 0; left--)
        {
            made.Add(Make(schema["items"]!, depth + 1));
        }

        return made;
    }

    /// <summary>Sets the member that tells the shapes apart to a value that means the chosen one.</summary>
    private void Discriminate(SpecNode union, SpecNode branch, JsonNode? made)
    {
        if (union["discriminator"] is { } discriminator && made is JsonObject shape && discriminator["mapping"] is { } mapping)
        {
            var reference = branch.String("$ref");
            shape[discriminator.String("propertyName")!] = mapping.Names.First(name => mapping.String(name) == reference);
        }
    }

    private string Text(SpecNode schema) => schema.String("format") switch
    {
        "date-time" => "2024-05-01T10:00:00Z",
        "date" => "2024-05-01",
        "byte" => "AQID",
        _ => schema.String("default") ?? $"text {random.Next(100).ToString(CultureInfo.InvariantCulture)}",
    };

    private long Integer(SpecNode schema) => Math.Clamp(random.Next(1, 50), schema.Integer("minimum") ?? long.MinValue, schema.Integer("maximum") ?? long.MaxValue);

    private SpecNode Resolve(SpecNode schema)
    {
        while (schema.String("$ref") is { } reference)
        {
            schema = root.Find(JsonPointer.FromReference(reference)!)!;
        }

        return schema;
    }
}
