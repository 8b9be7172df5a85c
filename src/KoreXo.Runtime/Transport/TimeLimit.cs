namespace KoreXo.Runtime;

/// <summary>The caller's token together with the time that a call may take, kept apart so that the one is never mistaken for the other.</summary>
internal sealed class TimeLimit : IDisposable
{
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(100);

    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource? _linked;

    public TimeLimit(TimeProvider clock, CallOptions? call, bool uploads, CancellationToken caller)
    {
        Caller = caller;
        Value = call?.Timeout ?? (uploads ? Timeout.InfiniteTimeSpan : Default);
        if (Value == Timeout.InfiniteTimeSpan)
        {
            Token = caller;
            return;
        }

        _timer = new CancellationTokenSource(Value, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer.Token);
        Token = _linked.Token;
    }

    public TimeSpan Value { get; }

    public CancellationToken Caller { get; }

    public CancellationToken Token { get; }

    public bool Elapsed => _timer is { IsCancellationRequested: true };

    public void Dispose()
    {
        _linked?.Dispose();
        _timer?.Dispose();
    }
}
