using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Reading;
using NJsonSchema;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>Request bodies and answers: which of their media types is used, and what its schema becomes.</summary>
internal sealed class ContentReader(SpecDocument document, SchemaReader schemas)
{
    /// <summary>Reads the request body; false where the operation has one that cannot be sent, which has been reported.</summary>
    public bool TryReadBody(OperationSite operation, string name, out BodyModel? body)
    {
        body = null;
        if (operation.Operation.RequestBody is not { } request || operation.Node["requestBody"] is null)
        {
            return TryReadSwaggerBody(operation, name, out body);
        }

        var (bodyNode, at) = document.Find(JsonPointer.Append(operation.Pointer, "requestBody"));
        if (bodyNode is null || document.IsBroken(bodyNode))
        {
            return false;
        }

        foreach (var (kind, mediaType) in request.Content.Keys.Select(static type => (Kind: Kind(type), Type: type)).OrderBy(static content => content.Kind))
        {
            if (kind is { } bodyKind && Site(request.Content, bodyNode, at, mediaType) is { } site)
            {
                var type = schemas.ReadBody(site, name + "Request", bodyKind == BodyKind.Multipart, LeftOut(operation));
                if (bodyKind == BodyKind.Json || type is TypeRef.Named { Kind: NamedKind.Object })
                {
                    body = new BodyModel(bodyKind, type, bodyNode.Boolean("required") == true, bodyNode.String("description") ?? "");
                    return true;
                }
            }
        }

        document.Report(
            SpecRules.Unsupported, bodyNode, at, $"A request body of {string.Join(", ", request.Content.Keys)}", "the operation is left out; use application/json or multipart/form-data");
        return false;
    }

    /// <summary>In Swagger 2.0 the body is one of the parameters.</summary>
    private bool TryReadSwaggerBody(OperationSite operation, string name, out BodyModel? body)
    {
        body = null;
        var index = 0;
        foreach (var parameter in operation.Operation.Parameters)
        {
            var (node, at) = document.Find(JsonPointer.Append(JsonPointer.Append(operation.Pointer, "parameters"), index++));
            if (node?.String("in") == "formData")
            {
                document.Report(SpecRules.Unsupported, node, at, "A form of Swagger 2.0", "the operation is left out; use OpenAPI 3.0 and multipart/form-data");
                return false;
            }

            if (node?.String("in") == "body" && node["schema"] is { } schema && parameter.ActualParameter.Schema is { } parsed)
            {
                var type = schemas.ReadBody(new SchemaSite(parsed, schema, JsonPointer.Append(at, "schema")), name + "Request", isForm: false, LeftOut(operation));
                body = new BodyModel(BodyKind.Json, type, node.Boolean("required") == true, node.String("description") ?? "");
            }
        }

        return true;
    }

    private static IReadOnlyList<string> LeftOut(OperationSite operation) => operation.Own == operation.Node ? [] : operation.Own["body"]?.Names ?? [];

    /// <summary>Reads the answer of the lowest successful status; false where it has content that cannot be read.</summary>
    public bool TryReadResult(OpenApiOperation operation, SpecNode node, string pointer, string name, out TypeRef? result, out bool isText, out string description)
    {
        (result, isText, description) = (null, false, "");
        var status = operation.Responses.Keys.Where(static key => key.Length == 3 && key[0] == '2').OrderBy(static key => key, StringComparer.Ordinal).FirstOrDefault()
            ?? operation.Responses.Keys.FirstOrDefault(static key => key == "default");
        if (status is null)
        {
            return true;
        }

        var response = operation.Responses[status].ActualResponse;
        var (responseNode, at) = document.Find(JsonPointer.Append(JsonPointer.Append(pointer, "responses"), status));
        description = responseNode?.String("description") ?? "";
        if (responseNode is null || (response.Content.Count == 0 && responseNode["schema"] is null))
        {
            return true;
        }

        if (responseNode["schema"] is { } schema)
        {
            result = schemas.Read(new SchemaSite(response.Schema, schema, JsonPointer.Append(at, "schema")), name + "Result");
            return true;
        }

        var hasText = response.Content.Keys.Any(static type => type.StartsWith("text/", StringComparison.OrdinalIgnoreCase));
        foreach (var mediaType in response.Content.Keys)
        {
            if (Kind(mediaType) == BodyKind.Json && Site(response.Content, responseNode, at, mediaType) is { } site)
            {
                result = schemas.Read(site, name + "Result");
                isText = hasText && result is TypeRef.Scalar { Kind: ScalarKind.String };
                return true;
            }
        }

        if (hasText)
        {
            (result, isText) = (new TypeRef.Scalar(ScalarKind.String), true);
            return true;
        }

        document.Report(SpecRules.Unsupported, responseNode, at, $"An answer of {string.Join(", ", response.Content.Keys)}", "the operation is left out; JSON and text are read");
        return false;
    }

    private static BodyKind? Kind(string mediaType)
    {
        var type = mediaType.Split(';')[0].Trim().ToLowerInvariant();
        return type is "application/json" or "text/json" or "*/*" or "application/*" || type.EndsWith("+json", StringComparison.Ordinal) ? BodyKind.Json
            : type == "multipart/form-data" ? BodyKind.Multipart
            : null;
    }

    private static SchemaSite? Site(IDictionary<string, OpenApiMediaType> content, SpecNode owner, string pointer, string mediaType)
    {
        var at = JsonPointer.Append(JsonPointer.Append(pointer, "content"), mediaType);
        var node = owner["content"]?[mediaType];
        return node is null ? null
            : node["schema"] is { } schema && content[mediaType].Schema is { } parsed ? new SchemaSite(parsed, schema, JsonPointer.Append(at, "schema"))
            : new SchemaSite(new JsonSchema(), node, at);
    }
}
