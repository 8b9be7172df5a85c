using System.Globalization;
using System.Text;

namespace KoreXo.OpenApi.Text;

/// <summary>Writes a tree as JSON, where JSON of the document is passed on.</summary>
internal static class SpecJson
{
    public static string Write(SpecNode root)
    {
        var text = new StringBuilder();
        WriteNode(text, root);
        return text.ToString();
    }

    /// <summary>Returns the members of an object as JSON without the braces; empty for anything else.</summary>
    public static string Members(SpecNode? node) =>
        node is { Kind: SpecNodeKind.Object } && Write(node) is { Length: > 2 } json ? json.Substring(1, json.Length - 2) : "";

    private static void WriteNode(StringBuilder text, SpecNode node)
    {
        switch (node.Kind)
        {
            case SpecNodeKind.Object:
                text.Append('{');
                for (var i = 0; i < node.Names.Count; i++)
                {
                    WriteText(text.Append(i == 0 ? "" : ","), node.Names[i]);
                    WriteNode(text.Append(':'), node[node.Names[i]]!);
                }

                text.Append('}');
                break;
            case SpecNodeKind.Array:
                text.Append('[');
                for (var i = 0; i < node.Items.Count; i++)
                {
                    WriteNode(text.Append(i == 0 ? "" : ","), node.Items[i]);
                }

                text.Append(']');
                break;
            case SpecNodeKind.String:
                WriteText(text, node.Text);
                break;
            default:
                text.Append(node.Kind == SpecNodeKind.Null ? "null" : node.Text);
                break;
        }
    }

    private static void WriteText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            var known = "\"\\\b\f\n\r\t".IndexOf(character);
            if (known >= 0)
            {
                text.Append('\\').Append("\"\\bfnrt"[known]);
            }
            else if (character is < ' ' or '\u0085' or '\u2028' or '\u2029')
            {
                // Line breaks for some readers of text, so that they are never written as they are.
                text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }

        text.Append('"');
    }
}
