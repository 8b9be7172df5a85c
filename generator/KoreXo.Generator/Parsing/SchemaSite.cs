using KoreXo.Generator.Reading;
using NJsonSchema;

namespace KoreXo.Generator.Parsing;

/// <summary>A schema and where it stands: NSwag's view of it, its node, and its JSON pointer.</summary>
internal readonly record struct SchemaSite(JsonSchema Schema, SpecNode Node, string Pointer)
{
    /// <summary>The members' names, in the document's words and order.</summary>
    public IReadOnlyList<string> PropertyNames => Node["$ref"] is null ? Node["properties"]?.Names ?? [] : [];

    /// <summary>The JSON reader behind the parser takes members that begin with <c>$</c> for orders to itself.</summary>
    public static string ParserName(string name) => "." + name;

    public SchemaSite Property(string name) =>
        Of(
            Schema.Properties[ParserName(name)],
            Node["properties"]?[name] ?? Node,
            JsonPointer.Append(JsonPointer.Append(Pointer, "properties"), name)
        );

    public SchemaSite Child(JsonSchema schema, string keyword) => Of(schema, Node[keyword] ?? Node, JsonPointer.Append(Pointer, keyword));

    public IEnumerable<SchemaSite> Branches(string keyword)
    {
        var schemas = keyword switch
        {
            "allOf" => Schema.AllOf,
            "oneOf" => Schema.OneOf,
            _ => Schema.AnyOf,
        };
        var pointer = JsonPointer.Append(Pointer, keyword);
        var index = 0;
        foreach (var schema in schemas)
        {
            if (Node[keyword] is { } list && index < list.Items.Count)
            {
                yield return Of(schema, list.Items[index], JsonPointer.Append(pointer, index));
            }

            index++;
        }
    }

    /// <summary>A reference of the parser's that the document does not have stands for a schema that is nested deep.</summary>
    public static SchemaSite Of(JsonSchema schema, SpecNode node, string pointer) =>
        new(schema.Reference is { } hoisted && node["$ref"] is null ? hoisted : schema, node, pointer);
}
