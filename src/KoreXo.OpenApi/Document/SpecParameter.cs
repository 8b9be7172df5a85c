using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>A parameter of an operation.</summary>
internal sealed record SpecParameter(SpecDocument Document, SpecNode Node, string Pointer)
{
    public string Name { get; init; } = Node.String("name") ?? "";

    /// <summary>
    /// Gets the location: <c>path</c>, <c>query</c>, <c>querystring</c>, <c>header</c> or <c>cookie</c>; null if the document names none of
    /// these.
    /// </summary>
    public string? In { get; init; } =
        Node.String("in") is "path" or "query" or "querystring" or "header" or "cookie" ? Node.String("in") : null;

    /// <summary>Gets a value indicating whether the parameter is the whole query: only its value is sent.</summary>
    public bool IsWholeQuery => In == "querystring";

    /// <summary>Gets the location; null if the document names no such location.</summary>
    public ParameterLocation? Location =>
        In switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            "cookie" => ParameterLocation.Cookie,
            _ => null,
        };

    public bool IsRequired { get; init; } = Node.Boolean("required") == true;

    /// <summary>Gets the media type in which the parameter is sent; null if it is sent by its style.</summary>
    public string? MediaType => Node["schema"] is null && Node["content"]?.Names is { Count: > 0 } names ? names[0] : null;

    /// <summary>Gets the schema of the parameter, or that of its content.</summary>
    public SpecSchema? Schema
    {
        get
        {
            if (Node["schema"] is { } schema)
            {
                return Document.Schema(schema, Pointer + "/schema");
            }

            return MediaType is { } mediaType && Node["content"]![mediaType]!["schema"] is { } content
                ? Document.Schema(content, JsonPointer.Append(Pointer + "/content", mediaType) + "/schema")
                : null;
        }
    }
}
