using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Parsing;

/// <summary>The schema of a parameter: its own, or that of its content.</summary>
internal static class ParameterSchema
{
    public static (SpecNode Node, string Pointer)? Of(SpecNode? parameter)
    {
        if (parameter?["schema"] is { } schema)
        {
            return (schema, "/schema");
        }

        return Content(parameter) is { } mediaType && parameter!["content"]![mediaType]!["schema"] is { } content
            ? (content, JsonPointer.Append("/content", mediaType) + "/schema")
            : null;
    }

    /// <summary>The media type in which the parameter is sent; null for one that is sent by its style.</summary>
    public static string? Content(SpecNode? parameter) =>
        parameter?["schema"] is null && parameter?["content"]?.Names is { Count: > 0 } names ? names[0] : null;
}
