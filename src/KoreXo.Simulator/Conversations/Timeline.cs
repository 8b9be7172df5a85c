using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Conversations;

/// <summary>A list of items ordered by time.</summary>
internal sealed class Timeline<T>(IReadOnlyList<T> items, Func<T, DateTimeOffset> time)
{
    /// <summary>Gets all items, earliest first.</summary>
    public IReadOnlyList<T> Items => items;

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
