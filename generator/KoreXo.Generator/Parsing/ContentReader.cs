using KoreXo.Generator.Model;
using KoreXo.Generator.Normalizing;
using KoreXo.Generator.Reading;
using NJsonSchema;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>Request bodies: which of their media types is used, and what its schema becomes.</summary>
internal sealed class ContentReader(SpecDocument document, SchemaReader schemas)
{
    /// <summary>Reads the request body; null where the operation has none.</summary>
    public BodyModel? Read(OperationSite operation, string name)
    {
        if (operation.Node["requestBody"] is null)
        {
            return null;
        }

        var (node, at) = document.Find(JsonPointer.Append(operation.Pointer, "requestBody"));
        if (node is null || document.IsBroken(node))
        {
            // What it refers to is not there, which has been reported.
            return new BodyModel(
                BodyKind.Json,
                new TypeRef.Scalar(ScalarKind.Any),
                MediaType: null,
                Styles: default,
                IsRequired: false,
                Description: ""
            );
        }

        if (
            operation.Operation.RequestBody is not { } request
            || Choices(request.Content, node, at).ToList() is not [var (kind, mediaType, site), ..]
        )
        {
            return null;
        }

        return new BodyModel(
            kind,
            Type(operation, name, kind, site),
            SentAs(kind, mediaType),
            kind == BodyKind.Form ? SpreadReader.Fields(node["content"]![mediaType]!["encoding"]) : default,
            node.Boolean("required") == true,
            node.String("description") ?? ""
        );
    }

    /// <summary>A media type's schema; a schema that says nothing where it has none.</summary>
    public static SchemaSite? Site(IDictionary<string, OpenApiMediaType> content, SpecNode owner, string pointer, string mediaType)
    {
        var at = JsonPointer.Append(JsonPointer.Append(pointer, "content"), mediaType);
        var node = owner["content"]?[mediaType];
        return node is null ? null
            : node["schema"] is { } schema && content[mediaType].Schema is { } parsed
                ? SchemaSite.Of(parsed, schema, JsonPointer.Append(at, "schema"))
            : new SchemaSite(new JsonSchema(), node, at);
    }

    /// <summary>True for a schema of bytes.</summary>
    public bool IsBytes(SchemaSite site) =>
        schemas.Resolve(site).Schema is { Format: "binary" } schema && schema.Type.HasFlag(JsonObjectType.String);

    private IEnumerable<(BodyKind Kind, string MediaType, SchemaSite Site)> Choices(
        IDictionary<string, OpenApiMediaType> content,
        SpecNode owner,
        string pointer
    ) =>
        content
            .Keys.Select(type => (Type: type, Site: Site(content, owner, pointer, type)))
            .Where(static choice => choice.Site is not null)
            .Select(choice => (Kind: Kind(choice.Type, choice.Site!.Value), choice.Type, choice.Site!.Value))
            .OrderBy(choice => choice.Kind == BodyKind.Multipart && HasFile(choice.Value) ? BodyKind.Json : choice.Kind)
            .ThenBy(static choice => choice.Kind);

    private TypeRef Type(OperationSite operation, string name, BodyKind kind, SchemaSite site)
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

                // Where the parts are not described, the caller names them.
                return kind == BodyKind.Multipart && type is not TypeRef.Named { Kind: NamedKind.Object }
                    ? new TypeRef.Scalar(ScalarKind.MultipartForm)
                    : type;
        }
    }

    /// <summary>True where a form has a file, which a form without parts could not carry.</summary>
    private bool HasFile(SchemaSite site)
    {
        site = schemas.Resolve(site);
        return site.PropertyNames.Any(name => IsBytes(site.Property(name)))
            || site.Branches("allOf")
                .Any(branch => schemas.Resolve(branch) is var part && part.PropertyNames.Any(name => IsBytes(part.Property(name))));
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

    private static string? SentAs(BodyKind kind, string mediaType) =>
        kind switch
        {
            BodyKind.Json => MediaType.Concrete(mediaType, "application/json") is var type && type == "application/json" ? null : type,
            BodyKind.Text => MediaType.Concrete(mediaType, "text/plain"),
            BodyKind.Binary => MediaType.Concrete(mediaType, "application/octet-stream"),
            _ => null,
        };
}
