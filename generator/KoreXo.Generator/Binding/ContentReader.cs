using KoreXo.Generator.Model;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Upgrade;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Reads request bodies: selects a media type, and turns its schema into a type.</summary>
internal sealed class ContentReader(SpecDocument document, SchemaReader schemas)
{
    private readonly FilePartReader _files = new(document, schemas);

    /// <summary>Reads the request body; null if the operation has none.</summary>
    public BodyModel? Read(OperationSite operation, string name)
    {
        if (operation.Operation.Body is not { } body)
        {
            return null;
        }

        if (body.Node is null)
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

        if (Choices(body.Content).ToList() is [var (kind, media), ..])
        {
            return Read(operation, body, name, kind, media);
        }

        // "{}" and "content: {}" say that there is nothing to send; anything else was meant to describe a body.
        if (body.Node.Names.Count > 0 && body.Node["content"]?.Names.Count != 0)
        {
            document.Report(
                SpecRules.Unsupported,
                body.Node,
                body.Pointer,
                "A request body without a media type in its 'content'",
                "the method sends none"
            );
        }

        return null;
    }

    /// <summary>Reads the request body in one of its forms.</summary>
    public BodyModel Read(OperationSite operation, SpecBody body, string name, BodyKind kind, SpecMedia media)
    {
        if (kind == BodyKind.Binary)
        {
            ReportParts(media);
        }

        return new BodyModel(
            kind,
            Type(operation, name, kind, media),
            SentAs(kind, media.Type),
            kind == BodyKind.Form ? SpreadReader.Fields(media.Node["encoding"]) : default,
            body.IsRequired,
            body.Description
        );
    }

    /// <summary>Reports multipart content that is not a form: callers write and read its parts themselves.</summary>
    public void ReportParts(SpecMedia media)
    {
        if (MediaType.Bare(media.Type).StartsWith("multipart/", StringComparison.Ordinal))
        {
            document.Report(
                SpecRules.Unsupported,
                media.Node,
                media.Pointer,
                $"The media type '{media.Type}'",
                "the content is treated as bytes; write or read its parts yourself"
            );
        }
    }

    /// <summary>Returns whether a schema describes bytes.</summary>
    public bool IsBytes(SpecSchema site) =>
        schemas.Wrappers.Unwrap(site) is { Type: SchemaType.String, Format: "binary" } or { Type: SchemaType.File };

    /// <summary>Returns the forms of a request body, the preferred one first.</summary>
    // BodyKind lists the kinds in the order of preference. One thing overrides it: a multipart form with a file comes before a form
    // without parts. Both describe the same members, but only one of them can carry the file.
    public IEnumerable<(BodyKind Kind, SpecMedia Media)> Choices(List<SpecMedia> content) =>
        content
            .Select(media => (Kind: Kind(media), Media: media))
            .OrderBy(choice => choice.Kind == BodyKind.Multipart && HasFile(choice.Media.Schema) ? BodyKind.Json : choice.Kind)
            .ThenBy(static choice => choice.Kind);

    private TypeRef Type(OperationSite operation, string name, BodyKind kind, SpecMedia media)
    {
        switch (kind)
        {
            case BodyKind.Binary:
                return new TypeRef.Scalar(ScalarKind.BinaryContent);
            case BodyKind.Text:
                return new TypeRef.Scalar(ScalarKind.String);
            default:
                var leftOut = operation.Own == operation.Node ? [] : operation.Own["body"]?.Names ?? [];
                var type = schemas.ReadBody(
                    media.Schema,
                    name + "Request",
                    kind == BodyKind.Multipart ? new PartEncodingReader(document, schemas, media) : null,
                    kind == BodyKind.Multipart && media.Node["encoding"] is { Names.Count: > 0 } ? media.Pointer : "",
                    new OwnMembers(leftOut, kind == BodyKind.Json ? XPaging.BodyMembers(operation.Operation) : [])
                );

                // Where the parts are not described, the caller names them.
                return kind == BodyKind.Multipart && type is not TypeRef.Named { Kind: NamedKind.Object }
                    ? new TypeRef.Scalar(ScalarKind.MultipartForm)
                    : type;
        }
    }

    /// <summary>Returns whether a form has a file, which a form without parts could not carry.</summary>
    public bool HasFile(SpecSchema site)
    {
        site = schemas.Wrappers.Unwrap(site);
        return site.PropertyNames.Any(name => _files.IsFile(site.Property(name)))
            || site.Branches("allOf")
                .Any(branch => document.Resolve(branch) is var part && part.PropertyNames.Any(name => _files.IsFile(part.Property(name))));
    }

    private BodyKind Kind(SpecMedia media)
    {
        var type = MediaType.Bare(media.Type);
        return type == "multipart/form-data" ? BodyKind.Multipart
            : type == "application/x-www-form-urlencoded" ? BodyKind.Form
            : MediaType.IsJson(type) && !(type.IndexOf('*') >= 0 && IsBytes(media.Schema)) ? BodyKind.Json
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
