using System.Diagnostics.CodeAnalysis;

namespace KoreXo.Runtime;

/// <summary>Pools cancellation sources, since nearly all are returned without having fired.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source may be rented while the connection is closed.")]
internal sealed class CancellationSources(TimeProvider clock)
{
    private const int Most = 32;

    // The sources of another clock, which is one of a test, are not pooled: each has its own timer, which that clock fires exactly.
    private readonly ReusableSource?[]? _free = clock == TimeProvider.System ? new ReusableSource?[Most] : null;

    private readonly CancellationTokenSource _closing = new();

    /// <summary>Gets a value indicating whether all sources were canceled.</summary>
    public bool IsClosed => _closing.IsCancellationRequested;

    /// <summary>Rents a source that cancels itself after a delay, or when everything is closed.</summary>
    /// <param name="delay">The delay, or infinite.</param>
    public CancellationTokenSource Rent(TimeSpan delay)
    {
        if (_free is null)
        {
            return new SingleSource(delay, clock, _closing.Token);
        }

        var source = Take(_free) ?? new ReusableSource(_closing.Token);
        source.Start(delay);
        return source;
    }

    public void Return(CancellationTokenSource source)
    {
        if (source is not ReusableSource reusable)
        {
            source.Dispose();
        }
        else if (reusable.TryStop() && !TryKeep(_free!, reusable))
        {
            source.Dispose();
        }
    }

    /// <summary>Cancels all sources, also those that are rented later.</summary>
    public void Close() => _closing.Cancel();

    private static ReusableSource? Take(ReusableSource?[] free)
    {
        for (var place = 0; place < free.Length; place++)
        {
            if (free[place] is { } source && Interlocked.CompareExchange(ref free[place], null, source) == source)
            {
                return source;
            }
        }

        return null;
    }

    private static bool TryKeep(ReusableSource?[] free, ReusableSource source)
    {
        for (var place = 0; place < free.Length; place++)
        {
            if (free[place] is null && Interlocked.CompareExchange(ref free[place], source, null) is null)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class SingleSource : CancellationTokenSource
    {
        private readonly CancellationTokenRegistration _closing;

        public SingleSource(TimeSpan delay, TimeProvider clock, CancellationToken closing)
            : base(delay, clock) => _closing = closing.UnsafeRegister(static source => ((SingleSource)source!).Cancel(), this);

        protected override void Dispose(bool disposing)
        {
            _closing.Dispose();
            base.Dispose(disposing);
        }
    }
}
