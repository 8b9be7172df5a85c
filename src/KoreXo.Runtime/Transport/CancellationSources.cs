using System.Collections.Concurrent;

namespace KoreXo.Runtime;

/// <summary>Lends sources of cancellation, since nearly all are given back without having fired.</summary>
internal sealed class CancellationSources(TimeProvider clock)
{
    private const int Most = 64;

    // Timers of a foreign clock cannot be reset with certainty that they have not fired.
    private readonly ConcurrentQueue<CancellationTokenSource>? _free = clock == TimeProvider.System ? new() : null;

    public CancellationTokenSource Rent(TimeSpan delay)
    {
        if (_free is null || !_free.TryDequeue(out var source))
        {
            return new CancellationTokenSource(delay, clock);
        }

        source.CancelAfter(delay);
        return source;
    }

    public void Return(CancellationTokenSource source)
    {
        if (_free is { Count: < Most } && source.TryReset())
        {
            _free.Enqueue(source);
        }
        else
        {
            source.Dispose();
        }
    }
}
