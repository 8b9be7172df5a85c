using System.Globalization;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Tracks one enumeration of a list and decides whether it goes on. Servers may report the end wrongly, so end-of-list signals are
/// cross-checked. For example, a short page ends a list only if neither the total nor a "more" flag says otherwise.
/// </summary>
internal sealed class PageProgress(PagingDescriptor paging)
{
    // Some servers filter after paging, so a page may be empty although more follow; but not endlessly.
    private const int MostEmptyPages = 100;

    private readonly JsonPointer? _more = paging.More is { } more ? JsonPointer.Parse(more) : null;
    private readonly JsonPointer? _total = paging.Total is { } total ? JsonPointer.Parse(total) : null;
    private readonly HashSet<UInt128> _seen = [];
    private UInt128? _last;
    private int _empty;

    /// <summary>Decides what to do with a page, and where the next one is.</summary>
    public (PageDecision Decision, PagePosition? Next) Evaluate<T>(PagePosition here, PageContent<T> page)
    {
        // An empty page ends a list unless the server names a next one: "{"sessions":[],"moreAvailable":true}" may follow when the server
        // filters after paging. An empty first page is still handed out, so that AsPages shows its body.
        var isFirst = _last is null && _empty == 0;
        var next = Next(here, page.Count, page.Body);
        if (page.Count == 0)
        {
            return ++_empty > MostEmptyPages
                ? (PageDecision.Endless, null)
                : (next is null && !isFirst ? PageDecision.End : PageDecision.Good, next);
        }

        _empty = 0;
        var print = page.Fingerprint;
        var (last, isNew) = (_last, _seen.Add(print));
        _last = print;
        if (isNew || next is null)
        {
            return (PageDecision.Good, next);
        }

        // A server that does not page returns everything it has, each time.
        var knowsNoPages = last == print && here.Size is null && _more is null && !(Total(page.Body) > here.ItemsBefore);
        return (knowsNoPages ? PageDecision.End : PageDecision.Repeated, null);
    }

    public long? Total(JsonElement body) =>
        _total?.Find(body) switch
        {
            { ValueKind: JsonValueKind.Number } total when total.TryGetInt64(out var number) => number,
            { ValueKind: JsonValueKind.String } total
                when long.TryParse(JsonString.Get(total), CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };

    private PagePosition? Next(PagePosition here, int count, JsonElement body)
    {
        var given = here.ItemsBefore + count;
        if (paging.Style == PagingStyle.Cursor)
        {
            var cursor = _more?.Find(body) switch
            {
                { ValueKind: JsonValueKind.String } next => JsonString.Get(next),
                { ValueKind: JsonValueKind.Number } next => next.GetRawText(),
                _ => "",
            };

            // The same cursor after an empty page belongs to a list that may grow: there is nothing more for now.
            return cursor.Length == 0 || (count == 0 && cursor == here.Cursor) ? null : here with { Cursor = cursor, ItemsBefore = given };
        }

        // Without a position, no other page can be requested; and after a position without items there are none.
        if (paging.Position is null || count == 0 || !GoesOn(here, count, body, given))
        {
            return null;
        }

        return here with
        {
            Number = here.Number + (paging.Style == PagingStyle.Page ? 1 : count),
            ItemsBefore = given,
        };
    }

    // A "more" flag counts first. Without one, a page shorter than requested is the last, but a total that is not reached overrides either:
    // with "total": 250, a page of 40 of the 100 requested is short because the server caps pages at 40.
    private bool GoesOn(PagePosition here, int count, JsonElement body, long? given) =>
        (Flag(_more?.Find(body)) ?? !(count < here.Size)) || Total(body) > given;

    private static bool? Flag(JsonElement? more) =>
        more switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.String } text when bool.TryParse(JsonString.Get(text), out var flag) => flag,
            _ => null,
        };
}
