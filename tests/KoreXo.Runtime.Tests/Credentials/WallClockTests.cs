using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

/// <summary>The wall clock may be changed; what is due in five minutes still happens in five minutes.</summary>
public sealed class WallClockTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task A_secret_is_asked_for_as_often_after_the_clock_was_set_back()
    {
        var clock = new SettableClock();
        var asked = 0;
        var credential = new JwtCredential(
            "cs-1",
            _ =>
            {
                asked++;
                return new ValueTask<string>(Secret);
            }
        )
        {
            TimeProvider = clock,
        };
        await credential.TokenAsync(CancellationToken.None);
        clock.SetBack(TimeSpan.FromHours(3));
        for (var minute = 0; minute < 170; minute++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await credential.TokenAsync(CancellationToken.None);
        }

        Assert.InRange(asked, 30, 36);
    }

    [Fact]
    public async Task A_token_from_the_future_is_not_used()
    {
        var clock = new SettableClock();
        var credential = new JwtCredential("cs-1", Secret) { TimeProvider = clock };
        var before = await credential.TokenAsync(CancellationToken.None);
        clock.SetBack(TimeSpan.FromHours(3));
        Assert.NotEqual(before, await credential.TokenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_kept_token_is_renewed_in_time_after_the_clock_was_set_back()
    {
        var clock = new SettableClock();
        var credential = new CallbackCredential((context, _) => new(new AccessToken("t", context.TimeProvider.GetUtcNow().AddMinutes(5))));
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock, options => options.Credential = credential);
        await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        clock.SetBack(TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromMinutes(4));
        await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        Assert.Equal(1, credential.Asked);
        clock.Advance(TimeSpan.FromSeconds(31));
        await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        Assert.Equal(2, credential.Asked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    [InlineData(3_650_000)]
    public void A_lifetime_that_is_none_is_refused_where_it_is_set(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JwtCredential("cs-1", Secret) { Lifetime = TimeSpan.FromDays(days) });

    [Theory]
    [InlineData("429", "5184000")]
    [InlineData("503", "5184000")]
    [InlineData("429", "2147483647")]
    [InlineData("503", "Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("429", "Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_server_that_asks_for_years_is_waited_for_as_long_as_a_timer_holds(string status, string asked)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), "{}", ("Retry-After", asked)),
            ScriptedHandler.Status(200)
        );
        using var connection = handler.Connect(clock, static options => options.MaxRateLimitWait = Timeout.InfiniteTimeSpan);
        var operation = new OperationDescriptor(TestApi.Api, "get", HttpMethod.Get, "/things")
        {
            Scopes = [],
            Idempotent = true,
            RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(10, 60)]),
        };
        for (var call = 0; call < 2; call++)
        {
            Assert.Null(
                await clock.EndAsync(connection.SendAsync(new OperationRequest(operation, "/things"), null, CancellationToken.None))
            );
        }

        Assert.Equal(3, handler.Requests.Count);
        Assert.InRange(clock.GetUtcNow() - new ManualClock().GetUtcNow(), TimeSpan.FromDays(48), TimeSpan.FromDays(55));
    }

    [Fact]
    public async Task A_wait_that_is_refused_says_what_the_server_asked_for_within_reason()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429, "{}", ("Retry-After", "2147483647")));
        using var connection = handler.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );
        Assert.Equal(ClientSettings.LongestLimit, fault.RetryAfter);
    }

    /// <summary>A clock that can be set back while its timestamps go on, which those of <see cref="FakeTimeProvider"/> do not.</summary>
    private sealed class SettableClock() : FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero))
    {
        private TimeSpan _back;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - _back;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;

        public void SetBack(TimeSpan time) => _back += time;
    }
}
