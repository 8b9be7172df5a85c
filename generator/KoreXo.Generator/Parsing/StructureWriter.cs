using System.Globalization;
using System.Text;
using KoreXo.Generator.Normalizing;
using KoreXo.Generator.Reading;
using Newtonsoft.Json;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// Writes what NSwag is to understand of a document: paths, parameters, contents, and the schemas that they lead to, in well-formed
/// OpenAPI 3.0. Texts, examples and whatever else the generator takes from the tree are left out, so that they cost no time and
/// their faults do no harm.
/// </summary>
internal sealed class StructureWriter
{
    private readonly SpecNode _root;
    private readonly HashSet<SpecNode> _broken;
    private readonly JsonTextWriter _writer;
    private readonly SchemaWriter _schemas;

    private StructureWriter(SpecNode root, HashSet<SpecNode> broken, JsonTextWriter writer)
    {
        _root = root;
        _broken = broken;
        _writer = writer;
        _schemas = new SchemaWriter(root, broken, writer);
    }

    /// <param name="root">The document in its normal form.</param>
    /// <param name="broken">The references that lead nowhere.</param>
    /// <param name="names">The names that components have for the parser.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static string Write(
        SpecNode root,
        HashSet<SpecNode> broken,
        out IReadOnlyDictionary<SpecNode, string> names,
        CancellationToken cancellationToken
    )
    {
        var text = new StringBuilder(64 * 1024);
        using (var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture)))
        {
            var structure = new StructureWriter(root, broken, writer);
            structure.WriteDocument(cancellationToken);
            names = structure._schemas.Names;
        }

        return text.ToString();
    }

    private void WriteDocument(CancellationToken cancellationToken)
    {
        _writer.WriteStartObject();
        Text("openapi", "3.0.3");
        _writer.WritePropertyName("info");
        _writer.WriteStartObject();
        Text("title", "");
        Text("version", "");
        _writer.WriteEndObject();
        Start("paths");
        foreach (var (name, path) in Members(_root["paths"]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            WritePath(name, path);
        }

        _writer.WriteEndObject();
        Start("components");
        Start("securitySchemes");
        foreach (var (name, scheme) in Members(_root["components"]?["securitySchemes"]))
        {
            WriteScheme(name, scheme);
        }

        _writer.WriteEndObject();
        _schemas.WriteComponents(cancellationToken);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WritePath(string name, SpecNode path)
    {
        if (name.StartsWith("x-", StringComparison.Ordinal) || Resolve(path) is not { Kind: SpecNodeKind.Object } target)
        {
            return;
        }

        Start(name);
        WriteParameters(target);
        foreach (var (verb, operation) in Members(target).Where(static member => HttpVerb.IsVerb(member.Name)))
        {
            Start(verb);
            WriteParameters(operation);
            if (operation["requestBody"] is { } body && Resolve(body) is { } request)
            {
                Start("requestBody");
                WriteContent(request);
                _writer.WriteEndObject();
            }

            Start("responses");
            foreach (var (status, response) in Members(operation["responses"]))
            {
                Start(status);
                Text("description", "");
                if (Resolve(response) is { } answer)
                {
                    WriteContent(answer);
                }

                _writer.WriteEndObject();
            }

            _writer.WriteEndObject();
            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
    }

    /// <summary>Writes one entry for each of the document's, usable or not: they are found again by their number.</summary>
    private void WriteParameters(SpecNode owner)
    {
        _writer.WritePropertyName("parameters");
        _writer.WriteStartArray();
        foreach (var item in owner["parameters"]?.Items ?? [])
        {
            var parameter = Resolve(item);
            _writer.WriteStartObject();
            Text("name", parameter?.String("name") ?? "");
            Text("in", parameter?.String("in") is "path" or "header" or "cookie" ? parameter.String("in")! : "query");
            _writer.WritePropertyName("required");
            _writer.WriteValue(parameter?.Boolean("required") == true);
            _writer.WritePropertyName("schema");
            if (ParameterSchema.Of(parameter) is { } schema)
            {
                _schemas.Write(schema.Node);
            }
            else
            {
                _writer.WriteStartObject();
                _writer.WriteEndObject();
            }

            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteContent(SpecNode owner)
    {
        Start("content");
        foreach (var (type, media) in Members(owner["content"]))
        {
            Start(type);
            if (media["schema"] is { } schema)
            {
                _writer.WritePropertyName("schema");
                _schemas.Write(schema);
            }

            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
    }

    private void WriteScheme(string name, SpecNode node)
    {
        if (Resolve(node) is not { } scheme || scheme.String("type") is not ("apiKey" or "http" or "oauth2" or "openIdConnect"))
        {
            return;
        }

        Start(name);
        foreach (var member in (string[])["type", "name", "scheme"])
        {
            if (scheme.String(member) is { } value)
            {
                Text(member, value);
            }
        }

        if (scheme.String("in") is "query" or "header" or "cookie")
        {
            Text("in", scheme.String("in")!);
        }

        _writer.WriteEndObject();
    }

    private SpecNode? Resolve(SpecNode node)
    {
        while (
            !_broken.Contains(node)
            && node.String("$ref") is { } reference
            && JsonPointer.FromReference(reference) is { } pointer
            && _root.Find(pointer) is { } next
        )
        {
            node = next;
        }

        return _broken.Contains(node) ? null : node;
    }

    private void Start(string name)
    {
        _writer.WritePropertyName(name);
        _writer.WriteStartObject();
    }

    private void Text(string name, string value)
    {
        _writer.WritePropertyName(name);
        _writer.WriteValue(value);
    }

    private static IEnumerable<(string Name, SpecNode Node)> Members(SpecNode? node) =>
        (node?.Names ?? []).Select(name => (name, node![name]!)).Where(static member => member.Item2.Kind == SpecNodeKind.Object);
}
