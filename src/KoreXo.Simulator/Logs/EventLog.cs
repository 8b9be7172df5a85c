namespace KoreXo.Simulator.Logs;

/// <summary>Entries in the order in which they were made.</summary>
internal sealed class EventLog<T>
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

    /// <summary>The entries for which the condition holds, the latest first.</summary>
    public IReadOnlyList<T> Find(Func<T, bool> condition)
    {
        lock (_gate)
        {
            return [.. _entries.Where(condition).Reverse()];
        }
    }
}
