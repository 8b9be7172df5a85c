using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Binding;

/// <summary>Reads <c>style</c> and <c>explode</c> of a parameter or form field.</summary>
internal static class SpreadReader
{
    public static SpreadStyle Read(SpecNode? node, bool explodes) => Read(node?.String("style"), node?.Boolean("explode") ?? explodes);

    /// <summary>Returns how a composite value is written in a style; null for the default one.</summary>
    public static SpreadStyle Read(string? style, bool explodes) =>
        style switch
        {
            "deepObject" => SpreadStyle.Deep,
            "spaceDelimited" => SpreadStyle.Space,
            "pipeDelimited" => SpreadStyle.Pipe,
            _ => explodes ? SpreadStyle.Exploded : SpreadStyle.Comma,
        };

    /// <summary>Returns the form fields whose serialization the document specifies.</summary>
    public static EquatableArray<FieldStyle> Fields(SpecNode? encoding)
    {
        var fields = new List<FieldStyle>();
        foreach (var name in encoding?.Names ?? [])
        {
            var field = encoding![name]!;
            if (field.String("style") is not null || field.Boolean("explode") is not null)
            {
                fields.Add(new FieldStyle(name, Read(field, explodes: field.String("style") is null or "form")));
            }
            else if (field.String("contentType") is { } type && MediaType.Bare(type) == "application/json")
            {
                fields.Add(new FieldStyle(name, SpreadStyle.Json));
            }
        }

        return fields;
    }
}
