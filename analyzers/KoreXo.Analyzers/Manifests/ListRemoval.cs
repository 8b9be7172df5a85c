using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>
/// Removes one scope from a list and leaves the rest unchanged. A comment above it stays, since it may also apply to what follows.
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

        // A list without a trailing comma must not get one.
        if (index == items.Count - 1 && item.CommaEnd < 0 && index > 0 && items[index - 1].CommaEnd is var comma && comma <= removed.Start)
        {
            edits.Add(new TextEdit(TextRange.Between(comma - 1, comma), ""));
        }

        return edits;
    }

    /// <summary>Returns the whole line of an item that is alone on it.</summary>
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

    // Comments before the preceding item's comma and after the item's own comma belong to other items.
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
