using KoreXo.Generator.Model;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Binding;

/// <summary>Reads the <c>encoding</c> of a multipart form: the media type of a part, and how a list is joined.</summary>
internal sealed class PartEncodingReader(SpecDocument document, SchemaReader schemas, SpecMedia form)
{
    /// <summary>Reads the encoding of a part; null if there is none.</summary>
    public PartEncoding? Read(string name)
    {
        if (form.Node["encoding"]?[name] is not { Kind: SpecNodeKind.Object } encoding)
        {
            return null;
        }

        if (encoding["headers"] is { Names.Count: > 0 } headers && !headers.Names.All(IsContentType))
        {
            Report(encoding, name, "A header of a part of a form", "the part is sent without them");
        }

        var contentType = encoding.String("contentType") is { Length: > 0 } type ? type : null;
        var hasStyle = encoding.String("style") is not null || encoding.Boolean("explode") is not null;
        var style = hasStyle ? SpreadReader.Read(encoding, explodes: encoding.String("style") is null or "form") : default(SpreadStyle?);
        if (style is SpreadStyle.Exploded)
        {
            style = null;
        }

        return contentType is null && style is null ? null : new PartEncoding(contentType, style);
    }

    /// <summary>Reports encodings of parts that do not exist, such as a misspelled one.</summary>
    public void ReportOthers(ICollection<string> parts)
    {
        foreach (var (name, node) in SpecDocument.Objects(form.Node["encoding"]).Where(encoding => !parts.Contains(encoding.Name)))
        {
            Report(node, name, $"The encoding of '{name}', which is no part of the form,", "it is ignored");
        }
    }

    /// <summary>
    /// Returns the type of a part whose media type says what its schema does not: a string that is an image is a file, and what is neither
    /// JSON nor bytes, such as XML, is a string. Null if the schema decides.
    /// </summary>
    public TypeRef? Type(SpecSchema site, PartEncoding? encoding)
    {
        if (encoding?.ContentType is not { } contentType)
        {
            return null;
        }

        site = schemas.Wrappers.Unwrap(site);
        var first = contentType.Split(',')[0];
        if (MediaType.IsBinary(first))
        {
            return
                site is { Type: SchemaType.String or SchemaType.None, Format: null } && !SchemaReader.IsValueSet(site) && !IsComposite(site)
                ? new TypeRef.Scalar(ScalarKind.File)
                : null;
        }

        return MediaType.IsText(first) && (site.Type is SchemaType.Object || IsComposite(site))
            ? new TypeRef.Scalar(ScalarKind.String)
            : null;
    }

    private void Report(SpecNode encoding, string name, string what, string instead) =>
        document.Report(
            SpecRules.Unsupported,
            encoding,
            JsonPointer.Append(JsonPointer.Append(form.Pointer, "encoding"), name),
            what,
            instead
        );

    private static bool IsContentType(string header) => string.Equals(header, "Content-Type", StringComparison.OrdinalIgnoreCase);

    private static bool IsComposite(SpecSchema site) =>
        site.HasProperties || site.Count("allOf") + site.Count("oneOf") + site.Count("anyOf") > 0;
}
