namespace KoreXo;

/// <summary>
/// Wakes the calls that wait for capacity of a rate limit, which a key names. Compiled into each store. A signal that nobody is waiting for
/// is lost on purpose: a call asks the store before it waits.
/// </summary>
internal sealed class CapacitySignals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Waiters> _waiting = new(StringComparer.Ordinal);

    /// <summary>Waits for the next signal for a key.</summary>
    public async Task WaitAsync(string key, CancellationToken cancellationToken)
    {
        Waiters waiters;
        lock (_gate)
        {
            if (!_waiting.TryGetValue(key, out waiters!))
            {
                _waiting.Add(key, waiters = new Waiters());
            }

            waiters.Count++;
        }

        try
        {
            await waiters.Signal.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                if (--waiters.Count == 0 && _waiting.TryGetValue(key, out var current) && current == waiters)
                {
                    _waiting.Remove(key);
                }
            }
        }
    }

    /// <summary>Wakes all that wait for a key.</summary>
    public void Signal(string key)
    {
        Waiters? waiters;
        lock (_gate)
        {
            _waiting.Remove(key, out waiters);
        }

        waiters?.Signal.TrySetResult();
    }

    private sealed class Waiters
    {
        public TaskCompletionSource Signal { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Count { get; set; }
    }
}
