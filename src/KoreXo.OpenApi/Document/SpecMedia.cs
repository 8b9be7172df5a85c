using System.Runtime.InteropServices;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>A media type of a body or a response.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpecMedia
{
    public SpecMedia(SpecDocument document, string type, SpecNode node, string pointer)
    {
        Type = type;
        Node = node;
        Pointer = pointer;
        Schema = node["schema"] is { } schema
            ? document.Schema(schema, JsonPointer.Append(pointer, "schema"))
            : document.Schema(node.NewObject(), pointer);
    }

    public string Type { get; }

    public SpecNode Node { get; }

    public string Pointer { get; }

    /// <summary>Gets the schema; an empty one if the document has none.</summary>
    public SpecSchema Schema { get; }
}
