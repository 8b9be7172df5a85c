using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>The time that one attempt may take, within that of the call.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AttemptClock : IDisposable
{
    private readonly CancellationSources _sources;
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _outer;

    public AttemptClock(CancellationSources sources, TimeSpan limit, CancellationToken outer)
    {
        _sources = sources;
        _outer = outer;
        Limit = limit;
        if (limit == Timeout.InfiniteTimeSpan)
        {
            Token = outer;
            return;
        }

        _timer = sources.Rent(limit);
        _registration = outer.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), _timer);
        Token = _timer.Token;
    }

    public TimeSpan Limit { get; }

    public CancellationToken Token { get; }

    public bool Elapsed => _timer is { IsCancellationRequested: true } && !_outer.IsCancellationRequested;

    public void Dispose()
    {
        _registration.Dispose();
        if (_timer is not null)
        {
            _sources.Return(_timer);
        }
    }
}
