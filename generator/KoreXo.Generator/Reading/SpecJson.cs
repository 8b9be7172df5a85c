using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace KoreXo.Generator.Reading;

/// <summary>Writes a tree as JSON, where a document's own JSON is sent on.</summary>
internal static class SpecJson
{
    public static string Write(SpecNode root)
    {
        var text = new StringBuilder(64 * 1024);
        using (var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture)))
        {
            WriteNode(writer, root);
        }

        return text.ToString();
    }

    /// <summary>The members of an object as JSON text without the braces; empty for anything else.</summary>
    public static string Members(SpecNode? node) =>
        node is { Kind: SpecNodeKind.Object } && Write(node) is { Length: > 2 } json ? json.Substring(1, json.Length - 2) : "";

    private static void WriteNode(JsonTextWriter writer, SpecNode node)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Object:
                writer.WriteStartObject();
                foreach (var name in node.Names)
                {
                    writer.WritePropertyName(name);
                    WriteNode(writer, node[name]!);
                }

                writer.WriteEndObject();
                break;
            case SpecNodeKind.Array:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                {
                    WriteNode(writer, item);
                }

                writer.WriteEndArray();
                break;
            case SpecNodeKind.String:
                writer.WriteValue(node.Text);
                break;
            case SpecNodeKind.Null:
                writer.WriteNull();
                break;
            default:
                writer.WriteRawValue(node.Text);
                break;
        }
    }
}
