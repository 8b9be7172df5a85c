using System.Text.Json;
using KoreXo.OpenApi.Text;
using NJsonSchema;
using NSwag;

namespace KoreXo.Simulator.Documents;

/// <summary>Turns a document into operations: structure and schemas by NSwag, extensions and security from the text itself.</summary>
internal static class DocumentReader
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <exception cref="FormatException">The document cannot be read.</exception>
    public static async Task<ApiDocument> ReadAsync(string name, string text, CancellationToken cancellationToken)
    {
        SpecNode root;
        OpenApiDocument document;
        try
        {
            root = SpecText.Read(name, text, cancellationToken);
            document = await OpenApiDocument.FromJsonAsync(SpecJson.Write(root), cancellationToken).ConfigureAwait(false);
        }
        catch (SpecFormatException fault)
        {
            throw new FormatException($"{name}, line {fault.Line + 1}: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Newtonsoft.Json.JsonException)
        {
            throw new FormatException($"{name} is not an OpenAPI document: {fault.Message}", fault);
        }

        var operations = new List<ApiOperation>();
        var refusals = QuotaReader.ReadRefusals(root["x-refusals"]);
        var paths = root["paths"];
        foreach (var path in paths?.Names ?? [])
        {
            var item = paths![path]!;
            foreach (var verb in item.Names.Where(verb => Verbs.Contains(verb, StringComparer.Ordinal)))
            {
                operations.AddRange(Read(root, item[verb]!, document.Paths[path][verb], path, verb, refusals));
            }
        }

        return new ApiDocument(operations, root["x-known-scopes"]);
    }

    /// <summary>One operation, or one for each of its variants.</summary>
    private static IEnumerable<ApiOperation> Read(
        SpecNode root,
        SpecNode node,
        OpenApiOperation operation,
        string path,
        string verb,
        RefusalTexts refusals
    )
    {
        if (node["x-variants"] is not { Items.Count: > 0 } variants)
        {
            return [Read(root, node, node, operation, path, verb, refusals)];
        }

        return variants.Items.Select(variant => Read(root, node, variant, operation, path, verb, refusals));
    }

    /// <param name="root">The document.</param>
    /// <param name="node">The operation.</param>
    /// <param name="method">What names the method and its scopes: the operation itself, or a variant.</param>
    /// <param name="operation">The operation as NSwag reads it.</param>
    /// <param name="path">Its path.</param>
    /// <param name="verb">Its verb.</param>
    /// <param name="refusals">How the document words a refusal for rate.</param>
    private static ApiOperation Read(
        SpecNode root,
        SpecNode node,
        SpecNode method,
        OpenApiOperation operation,
        string path,
        string verb,
        RefusalTexts refusals
    ) =>
        new()
        {
            Id = method.String("operationId") ?? $"{verb} {path}",
            Method = verb.ToUpperInvariant(),
            Path = path,
            Parameters = [.. operation.ActualParameters.Select(ReadParameter).OfType<ApiParameter>()],
            Body = operation.RequestBody is { } body ? new ApiBody(body.IsRequired, ReadContent(body.Content)) : null,
            Responses =
            [
                .. operation.ActualResponses.Select(response => new ApiResponse(response.Key, ReadContent(response.Value.Content))),
            ],
            Fixed = ReadFixed(method["body"]),
            Token = ReadToken(root, node["security"] ?? root["security"]),
            Scopes = method["x-scopes"] is { } scopes ? [.. scopes.Items.Select(ReadAlternative)] : null,
            Quota = node["x-rate-limit"] is { } limit ? QuotaReader.Read(limit) : null,
            Refusals = refusals,
        };

    private static Dictionary<string, JsonElement> ReadFixed(SpecNode? body)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in body?.Names ?? [])
        {
            using var value = JsonDocument.Parse(SpecJson.Write(body![name]!));
            members[name] = value.RootElement.Clone();
        }

        return members;
    }

    private static ApiParameter? ReadParameter(OpenApiParameter parameter)
    {
        ParameterPlace? place = parameter.Kind switch
        {
            OpenApiParameterKind.Path => ParameterPlace.Path,
            OpenApiParameterKind.Query => ParameterPlace.Query,
            OpenApiParameterKind.Header => ParameterPlace.Header,
            _ => null,
        };
        return place is { } known ? new ApiParameter(parameter.Name, known, parameter.IsRequired, parameter.ActualSchema) : null;
    }

    private static Dictionary<string, JsonSchema> ReadContent(IDictionary<string, OpenApiMediaType> contents) =>
        contents.ToDictionary(
            content => content.Key,
            content => content.Value.Schema?.ActualSchema ?? new JsonSchema(),
            StringComparer.OrdinalIgnoreCase
        );

    private static ScopeAlternative ReadAlternative(SpecNode node) => new(node.String("credential") ?? "", [.. node.Strings("scopes")]);

    /// <summary>
    /// The first scheme that is asked for; none where nothing is, or where an empty requirement makes the token optional.
    /// </summary>
    private static TokenPlace? ReadToken(SpecNode root, SpecNode? security)
    {
        if (security is null || security.Items.Count == 0 || security.Items.Any(requirement => requirement.Names.Count == 0))
        {
            return null;
        }

        var scheme = root["components"]?["securitySchemes"]?[security.Items[0].Names[0]];
        return scheme?.String("type") switch
        {
            "apiKey" when scheme.String("in") == "header" => new TokenPlace(scheme.String("name") ?? "", ""),
            "http" => new TokenPlace("Authorization", "Bearer "),
            _ => throw new FormatException("The simulator takes tokens in a header only: a security scheme of type apiKey or http."),
        };
    }
}
