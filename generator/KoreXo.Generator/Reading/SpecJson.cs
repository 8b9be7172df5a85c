using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace KoreXo.Generator.Reading;

/// <summary>Writes a tree as JSON, the form in which the OpenAPI parser takes a document.</summary>
internal static class SpecJson
{
    /// <param name="root">The tree to write.</param>
    /// <param name="blanks">Nodes to write as an empty object.</param>
    public static string Write(SpecNode root, ISet<SpecNode>? blanks = null)
    {
        var text = new StringBuilder(64 * 1024);
        using (var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture)))
        {
            WriteNode(writer, root, blanks);
        }

        return text.ToString();
    }

    /// <summary>The members of an object as JSON text without the braces; empty for anything else.</summary>
    public static string Members(SpecNode? node) => node is { Kind: SpecNodeKind.Object } && Write(node) is { Length: > 2 } json ? json.Substring(1, json.Length - 2) : "";

    private static void WriteNode(JsonTextWriter writer, SpecNode node, ISet<SpecNode>? blanks)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Object when blanks?.Contains(node) == true:
                writer.WriteRawValue("{}");
                break;
            case SpecNodeKind.Object:
                writer.WriteStartObject();
                foreach (var name in node.Names)
                {
                    writer.WritePropertyName(name);
                    WriteNode(writer, node[name]!, blanks);
                }

                writer.WriteEndObject();
                break;
            case SpecNodeKind.Array:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                {
                    WriteNode(writer, item, blanks);
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
