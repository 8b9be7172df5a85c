using KoreXo.Generator.Reading;
using NJsonSchema;

namespace KoreXo.Generator.Parsing;

/// <summary>A schema and where it stands: NSwag's view of it, its node, and its JSON pointer.</summary>
internal readonly record struct SchemaSite(JsonSchema Schema, SpecNode Node, string Pointer)
{
    public SchemaSite Property(string name) => Child(Schema.Properties[name], "properties", name);

    public SchemaSite Child(JsonSchema schema, string keyword) => new(schema, Node[keyword] ?? Node, JsonPointer.Append(Pointer, keyword));

    public IEnumerable<SchemaSite> Branches(string keyword)
    {
        var schemas = keyword switch { "allOf" => Schema.AllOf, "oneOf" => Schema.OneOf, _ => Schema.AnyOf };
        var pointer = JsonPointer.Append(Pointer, keyword);
        var index = 0;
        foreach (var schema in schemas)
        {
            if (Node[keyword] is { } list && index < list.Items.Count)
            {
                yield return new SchemaSite(schema, list.Items[index], JsonPointer.Append(pointer, index));
            }

            index++;
        }
    }

    private SchemaSite Child(JsonSchema schema, string keyword, string name) =>
        new(schema, Node[keyword]?[name] ?? Node, JsonPointer.Append(JsonPointer.Append(Pointer, keyword), name));
}
