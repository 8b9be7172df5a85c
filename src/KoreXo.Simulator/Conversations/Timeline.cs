using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Conversations;

/// <summary>A list of items ordered by time.</summary>
internal sealed class Timeline<T>(IReadOnlyList<T> items, Func<T, DateTimeOffset> time)
{
    /// <summary>Gets all items, earliest first.</summary>
    public IReadOnlyList<T> Items => items;

    // A client that exports a year asks for one page after another, each of the same window. Two binary searches find the window, and
    // without a further condition a page is a view of the list, so the last page costs as much as the first.
    /// <summary>Returns the items within a time window that match an optional condition.</summary>
    public IReadOnlyList<T> Find(TimeWindow window, bool latestFirst, Func<T, bool>? condition = null)
    {
        var start = window.From is { } from ? FirstAtOrAfter(from) : 0;
        var end = window.Until is { } until ? FirstAtOrAfter(until) : items.Count;
        var part = new ListPart<T>(items, start, Math.Max(start, end), latestFirst);
        return condition is null ? part : [.. part.Where(condition)];
    }

    private int FirstAtOrAfter(DateTimeOffset moment)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (time(items[middle]) < moment)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
