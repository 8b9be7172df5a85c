using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Specs.Verdicts;

/// <summary>Edits of a document's schemas.</summary>
internal static class SchemaMutations
{
    public static IEnumerable<Mutation> Of(JsonObject document)
    {
        foreach (var (name, node) in document["components"]!["schemas"]!.AsObject())
        {
            var schema = node!.AsObject();
            yield return new($"rename {name}", document => Rename(document, name));
            yield return new($"deprecate {name}", document => Schema(document, name)["deprecated"] = true);
            var mutations =
                schema.ContainsKey("properties") ? Fields(name, schema)
                : schema.ContainsKey("oneOf") ? Shapes(name)
                : Values($"{name}", document => Schema(document, name), schema);
            foreach (var mutation in mutations)
            {
                yield return mutation;
            }
        }
    }

    private static IEnumerable<Mutation> Fields(string name, JsonObject schema)
    {
        yield return new(
            $"add an optional field to {name}",
            document => Properties(document, name)["extra"] = new JsonObject { ["type"] = "string" }
        );
        yield return new(
            $"add a required field to {name}",
            document =>
            {
                Properties(document, name)["extra"] = new JsonObject { ["type"] = "string" };
                Required(document, name).Add((JsonNode)"extra");
            }
        );
        yield return new(
            $"add a field of a new type to {name}",
            document =>
                Properties(document, name)["extra"] = JsonNode.Parse(
                    """{"type":"object","properties":{"kind":{"type":"string","enum":["a","b"]}}}"""
                )
        );
        yield return new(
            $"add a field whose name is near another one to {name}",
            document =>
                Properties(document, name)
                    .Insert(0, schema["properties"]!.AsObject().First().Key + "_", new JsonObject { ["type"] = "string" })
        );
        yield return new(
            $"turn additional members of {name}",
            document =>
            {
                if (!Schema(document, name).Remove("additionalProperties"))
                {
                    Schema(document, name)["additionalProperties"] = new JsonObject { ["type"] = "integer" };
                }
            }
        );
        yield return new(
            $"make a field of {name} sensitive and deprecated",
            document =>
            {
                Properties(document, name)[0]!["x-sensitive"] = true;
                Properties(document, name)[0]!["deprecated"] = true;
            }
        );
        yield return new(
            $"make {name} values",
            document => document["components"]!["schemas"]![name] = JsonNode.Parse("""{"type":"string","enum":["a","b"]}""")
        );

        foreach (var (field, node) in schema["properties"]!.AsObject())
        {
            var what = $"{name}.{field}";
            yield return new($"remove {what}", document => Properties(document, name).Remove(field));
            yield return new(
                $"rename {what}",
                document =>
                {
                    var moved = Properties(document, name)[field]!.DeepClone();
                    Properties(document, name).Remove(field);
                    Properties(document, name)[field + "Again"] = moved;
                }
            );
            yield return new(
                $"turn whether {what} is required",
                document =>
                {
                    var required = Required(document, name);
                    if (required.FirstOrDefault(item => (string?)item == field) is { } item)
                    {
                        required.Remove(item);
                    }
                    else
                    {
                        required.Add((JsonNode)field);
                    }
                }
            );
            yield return new(
                $"turn whether {what} may be null",
                document => Properties(document, name)[field]!["nullable"] = (bool?)Properties(document, name)[field]!["nullable"] != true
            );
            foreach (
                var type in new[]
                {
                    """{"type":"integer"}""",
                    """{"type":"array","items":{"type":"boolean"}}""",
                    """{"$ref":"#/components/schemas/PhotoSize"}""",
                }
            )
            {
                yield return new($"make {what} {type}", document => Properties(document, name)[field] = JsonNode.Parse(type));
            }

            foreach (var mutation in Values(what, document => Properties(document, name)[field]!.AsObject(), node!.AsObject()))
            {
                yield return mutation;
            }
        }
    }

    private static IEnumerable<Mutation> Values(string name, Func<JsonObject, JsonObject> find, JsonObject schema)
    {
        var keyword =
            schema.ContainsKey("enum") ? "enum"
            : schema.ContainsKey("x-extensible-enum") ? "x-extensible-enum"
            : null;
        if (keyword is null)
        {
            yield break;
        }

        yield return new($"add a value to {name}", document => find(document)[keyword]!.AsArray().Add((JsonNode)"another"));
        yield return new($"remove a value of {name}", document => find(document)[keyword]!.AsArray().RemoveAt(0));
        yield return new(
            $"add a value to {name} that is called like another one",
            document =>
                find(document)[keyword]!.AsArray().Insert(0, (JsonNode)find(document)[keyword]![0]!.GetValue<string>().ToUpperInvariant())
        );
        yield return new(
            $"open or close {name}",
            document =>
            {
                var values = find(document)[keyword]!.DeepClone();
                find(document).Remove(keyword);
                find(document)[keyword == "enum" ? "x-extensible-enum" : "enum"] = values;
            }
        );
    }

    private static IEnumerable<Mutation> Shapes(string name)
    {
        yield return new($"remove a shape of {name}", document => Schema(document, name)["oneOf"]!.AsArray().RemoveAt(0));
        yield return new(
            $"add a shape to {name}",
            document => Schema(document, name)["oneOf"]!.AsArray().Add(new JsonObject { ["$ref"] = "#/components/schemas/PhotoSize" })
        );
        yield return new(
            $"add a text to {name}",
            document => Schema(document, name)["oneOf"]!.AsArray().Add(new JsonObject { ["type"] = "string" })
        );
        yield return new(
            $"add a list to {name}",
            document => Schema(document, name)["oneOf"]!.AsArray().Add(JsonNode.Parse("""{"type":"array","items":{"type":"string"}}"""))
        );
        yield return new($"take the tell of {name}", document => Schema(document, name).Remove("discriminator"));
    }

    private static JsonObject Schema(JsonObject document, string name) => document["components"]!["schemas"]![name]!.AsObject();

    private static JsonObject Properties(JsonObject document, string name) => Schema(document, name)["properties"]!.AsObject();

    private static JsonArray Required(JsonObject document, string name)
    {
        Schema(document, name)["required"] ??= new JsonArray();
        return Schema(document, name)["required"]!.AsArray();
    }

    private static void Rename(JsonObject document, string name)
    {
        var renamed = JsonNode
            .Parse(document.ToJsonString().Replace($"/schemas/{name}\"", $"/schemas/{name}Again\"", StringComparison.Ordinal))!
            .AsObject();
        var schemas = renamed["components"]!["schemas"]!.AsObject();
        var schema = schemas[name]!.DeepClone();
        schemas.Remove(name);
        schemas[name + "Again"] = schema;
        foreach (var part in document.Select(static member => member.Key).ToList())
        {
            document[part] = renamed[part]!.DeepClone();
        }
    }
}
