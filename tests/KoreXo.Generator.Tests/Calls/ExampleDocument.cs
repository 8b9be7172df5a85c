using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Generator.Binding;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;
using KoreXo.Testing.Generators;
using KoreXo.Tests.Models;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>What a document says of its operations, and what a server that follows it would answer.</summary>
internal sealed class ExampleDocument
{
    private ExampleDocument(SpecNode root) => Root = root;

    public SpecNode Root { get; }

    public static ExampleDocument Read(TestDocument document)
    {
        var root = SpecText.Read(document.Path, document.GetText().ToString(), CancellationToken.None);
        SpecNormalizer.Run(root, CancellationToken.None);
        return new ExampleDocument(root);
    }

    public ExampleOperation Operation(string verb, string path)
    {
        var item = Resolve(Root["paths"]![path]!);
        return new ExampleOperation(item[verb.ToLowerInvariant()] ?? item["additionalOperations"]![verb]!, item, verb == "HEAD");
    }

    /// <summary>The addresses of servers that paths and operations name.</summary>
    public IEnumerable<string> OwnServers =>
        (Root["paths"]?.Names ?? [])
            .Select(name => Resolve(Root["paths"]![name]!))
            .SelectMany(static path => path.Names.Select(name => path[name]!).Prepend(path))
            .SelectMany(static owner => owner["servers"]?.Items ?? [])
            .Select(static server => ServerReader.Address(server))
            .OfType<string>();

    public SpecNode Resolve(SpecNode node)
    {
        for (
            var hops = 0;
            hops < 32
                && node.String("$ref") is { } reference
                && JsonPointer.FromReference(reference) is { } pointer
                && Root.Find(pointer) is { } target;
            hops++
        )
        {
            node = target;
        }

        return node;
    }

    /// <summary>The parameters of an operation; its own win over those of its path.</summary>
    public IReadOnlyList<SpecNode> Parameters(ExampleOperation operation) =>
        (operation.Node["parameters"]?.Items ?? [])
            .Concat(operation.Item["parameters"]?.Items ?? [])
            .Select(Resolve)
            .Where(static parameter => parameter.String("name") is { Length: > 0 })
            .DistinctBy(static parameter => (parameter.String("in"), parameter.String("name")))
            .ToList();

    /// <summary>The media types of a request or an answer with the schema of each.</summary>
    public IEnumerable<(string MediaType, SpecNode Media)> Contents(SpecNode owner) =>
        (owner["content"]?.Names ?? []).Select(name => (name, Resolve(owner["content"]![name]!)));

    /// <summary>The answer of a success: JSON where it is documented, else what comes first.</summary>
    public ExampleAnswer Answer(ExampleOperation operation)
    {
        var answers = operation.Node["responses"];
        var successes = (answers?.Names ?? [])
            .Where(static status => status.Length == 3 && status[0] == '2')
            .Order(StringComparer.Ordinal)
            .ToList();
        if (successes.Count == 0 && answers?.Names.Any(static status => status[0] == '3') == true)
        {
            return new ExampleAnswer(302, null, null, null);
        }

        var told = successes.Count > 0 ? successes : (answers?.Names ?? []).Where(static status => status == "default").ToList();
        var status =
            told.Find(status => status is not ("204" or "205") && Contents(Resolve(answers![status]!)).Any()) ?? told.FirstOrDefault();
        var code = status is not null && int.TryParse(status, CultureInfo.InvariantCulture, out var number) ? number : 200;
        var contents = status is null ? [] : Contents(Resolve(answers![status]!)).ToList();
        if (contents.Count == 0 || operation.IsHead || code is 204 or 205)
        {
            return new ExampleAnswer(code, null, null, null);
        }

        var (mediaType, media) = contents.Find(content => IsJson(content.MediaType, content.Media)) is { MediaType: not null } json
            ? json
            : contents[0];
        return IsJson(mediaType, media) ? new ExampleAnswer(code, MediaType.Concrete(mediaType, "application/json"), Json(media), null)
            : MediaType.Stream(mediaType) is not null ? new ExampleAnswer(code, mediaType, null, [])
            : new ExampleAnswer(code, MediaType.Concrete(mediaType, "application/octet-stream"), null, "some text, \u00e9"u8.ToArray());
    }

    /// <summary>The example that the document gives, where its schema allows it; else one made of the schema.</summary>
    public JsonNode? Json(SpecNode media)
    {
        var given = Given(media)
            .Select(static node => JsonNode.Parse(SpecJson.Write(node)))
            .FirstOrDefault(example => SchemaCheck.Allows(this, media["schema"], example));
        return given ?? (media["schema"] is { } schema ? Example(schema) : new JsonObject { ["any"] = true });
    }

    /// <summary>A value that a schema allows.</summary>
    public JsonNode? Example(SpecNode schema) => SchemaExample.Maximal(Root, schema, 3);

    /// <summary>True for JSON, and for content of any type that is not said to be bytes.</summary>
    public bool IsJson(string mediaType, SpecNode media) =>
        MediaType.IsJson(mediaType) && !(mediaType.Contains('*') && IsBytes(media["schema"]));

    private bool IsBytes(SpecNode? schema) =>
        schema is not null && Resolve(schema) is var target && target.String("type") == "string" && target.String("format") == "binary";

    private IEnumerable<SpecNode> Given(SpecNode media)
    {
        foreach (
            var example in (media["examples"]?.Names ?? [])
                .Select(name => Resolve(media["examples"]![name]!)["value"])
                .Prepend(media["example"])
        )
        {
            if (example is not null)
            {
                yield return example;
            }
        }

        if (media["schema"] is { } schema && Resolve(schema)["example"] is { } own)
        {
            yield return own;
        }
    }
}
