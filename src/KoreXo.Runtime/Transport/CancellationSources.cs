using System.Diagnostics.CodeAnalysis;

namespace KoreXo.Runtime;

/// <summary>Pools cancellation sources, since nearly all are returned without having fired.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source may be rented while the connection is closed.")]
internal sealed class CancellationSources(TimeProvider clock)
{
    private const int Most = 32;

    // The timers of another clock cannot be reset with certainty that they have not fired.
    private readonly Source?[] _free = new Source?[clock == TimeProvider.System ? Most : 0];

    private readonly CancellationTokenSource _closing = new();

    /// <summary>Gets a value indicating whether all sources were canceled.</summary>
    public bool IsClosed => _closing.IsCancellationRequested;

    /// <summary>Rents a source that cancels itself after a delay, or when everything is closed.</summary>
    /// <param name="delay">The delay, or infinite.</param>
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

        return new Source(delay, clock, _closing.Token);
    }

    public void Return(CancellationTokenSource source)
    {
        if (_free.Length > 0 && source.TryReset())
        {
            for (var place = 0; place < _free.Length; place++)
            {
                if (_free[place] is null && Interlocked.CompareExchange(ref _free[place], (Source)source, null) is null)
                {
                    return;
                }
            }
        }

        source.Dispose();
    }

    /// <summary>Cancels all sources, also those that are rented later.</summary>
    public void Close() => _closing.Cancel();

    private sealed class Source : CancellationTokenSource
    {
        // Kept while the source is in the pool, so that closing costs the single call nothing.
        private readonly CancellationTokenRegistration _closing;

        public Source(TimeSpan delay, TimeProvider clock, CancellationToken closing)
            : base(delay, clock) => _closing = closing.UnsafeRegister(static source => ((Source)source!).Cancel(), this);

        protected override void Dispose(bool disposing)
        {
            _closing.Dispose();
            base.Dispose(disposing);
        }
    }
}
