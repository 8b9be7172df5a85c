namespace KoreXo.Runtime.Tests;

/// <summary>What the waits of one call for rate limits add up to, and who learns of them.</summary>
public sealed class RateLimitWaitTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task The_wait_for_a_permit_and_that_of_the_server_share_the_limit_of_the_call()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(200),
            ScriptedHandler.Status(429, "{}", ("Retry-After", "60")),
            ScriptedHandler.Status(200)
        );
        using var connection = handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.FromSeconds(90));
        await SendAsync(connection, TestApi.Api);

        var fault = await _clock.EndAsync(SendAsync(connection, TestApi.Api));

        Assert.Equal(429, (int?)Assert.IsType<KoreXoRateLimitException>(fault).Status);
        Assert.Equal(2, handler.Requests.Count); // 60 of 90 seconds were spent on the permit
    }

    [Fact]
    public async Task A_server_that_names_no_time_is_not_waited_for_if_its_window_is_longer_than_the_call_may_wait()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429));
        using var connection = handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.FromSeconds(59));
        Assert.IsType<KoreXoRateLimitException>(await _clock.EndAsync(SendAsync(connection, TestApi.Api)));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_rate_limit_is_described_by_all_of_its_windows()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.Zero);
        await SendAsync(connection, TestApi.Api, new RateLimitWindow(5, 3600));
        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() =>
            SendAsync(connection, TestApi.Api, new RateLimitWindow(5, 3600))
        );
        Assert.Contains("(1 calls in 60 s, 5 calls in 3600 s)", fault.Message);
    }

    [Fact]
    public async Task A_wait_for_a_permit_is_measured_with_its_budget()
    {
        using var listening = new Listening("Waits.");
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(_clock);
        var api = new ApiDescription { Name = "Waits", Authentication = TestApi.Api.Authentication };
        await SendAsync(connection, api);
        Assert.Null(await _clock.EndAsync(SendAsync(connection, api)));

        var wait = Assert.Single(listening.Measurements, static measured => measured.Name == "korexo.client.rate_limit.wait");

        Assert.Equal(
            ("Waits.act", "platform.example.com", "bot"),
            (wait.Tags["korexo.operation"], wait.Tags["server.address"], wait.Tags[Tags.Budget])
        );
    }

    [Fact]
    public void Bots_without_a_call_for_an_hour_are_forgotten_and_no_others()
    {
        var limiters = new QuotaLimiters(
            ClientSettings.From(new KoreXoClientOptions { Endpoint = new Uri("https://example.com"), TimeProvider = _clock })
        );
        Find(limiters, 0, 200);
        _clock.Advance(TimeSpan.FromMinutes(40));
        Find(limiters, 200, 255);
        _clock.Advance(TimeSpan.FromMinutes(40));

        Find(limiters, 255, 256);

        Assert.Equal(56, limiters.All.Count());
    }

    private static void Find(QuotaLimiters limiters, int from, int to)
    {
        for (var bot = from; bot < to; bot++)
        {
            limiters.Find(new OperationRequest(Act(TestApi.Api), "/things") { RateKey = $"{bot}" }, credential: null);
        }
    }

    private static OperationDescriptor Act(ApiDescription api, params RateLimitWindow[] more) =>
        new(api, "act", HttpMethod.Post, "/things")
        {
            Scopes = [],
            RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(1, 60), .. more]),
        };

    private static Task SendAsync(ApiConnection connection, ApiDescription api, params RateLimitWindow[] more) =>
        connection.SendAsync(new OperationRequest(Act(api, more), "/things"), null, CancellationToken.None);
}
