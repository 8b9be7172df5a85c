using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>
/// Takes one scope out of a list and leaves the rest as it was. A comment above it stays: it may speak of what follows too.
/// </summary>
internal static class ListRemoval
{
    public static IReadOnlyList<TextEdit> Edits(string text, JsonValue list, TextRange entry)
    {
        var items = list.Items;
        var index = 0;
        while (items[index].Value.Range != entry)
        {
            index++;
        }

        var item = items[index];
        var removed = OwnLine(text, item) ?? InLine(text, list, index);
        var edits = new List<TextEdit> { new(removed, "") };

        // Whoever does not end a list with a comma does not want one now.
        if (index == items.Count - 1 && item.CommaEnd < 0 && index > 0 && items[index - 1].CommaEnd is var comma && comma <= removed.Start)
        {
            edits.Add(new TextEdit(TextRange.Between(comma - 1, comma), ""));
        }

        return edits;
    }

    /// <summary>Gives the whole line of an item that has it to itself.</summary>
    private static TextRange? OwnLine(string text, JsonItem item)
    {
        var start = item.Value.Range.Start == 0 ? 0 : text.LastIndexOf('\n', item.Value.Range.Start - 1) + 1;
        var end = JsonTrivia.SkipOnLine(text, item.CommaEnd < 0 ? item.Value.Range.End : item.CommaEnd);
        if (end < text.Length && text[end] == '\r')
        {
            end++;
        }

        var isAlone =
            string.IsNullOrWhiteSpace(text.Substring(start, item.Value.Range.Start - start)) && end < text.Length && text[end] == '\n';
        return isAlone ? TextRange.Between(start, end + 1) : null;
    }

    // Comments before the comma of the item before, and behind the item's own comma, are about others.
    private static TextRange InLine(string text, JsonValue list, int index)
    {
        var item = list.Items[index];
        var end = item.CommaEnd < 0 ? item.Value.Range.End : item.CommaEnd;
        if (index > 0 && index == list.Items.Count - 1)
        {
            return TextRange.Between(list.Items[index - 1].CommaEnd - 1, end);
        }

        while (item.CommaEnd >= 0 && end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return TextRange.Between(item.Value.Range.Start, end);
    }
}
