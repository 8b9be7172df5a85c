using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Specs.Verdicts;

/// <summary>Edits of a document's operations.</summary>
internal static class OperationMutations
{
    private static readonly string[] Types = ["string", "integer"];

    public static IEnumerable<Mutation> Of(JsonObject document)
    {
        foreach (var (path, verbs) in document["paths"]!.AsObject())
        {
            foreach (var (verb, node) in verbs!.AsObject())
            {
                var at = new Place(path, verb);
                var operation = node!.AsObject();
                foreach (
                    var mutation in Whole(at, operation)
                        .Concat(Parameters(at, operation))
                        .Concat(Content(at, operation))
                        .Concat(Facts(at, operation))
                )
                {
                    yield return mutation;
                }
            }
        }
    }

    private static IEnumerable<Mutation> Whole(Place at, JsonObject operation)
    {
        yield return new($"remove {at}", document => at.Verbs(document).Remove(at.Verb));
        yield return new(
            $"move {at} to another path",
            document =>
            {
                var moved = at.Operation(document);
                at.Verbs(document).Remove(at.Verb);
                document["paths"]![at.Path + "/moved"] = new JsonObject { [at.Verb] = moved };
            }
        );
        yield return new(
            $"copy {at}",
            document => document["paths"]![at.Path + "/copy"] = new JsonObject { [at.Verb] = Renamed(at.Operation(document), "Copy") }
        );
        if (operation["operationId"] is { } id)
        {
            yield return new(
                $"rename {id}",
                document =>
                {
                    var renamed = Renamed(at.Operation(document), "Again");
                    at.Verbs(document)[at.Verb] = renamed;
                    foreach (var job in Jobs(document).Where(job => (string?)job["status"] == (string?)id))
                    {
                        job["status"] = (string?)renamed["operationId"];
                    }
                }
            );
        }
        else
        {
            yield return new($"remove a variant of {at}", document => at.Operation(document)["x-variants"]!.AsArray().RemoveAt(0));
        }

        yield return new($"deprecate {at}", document => at.Operation(document)["deprecated"] = true);
        yield return new(
            $"turn idempotence of {at}",
            document => at.Operation(document)["x-idempotent"] = (bool?)at.Operation(document)["x-idempotent"] != true
        );
    }

    private static IEnumerable<Mutation> Parameters(Place at, JsonObject operation)
    {
        foreach (
            var (name, where, required) in new[]
            {
                ("extra", "query", true),
                ("extra", "query", false),
                ("X-Extra", "header", false),
                ("X-Extra", "header", true),
                ("first", "query", true),
            }
        )
        {
            yield return new(
                $"add {(required ? "required" : "optional")} {where} parameter {name} to {at}",
                document =>
                    at.Parameters(document)
                        .Insert(
                            name == "first" ? 0 : at.Parameters(document).Count,
                            new JsonObject
                            {
                                ["name"] = name,
                                ["in"] = where,
                                ["required"] = required,
                                ["schema"] = new JsonObject { ["type"] = "string" },
                            }
                        )
            );
        }

        yield return new(
            $"add a parameter of values to {at}",
            document =>
                at.Parameters(document)
                    .Add(
                        new JsonObject
                        {
                            ["name"] = "sort",
                            ["in"] = "query",
                            ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("up", "down") },
                        }
                    )
        );

        if (operation["parameters"]?.AsArray().Count > 1)
        {
            yield return new(
                $"turn the parameters of {at} round",
                document =>
                    at.Operation(document)["parameters"] = new JsonArray([
                        .. at.Parameters(document).Reverse().Select(static parameter => parameter!.DeepClone()),
                    ])
            );
        }

