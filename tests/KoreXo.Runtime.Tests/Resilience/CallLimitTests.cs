using System.Net;

namespace KoreXo.Runtime.Tests;

/// <summary>The limits and details of one call are its own, and named after where they were set.</summary>
public sealed class CallLimitTests
{
    private static readonly OperationDescriptor Limited = new(TestApi.Api, "act", HttpMethod.Post, "/things")
    {
        Scopes = [],
        RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(1, 60)]),
    };

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task The_total_time_of_one_call_is_its_own()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.After(TimeSpan.FromSeconds(40), _clock));
        using var connection = handler.Connect(_clock);
        var call = new CallOptions { TotalTimeout = TimeSpan.FromSeconds(30) };
        var fault = await _clock.EndAsync(connection.SendAsync(TestApi.Request(), call, CancellationToken.None));
        Assert.Equal("CallOptions.TotalTimeout", Assert.IsType<KoreXoTimeoutException>(fault).Setting);
    }

    [Theory]
    [InlineData(true, "CallOptions.MaxRateLimitWait")]
    [InlineData(false, "KoreXoClientOptions.MaxRateLimitWait")]
    public async Task Who_may_not_wait_for_a_rate_limit_learns_which_setting_says_so(bool isOfCall, string setting)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.FromSeconds(1));
        var call = new CallOptions { MaxRateLimitWait = isOfCall ? TimeSpan.FromSeconds(2) : null };
        await connection.SendAsync(TestApi.Request(Limited), call, CancellationToken.None);
        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() =>
            connection.SendAsync(TestApi.Request(Limited), call, CancellationToken.None)
        );
        Assert.Contains($"({setting})", fault.Message);
    }

    [Theory]
    [InlineData(true, "within 00:00:05 (CallOptions.IdleTimeout)")]
    [InlineData(false, "within 00:00:09 (KoreXoClientOptions.IdleTimeout)")]
    public async Task A_response_of_bytes_that_falls_silent_names_the_limit(bool isOfCall, string limit)
    {
        using var handler = new ScriptedHandler(
            static (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new SilentStream()) })
        );
        using var connection = handler.Connect(_clock, static options => options.IdleTimeout = TimeSpan.FromSeconds(9));
        var call = new CallOptions { IdleTimeout = isOfCall ? TimeSpan.FromSeconds(5) : null };
        using var response = await connection.SendBinaryAsync(TestApi.Request(), call, CancellationToken.None);
        var fault = await _clock.EndAsync(response.Content.ReadAsync(new byte[1]).AsTask());
        Assert.Contains(limit, Assert.IsType<IOException>(fault).Message);
    }

    [Fact]
    public async Task A_response_of_bytes_without_an_idle_limit_may_be_silent()
    {
        using var handler = new ScriptedHandler(
            static (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new SilentStream()) })
        );
        using var connection = handler.Connect(_clock, static options => options.IdleTimeout = Timeout.InfiniteTimeSpan);
        using var response = await connection.SendBinaryAsync(TestApi.Request(), null, CancellationToken.None);
        var read = response.Content.ReadAsync(new byte[1]).AsTask();
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TaskStatus.WaitingForActivation, read.Status);
    }

    [Fact]
    public async Task Details_that_are_used_again_do_not_report_on_the_earlier_call()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.Zero);
        var call = new CallOptions { Details = new ResponseDetails() };
        await connection.SendAsync(TestApi.Request(Limited), call, CancellationToken.None);
        Assert.Equal((HttpStatusCode.OK, 1), (call.Details.Status, call.Details.Attempts));
        await Assert.ThrowsAsync<KoreXoRateLimitException>(() =>
            connection.SendAsync(TestApi.Request(Limited), call, CancellationToken.None)
        );
        Assert.Equal((default, 0), (call.Details.Status, call.Details.Attempts));
    }

    [Fact]
    public async Task A_retry_does_not_return_to_the_context_of_the_caller()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500), ScriptedHandler.Status(200));
        using var connection = handler.Connect(_clock);
        var (before, context) = (SynchronizationContext.Current, new CountingContext());
        SynchronizationContext.SetSynchronizationContext(context);
        Task call;
        try
        {
            call = connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        Assert.Null(await _clock.EndAsync(call));
        Assert.Equal(0, context.Posts);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }
}
