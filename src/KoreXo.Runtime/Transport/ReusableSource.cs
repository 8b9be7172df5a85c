namespace KoreXo.Runtime;

/// <summary>
/// A cancellation source that cancels itself after a delay, again and again with another delay. Its timer is not set for each: it stays
/// set, and when it fires too early, it is set again. A call that ends in time, as nearly all do, then leaves it alone.
/// </summary>
/// <remarks>
/// With a limit of 100 s, for example, the timer of a source that serves a thousand calls per second is set once in 100 s. Runs on the
/// system's clock.
/// </remarks>
internal sealed class ReusableSource : CancellationTokenSource
{
    private const long Never = long.MaxValue;
    private const long Over = -1;

    private readonly object _gate = new();
    private readonly ITimer _timer;

    // Kept while the source is in the pool, so that closing costs the single call nothing.
    private readonly CancellationTokenRegistration _closing;

    // When to cancel, and when the timer fires, in milliseconds of the system's clock.
    private long _due = Never;
    private long _fires = Never;

    /// <param name="closing">Cancels the source, too.</param>
    public ReusableSource(CancellationToken closing)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow()) // it serves many callers
        {
            _timer = TimeProvider.System.CreateTimer(
                static source => ((ReusableSource)source!).OnTimer(),
                this,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan
            );
        }

        _closing = closing.UnsafeRegister(static source => ((ReusableSource)source!).Cancel(), this);
    }

    /// <summary>Sets the delay after which the source cancels itself, or infinite.</summary>
    public void Start(TimeSpan delay)
    {
        if (delay == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        var due = Environment.TickCount64 + (long)Math.Ceiling(delay.TotalMilliseconds);

        // Written before the other is read, as OnTimer does the other way around: one of the two notices the other.
        Interlocked.Exchange(ref _due, due);
        if (due < Volatile.Read(ref _fires))
        {
            lock (_gate)
            {
                SetTimer(due);
            }
        }
    }

    /// <summary>Prepares the source for another use.</summary>
    /// <returns>Whether it can be used again; if not, it was disposed.</returns>
    public bool TryStop()
    {
        if (Interlocked.Exchange(ref _due, Never) == Over)
        {
            // It is being canceled, so only what is registered elsewhere is disposed.
            _closing.Dispose();
            _timer.Dispose();
            return false;
        }

        if (TryReset())
        {
            return true;
        }

        Dispose();
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _closing.Dispose();
        _timer.Dispose();
        base.Dispose(disposing);
    }

    private void OnTimer()
    {
        long due;
        lock (_gate)
        {
            Interlocked.Exchange(ref _fires, Never);
            due = Volatile.Read(ref _due);
            if (due > Environment.TickCount64)
            {
                if (due != Never)
                {
                    SetTimer(due);
                }

                return;
            }
        }

        // Only if it is still the same use, or another that is due too.
        if (due != Over && Interlocked.CompareExchange(ref _due, Over, due) == due)
        {
            Cancel();
        }
    }

    private void SetTimer(long due)
    {
        if (due < _fires)
        {
            _fires = due;
            _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, due - Environment.TickCount64)), Timeout.InfiniteTimeSpan);
        }
    }
}
