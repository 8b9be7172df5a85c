using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Conversations;

/// <summary>Things in the order of their times.</summary>
internal sealed class Timeline<T>(IReadOnlyList<T> items, Func<T, DateTimeOffset> time)
{
    /// <summary>All of them, the earliest first.</summary>
    public IReadOnlyList<T> Items => items;

    /// <summary>Those within a stretch of time that the condition lets through, where there is one.</summary>
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
