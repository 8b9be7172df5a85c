using System.Globalization;
using System.Runtime.InteropServices;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>
/// A schema: its keywords, node and JSON pointer. A reference has no keywords, even if there are some beside it; a broken one allows any
/// value.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpecSchema
{
    private readonly SpecDocument _document;

    // Null for a reference.
    private readonly SpecNode? _keywords;

    public SpecSchema(SpecDocument document, SpecNode node, string pointer)
    {
        _document = document;
        _keywords = document.IsBroken(node) || document.Target(node) is not null ? null : node;
        Node = node;
        Pointer = pointer;
    }

    public SpecNode Node { get; }

    public string Pointer { get; }

    public SchemaType Type =>
        _keywords?.String("type") switch
        {
            "string" => SchemaType.String,
            "number" => SchemaType.Number,
            "integer" => SchemaType.Integer,
            "boolean" => SchemaType.Boolean,
            "object" => SchemaType.Object,
            "array" => SchemaType.Array,
            "null" => SchemaType.Null,
            "file" => SchemaType.File,
            _ => SchemaType.None,
        };

    public string? Format => _keywords?.String("format");

    public decimal? Minimum => Number("minimum");

    public decimal? Maximum => Number("maximum");

    /// <summary>Gets a value indicating whether the schema allows null explicitly, which it may also do beside a reference.</summary>
    public bool AllowsNull => Node.Boolean("nullable") == true || Type == SchemaType.Null;

    public bool HasProperties => _keywords?["properties"] is { Names.Count: > 0 };

    /// <summary>Gets the names of the properties, in document order.</summary>
    public IReadOnlyList<string> PropertyNames => Node["$ref"] is null ? Node["properties"]?.Names ?? [] : [];

    public SpecSchema? Items => Part("items");

    /// <summary>Gets the schema of undeclared properties.</summary>
    public SpecSchema? AdditionalProperties => Part("additionalProperties");

    public SpecSchema Property(string name) =>
        _document.Schema(Node["properties"]![name]!, JsonPointer.Append(JsonPointer.Append(Pointer, "properties"), name));

    /// <summary>Returns the number of parts of an <c>allOf</c>, <c>oneOf</c> or <c>anyOf</c>; zero if there is none.</summary>
    public int Count(string keyword) => _keywords?[keyword]?.Items.Count ?? 0;

    /// <summary>Returns the parts of an <c>allOf</c>, <c>oneOf</c> or <c>anyOf</c>.</summary>
    public IEnumerable<SpecSchema> Branches(string keyword)
    {
        if (_keywords?[keyword] is not { Items.Count: > 0 } list)
        {
            yield break;
        }

        var pointer = JsonPointer.Append(Pointer, keyword);
        for (var i = 0; i < list.Items.Count; i++)
        {
            yield return _document.Schema(list.Items[i], JsonPointer.Append(pointer, i));
        }
    }

    private SpecSchema? Part(string keyword) =>
        _keywords?[keyword] is { Kind: SpecNodeKind.Object } part ? _document.Schema(part, JsonPointer.Append(Pointer, keyword)) : null;

    private decimal? Number(string keyword) =>
        _keywords?[keyword] is { Kind: SpecNodeKind.Number } number
        && decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
