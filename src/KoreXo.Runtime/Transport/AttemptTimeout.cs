using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>The time limit of one attempt, or the rest of the call's, whichever is shorter.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AttemptTimeout : IDisposable
{
    private readonly CancellationSources _sources;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _outer;

    /// <param name="sources">Lends the timer.</param>
    /// <param name="limit">The time limit of an attempt, or infinite.</param>
    /// <param name="left">The rest of the call's time, or infinite.</param>
    /// <param name="outer">The token that cancels the attempt.</param>
    public AttemptTimeout(CancellationSources sources, TimeSpan limit, TimeSpan left, CancellationToken outer)
    {
        _sources = sources;
        _outer = outer;
        Limit = limit;
        IsCallDeadline = left != Timeout.InfiniteTimeSpan && (limit == Timeout.InfiniteTimeSpan || left <= limit);
        _timer = sources.Rent(IsCallDeadline ? left : limit);
        _registration = outer.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), _timer);
        Token = _timer.Token;
    }

    public TimeSpan Limit { get; }

    /// <summary>Gets a value indicating whether it is the time limit of the whole call that ends the attempt.</summary>
    public bool IsCallDeadline { get; }

    public CancellationToken Token { get; }

    public bool Elapsed => _timer.IsCancellationRequested && !_outer.IsCancellationRequested && !_sources.IsClosed;

    public void Dispose()
    {
        _registration.Dispose();
        _sources.Return(_timer);
    }
}
