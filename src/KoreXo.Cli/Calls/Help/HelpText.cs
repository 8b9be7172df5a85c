using System.Text;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Calls.Help;

/// <summary>Writes text of documents for a terminal.</summary>
internal static class HelpText
{
    private const int Width = 100;

    /// <summary>Returns a text on one line, without characters that would change a terminal.</summary>
    public static string Plain(string text) =>
        ShownText.From(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Returns the first sentence of a text.</summary>
    public static string FirstSentence(string text)
    {
        var plain = Plain(text);
        var end = plain.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? plain : plain[..(end + 1)];
    }

    /// <summary>Appends a text in lines of a readable length, indented by a number of spaces.</summary>
    public static void AppendWrapped(StringBuilder target, string text, int indent)
    {
        var line = new StringBuilder();
        foreach (var word in Plain(text).Split(' '))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > Width)
            {
                target.Append(' ', indent).Append(line).Append('\n');
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            target.Append(' ', indent).Append(line).Append('\n');
        }
    }

    /// <summary>Appends lines with a name and a text, the texts below each other.</summary>
    public static void AppendTable(StringBuilder target, IReadOnlyList<(string Name, string Text)> lines)
    {
        var width = lines.Select(static line => line.Name.Length).DefaultIfEmpty().Max();
        foreach (var (name, text) in lines)
        {
            target.Append("  ").Append(name.PadRight(width)).Append("  ").Append(Plain(text)).Append('\n');
        }
    }
}
