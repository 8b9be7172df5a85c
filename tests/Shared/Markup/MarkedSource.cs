using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Testing.Markup;

/// <summary>
/// A source whose marks are taken out: <c>[|text|]</c> stands for a finding of the one rule under test, <c>{|ID:text|}</c> for a
/// finding with that id. Marks nest. It is the markup of Microsoft.CodeAnalysis.Testing.
/// </summary>
/// <param name="Text">The source without marks.</param>
/// <param name="Spans">The marked pieces, by where they begin; of two that begin together the outer one first.</param>
public sealed record MarkedSource(string Text, IReadOnlyList<MarkedSpan> Spans)
{
    /// <exception cref="FormatException">A mark is not closed, closes nothing, or has no id.</exception>
    public static MarkedSource Parse(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(string Close, string? Id, int Start, int Order)>();
        var spans = new List<(int Order, MarkedSpan Span)>();
        var at = 0;
        while (at < markup.Length)
        {
            if (Starts(markup, at, "[|"))
            {
                open.Push(("|]", null, text.Length, open.Count + spans.Count));
                at += 2;
            }
            else if (Starts(markup, at, "{|"))
            {
                var id = Id(markup, at + 2);
                open.Push(("|}", id, text.Length, open.Count + spans.Count));
                at += 2 + id.Length + 1;
            }
            else if (Starts(markup, at, "|]") || Starts(markup, at, "|}"))
            {
                if (!open.TryPop(out var mark) || !Starts(markup, at, mark.Close))
                {
                    throw new FormatException($"'{markup.Substring(at, 2)}' at {at} closes nothing.");
                }

                spans.Add((mark.Order, new MarkedSpan(mark.Id, TextSpan.FromBounds(mark.Start, text.Length))));
                at += 2;
            }
            else
            {
                text.Append(markup[at++]);
            }
        }

        return open.Count == 0
            ? new MarkedSource(text.ToString(), spans.OrderBy(static mark => mark.Order).Select(static mark => mark.Span).ToList())
            : throw new FormatException(
                $"The mark before '{text.ToString(open.Peek().Start, text.Length - open.Peek().Start)}' is not closed."
            );
    }

    private static bool Starts(string markup, int at, string mark) => string.CompareOrdinal(markup, at, mark, 0, mark.Length) == 0;

    private static string Id(string markup, int at)
    {
        var end = at;
        while (end < markup.Length && (char.IsAsciiLetterOrDigit(markup[end]) || markup[end] == '#'))
        {
            end++;
        }

        return end > at && end < markup.Length && markup[end] == ':'
            ? markup[at..end]
            : throw new FormatException($"'{{|' at {at - 2} needs an id and a colon.");
    }
}