        for (var i = 0; i < (operation["parameters"]?.AsArray().Count ?? 0); i++)
        {
            var index = i;
            var name = $"parameter {operation["parameters"]![i]!["name"]} of {at}";
            yield return new($"remove {name}", document => at.Parameters(document).RemoveAt(index));
            yield return new(
                $"turn whether {name} is required",
                document => at.Parameters(document)[index]!["required"] = (bool?)at.Parameters(document)[index]!["required"] != true
            );
            yield return new(
                $"give a default to {name}",
                document =>
                {
                    at.Parameters(document)[index]!["required"] = true;
                    at.Parameters(document)[index]!["schema"]!["default"] = "1";
                }
            );
            yield return new(
                $"send {name} elsewhere",
                document =>
                    at.Parameters(document)[index]!["in"] = (string?)at.Parameters(document)[index]!["in"] == "query" ? "header" : "query"
            );
            yield return new($"make {name} sensitive", document => at.Parameters(document)[index]!["x-sensitive"] = true);
            foreach (var type in Types)
            {
                yield return new(
                    $"make {name} {type}",
                    document => at.Parameters(document)[index]!["schema"] = new JsonObject { ["type"] = type }
                );
            }
        }
    }

    private static IEnumerable<Mutation> Content(Place at, JsonObject operation)
    {
        if (operation["requestBody"] is not null)
        {
            yield return new($"remove the body of {at}", document => at.Operation(document).Remove("requestBody"));
            yield return new(
                $"turn whether the body of {at} is required",
                document =>
                    at.Operation(document)["requestBody"]!["required"] = (bool?)at.Operation(document)["requestBody"]!["required"] != true
            );
        }

        yield return new(
            $"give {at} another body",
            document =>
                at.Operation(document)["requestBody"] = JsonNode.Parse(
                    """{"required":true,"content":{"application/json":{"schema":{"type":"object","required":["word"],"properties":{"word":{"type":"string"},"more":{"type":"integer"}}}}}}"""
                )
        );
        yield return new(
            $"answer nothing from {at}",
            document => at.Operation(document)["responses"] = JsonNode.Parse("""{"204":{"description":"Nothing."}}""")
        );
        yield return new(
            $"answer texts from {at}",
            document =>
                at.Operation(document)["responses"] = JsonNode.Parse(
                    """{"200":{"description":"Texts.","content":{"application/json":{"schema":{"type":"array","items":{"type":"string"}}}}}}"""
                )
        );
    }

    private static IEnumerable<Mutation> Facts(Place at, JsonObject operation)
    {
        yield return new($"need nothing for {at}", document => at.Operation(document)["x-scopes"] = new JsonArray());
        yield return new(
            $"limit {at}",
            document => at.Operation(document)["x-rate-limit"] = JsonNode.Parse("""{"budget":"other","limits":[{"calls":1,"seconds":1}]}""")
        );
        foreach (var extension in new[] { "x-paging", "x-job", "x-scopes" }.Where(operation.ContainsKey))
        {
            yield return new($"remove {extension} of {at}", document => at.Operation(document).Remove(extension));
        }

        if (operation.ContainsKey("x-job"))
        {
            yield return new($"move a state of {at}", document => at.Operation(document)["x-job"]!["failed"] = new JsonArray("done"));
        }
    }

    private static IEnumerable<JsonNode> Jobs(JsonObject document) =>
        document["paths"]!
            .AsObject()
            .SelectMany(static path => path.Value!.AsObject())
            .Select(static verb => verb.Value!["x-job"])
            .OfType<JsonNode>();

    private static JsonObject Renamed(JsonObject operation, string suffix)
    {
        var copy = operation.DeepClone().AsObject();
        foreach (
            var named in (copy["x-variants"]?.AsArray() ?? [copy.DeepClone()])
                .OfType<JsonObject>()
                .Select((_, index) => copy["x-variants"]?[index] ?? copy)
        )
        {
            named["operationId"] = (string?)named["operationId"] + suffix;
        }

        return copy;
    }

    private sealed record Place(string Path, string Verb)
    {
        public JsonObject Verbs(JsonObject document) => document["paths"]![Path]!.AsObject();

        public JsonObject Operation(JsonObject document) => Verbs(document)[Verb]!.AsObject();

        public JsonArray Parameters(JsonObject document)
        {
            Operation(document)["parameters"] ??= new JsonArray();
            return Operation(document)["parameters"]!.AsArray();
        }

        public override string ToString() => $"{Verb} {Path}";
    }
}
