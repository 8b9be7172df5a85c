namespace KoreXo.Simulator.Logs;

/// <summary>Entries of a log, each with its time.</summary>
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

    /// <summary>The entries for which the condition holds, the latest first; of one moment, the one that was added last.</summary>
    public IReadOnlyList<T> Find(Func<T, bool> condition)
    {
        lock (_gate)
        {
            return [.. _entries.Where(condition).Reverse().OrderByDescending(time)];
        }
    }
}
