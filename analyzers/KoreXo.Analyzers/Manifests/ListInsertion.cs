using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>Inserts one scope into a list, positioned and formatted as a careful author would.</summary>
internal static class ListInsertion
{
    public static IReadOnlyList<TextEdit> Edits(string text, JsonValue list, string scope)
    {
        var literal = JsonText.Quote(scope);
        if (list.Items.Count == 0)
        {
            return [IntoEmpty(text, list, literal)];
        }

        var index = Position(list.Items, scope);
        return HasItemPerLine(text, list) ? OnOwnLine(text, list, index, literal) : [InLine(list.Items, index, literal)];
    }

    // A sorted list stays sorted, by either of the two orders that editors sort by. A list in no order has one of its author's own, which
    // the end of the list disturbs the least.
    private static int Position(IReadOnlyList<JsonItem> items, string scope)
    {
        foreach (var order in new[] { StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase })
        {
            if (IsSorted(items, order))
            {
                var after = items.Count;
                while (after > 0 && order.Compare(items[after - 1].Value.Text, scope) > 0)
                {
                    after--;
                }

                return after;
            }
        }

        return items.Count;
    }

    private static bool IsSorted(IReadOnlyList<JsonItem> items, StringComparer order)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (order.Compare(items[i - 1].Value.Text, items[i].Value.Text) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasItemPerLine(string text, JsonValue list)
    {
        var previous = list.Range.Start;
        foreach (var item in list.Items)
        {
            var start = item.Value.Range.Start;
            if (text.IndexOf('\n', previous, start - previous) < 0)
            {
                return false;
            }

            previous = item.Value.Range.End;
        }

        return true;
    }

    // After the line of the preceding scope, so that a comment above a scope stays with that scope.
    private static TextEdit[] OnOwnLine(string text, JsonValue list, int index, string literal)
    {
        var items = list.Items;
        var first = items[0].Value.Range.Start;
        var line =
            TextLayout.LineBreakBefore(text, first)
            + TextLayout.Indentation(text, items[Math.Max(0, index - 1)].Value.Range.Start)
            + literal;
        if (index == 0)
        {
            return [TextEdit.Insert(JsonTrivia.SkipOnLine(text, list.Range.Start + 1), line + ",")];
        }

        var before = items[index - 1];
        if (before.CommaEnd >= 0)
        {
            return [TextEdit.Insert(JsonTrivia.SkipOnLine(text, before.CommaEnd), line + ",")];
        }

        var end = before.Value.Range.End;
        var lineEnd = JsonTrivia.SkipOnLine(text, end);
        return lineEnd == end ? [TextEdit.Insert(end, "," + line)] : [TextEdit.Insert(end, ","), TextEdit.Insert(lineEnd, line)];
    }

    private static TextEdit InLine(IReadOnlyList<JsonItem> items, int index, string literal) =>
        index == 0
            ? TextEdit.Insert(items[0].Value.Range.Start, literal + ", ")
            : TextEdit.Insert(items[index - 1].Value.Range.End, ", " + literal);

    private static TextEdit IntoEmpty(string text, JsonValue list, string literal)
    {
        var close = list.Range.End - 1;
        var inner = TextRange.Between(list.Range.Start + 1, close);
        var content = text.Substring(inner.Start, inner.Length);
        if (content.IndexOf('\n') < 0)
        {
            return content.Trim().Length == 0 ? new TextEdit(inner, literal) : TextEdit.Insert(close, literal);
        }

        var lineStart = text.LastIndexOf('\n', close) + 1;
        var indentation = TextLayout.Indentation(text, close);
        return lineStart + indentation.Length < close
            ? TextEdit.Insert(close, literal)
            : TextEdit.Insert(
                lineStart,
                indentation + TextLayout.IndentationUnit(text) + literal + TextLayout.LineBreakBefore(text, close)
            );
    }
}
