namespace KoreXo.Runtime;

/// <summary>Pools cancellation sources, since nearly all are returned without having fired.</summary>
internal sealed class CancellationSources(TimeProvider clock)
{
    private const int Most = 32;

    // The timers of another clock cannot be reset with certainty that they have not fired.
    private readonly CancellationTokenSource?[] _free = new CancellationTokenSource?[clock == TimeProvider.System ? Most : 0];

    public CancellationTokenSource Rent(TimeSpan delay)
    {
        for (var place = 0; place < _free.Length; place++)
        {
            if (_free[place] is { } source && Interlocked.CompareExchange(ref _free[place], null, source) == source)
            {
                source.CancelAfter(delay);
                return source;
            }
        }

        return new CancellationTokenSource(delay, clock);
    }

    public void Return(CancellationTokenSource source)
    {
        if (_free.Length > 0 && source.TryReset())
        {
            for (var place = 0; place < _free.Length; place++)
            {
                if (_free[place] is null && Interlocked.CompareExchange(ref _free[place], source, null) is null)
                {
                    return;
                }
            }
        }

        source.Dispose();
    }
}
