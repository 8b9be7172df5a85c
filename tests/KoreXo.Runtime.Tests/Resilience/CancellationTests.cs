namespace KoreXo.Runtime.Tests;

/// <summary>Every wait ends when the caller's token is canceled, without the clock advancing.</summary>
public sealed class CancellationTests
{
    private static readonly OperationDescriptor Limited = new(TestApi.Api, "getThing", HttpMethod.Get, "/things/{thingId}")
    {
        Idempotent = true,
        Scopes = [],
        RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(1, 30)]),
    };

    [Theory]
    [InlineData("sending")]
    [InlineData("reading")]
    [InlineData("delay before a repetition")]
    [InlineData("wait that the server asked for")]
    [InlineData("token")]
    [InlineData("head of the queue for quota")]
    [InlineData("queue for quota")]
    [InlineData("hold after a refusal")]
    public async Task A_wait_ends_at_once(string wait)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(Answer(wait));
        using var connection = handler.Connect(
            clock,
            options => options.Credential = wait == "token" ? new StuckCredential() : options.Credential
        );
        var operation =
            wait.Contains("quota", StringComparison.Ordinal) || wait.StartsWith("hold", StringComparison.Ordinal) ? Limited : TestApi.Get;
        if (wait.Contains("queue", StringComparison.Ordinal))
        {
            await connection.SendAsync(TestApi.Request(operation), null, CancellationToken.None);
        }

        var ahead = wait == "queue for quota" ? connection.SendAsync(TestApi.Request(operation), null, CancellationToken.None) : null;
        using var cancel = new CancellationTokenSource();
        var begun = clock.GetUtcNow();
        var call = connection.SendAsync(TestApi.Request(operation), null, cancel.Token);
        await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, CancellationToken.None);
        Assert.False(call.IsCompleted);

        await cancel.CancelAsync();
        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            call.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, CancellationToken.None)
        );

        Assert.Equal(cancel.Token, fault.CancellationToken);
        Assert.InRange(clock.GetUtcNow() - begun, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
        if (ahead is not null)
        {
            Assert.Null(await clock.EndAsync(ahead)); // it did not lose its place
        }
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer(string wait) =>
        wait switch
        {
            "sending" => ScriptedHandler.Never(),
            "reading" => static (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new StuckStream()) }),
            "delay before a repetition" => ScriptedHandler.Status(500),
            "wait that the server asked for" => ScriptedHandler.Status(503, headers: ("Retry-After", "20")),
            "hold after a refusal" => ScriptedHandler.Status(429),
            _ => ScriptedHandler.Status(200),
        };

    private sealed class StuckStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }

    private sealed class StuckCredential : KoreXoCredential
    {
        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return default;
        }
    }
}
