namespace KoreXo.Simulator.Account;

/// <summary>A log of entries with timestamps.</summary>
internal sealed class EventLog<T>(Func<T, DateTimeOffset> time)
{
    private readonly Lock _gate = new();
    private readonly List<T> _entries = [];

    public void Add(params IEnumerable<T> entries)
    {
        lock (_gate)
        {
            _entries.AddRange(entries);
        }
    }

    /// <summary>Returns the entries that match a condition, latest first; for equal times, the one added last comes first.</summary>
    public IReadOnlyList<T> Find(Func<T, bool> condition)
    {
        lock (_gate)
        {
            return [.. _entries.Where(condition).Reverse().OrderByDescending(time)];
        }
    }
}
