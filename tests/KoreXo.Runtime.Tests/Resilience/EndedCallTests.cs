namespace KoreXo.Runtime.Tests;

/// <summary>A call that was canceled, or whose time is up, is not retried, and no retry is logged.</summary>
public sealed class EndedCallTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly RecordingLoggers _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_failure_after_the_caller_cancelled_is_not_retried()
    {
        using var cancel = new CancellationTokenSource();
        using var handler = new ScriptedHandler(
            (request, _) =>
            {
                cancel.Cancel();
                return ScriptedHandler.Status(503)(request, CancellationToken.None);
            }
        );
        await SendAsync(handler, cancel.Token);
        AssertOneAttempt(handler);
    }

    [Fact]
    public async Task A_failure_at_the_end_of_the_time_of_the_call_is_not_retried()
    {
        using var handler = new ScriptedHandler(
            (request, cancellationToken) =>
            {
                _clock.Advance(TimeSpan.FromSeconds(50));
                return ScriptedHandler.Status(503)(request, cancellationToken);
            }
        );
        await SendAsync(handler, CancellationToken.None);
        AssertOneAttempt(handler);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_beforehand_is_not_sent()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        Assert.IsAssignableFrom<OperationCanceledException>(await SendAsync(handler, new CancellationToken(canceled: true)));
        Assert.Empty(handler.Requests);
    }

    private async Task<Exception?> SendAsync(ScriptedHandler handler, CancellationToken cancellationToken)
    {
        using var connection = handler.Connect(
            _clock,
            options =>
            {
                options.LoggerFactory = _log;
                options.TotalTimeout = TimeSpan.FromSeconds(50);
                options.AttemptTimeout = TimeSpan.FromSeconds(200);
            }
        );
        return await _clock.EndAsync(connection.SendAsync(TestApi.Request(), null, cancellationToken));
    }

    private void AssertOneAttempt(ScriptedHandler handler)
    {
        Assert.Single(handler.Requests);
        Assert.DoesNotContain(_log.Entries, static entry => entry.Text.Contains("retr", StringComparison.OrdinalIgnoreCase));
    }
}
