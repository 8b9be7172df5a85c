using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Normalizing;
using KoreXo.Generator.Reading;
using NJsonSchema;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>Request bodies: which of their media types is used, and what its schema becomes.</summary>
internal sealed class ContentReader(SpecDocument document, SchemaReader schemas)
{
    /// <summary>Reads the request body; false where the operation has one that cannot be sent, which has been reported.</summary>
    public bool TryReadBody(OperationSite operation, string name, out BodyModel? body)
    {
        body = null;
        if (operation.Operation.RequestBody is not { } request || operation.Node["requestBody"] is null)
        {
            return true;
        }

        var (bodyNode, at) = document.Find(JsonPointer.Append(operation.Pointer, "requestBody"));
        if (bodyNode is null || document.IsBroken(bodyNode))
        {
            return false;
        }

        if (request.Content.Count == 0)
        {
            return true;
        }

        foreach (var (kind, mediaType, site) in Choices(request.Content, bodyNode, at))
        {
            if (Type(operation, name, kind, site) is { } type)
            {
                body = new BodyModel(
                    kind,
                    type,
                    SentAs(kind, mediaType),
                    kind == BodyKind.Form ? SpreadReader.Fields(bodyNode["content"]![mediaType]!["encoding"]) : default,
                    bodyNode.Boolean("required") == true,
                    bodyNode.String("description") ?? "");
                return true;
            }
        }

        document.LeftOut.Add($"{operation.Id}: its request body is a form without fields");
        document.Report(
            SpecRules.Unsupported, bodyNode, at, $"A request body of {string.Join(", ", request.Content.Keys)} that is no object", "the operation is left out; give its schema properties");
        return false;
    }

    /// <summary>A media type's schema; a schema that says nothing where it has none.</summary>
    public static SchemaSite? Site(IDictionary<string, OpenApiMediaType> content, SpecNode owner, string pointer, string mediaType)
    {
        var at = JsonPointer.Append(JsonPointer.Append(pointer, "content"), mediaType);
        var node = owner["content"]?[mediaType];
        return node is null ? null
            : node["schema"] is { } schema && content[mediaType].Schema is { } parsed ? SchemaSite.Of(parsed, schema, JsonPointer.Append(at, "schema"))
            : new SchemaSite(new JsonSchema(), node, at);
    }

    /// <summary>True for a schema of bytes.</summary>
    public bool IsBytes(SchemaSite site) => schemas.Resolve(site).Schema is { Format: "binary" } schema && schema.Type.HasFlag(JsonObjectType.String);

    private IEnumerable<(BodyKind Kind, string MediaType, SchemaSite Site)> Choices(IDictionary<string, OpenApiMediaType> content, SpecNode owner, string pointer) => content.Keys
        .Select(type => (Type: type, Site: Site(content, owner, pointer, type)))
        .Where(static choice => choice.Site is not null)
        .Select(choice => (Kind: Kind(choice.Type, choice.Site!.Value), choice.Type, choice.Site!.Value))
        .OrderBy(choice => choice.Kind == BodyKind.Multipart && HasFile(choice.Value) ? BodyKind.Json : choice.Kind)
        .ThenBy(static choice => choice.Kind);

    private TypeRef? Type(OperationSite operation, string name, BodyKind kind, SchemaSite site)
    {
        switch (kind)
        {
            case BodyKind.Binary:
                return new TypeRef.Scalar(ScalarKind.BinaryContent);
            case BodyKind.Text:
                return new TypeRef.Scalar(ScalarKind.String);
            default:
                var leftOut = operation.Own == operation.Node ? [] : operation.Own["body"]?.Names ?? [];
                var type = schemas.ReadBody(site, name + "Request", kind == BodyKind.Multipart, leftOut);
                return kind == BodyKind.Multipart && type is not TypeRef.Named { Kind: NamedKind.Object } ? null : type;
        }
    }

    /// <summary>True where a form has a file, which a form without parts could not carry.</summary>
    private bool HasFile(SchemaSite site)
    {
        site = schemas.Resolve(site);
        return site.PropertyNames.Any(name => IsBytes(site.Property(name))) || site.Branches("allOf").Any(branch => schemas.Resolve(branch) is var part && part.PropertyNames.Any(name => IsBytes(part.Property(name))));
    }

    private BodyKind Kind(string mediaType, SchemaSite site)
    {
        var type = MediaType.Bare(mediaType);
        return type == "multipart/form-data" ? BodyKind.Multipart
            : type == "application/x-www-form-urlencoded" ? BodyKind.Form
            : MediaType.IsJson(type) && !(type.IndexOf('*') >= 0 && IsBytes(site)) ? BodyKind.Json
            : MediaType.IsText(type) ? BodyKind.Text
            : BodyKind.Binary;
    }

    private static string? SentAs(BodyKind kind, string mediaType) => kind switch
    {
        BodyKind.Json => MediaType.Concrete(mediaType, "application/json") is var type && type == "application/json" ? null : type,
        BodyKind.Text => MediaType.Concrete(mediaType, "text/plain"),
        BodyKind.Binary => MediaType.Concrete(mediaType, "application/octet-stream"),
        _ => null,
    };
}
