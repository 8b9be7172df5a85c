using System.Net;

namespace KoreXo.Runtime.Tests;

public sealed class QuotaTests
{
    private const string Refusal = """{"errors":[{"msg":"The per-minute rate limit has been reached"}]}""";

    private static readonly OperationDescriptor Add = Limited(HttpMethod.Post, new RateLimitWindow(2, 60), new RateLimitWindow(100, 3600));

    [Fact]
    public async Task The_client_keeps_the_rate_so_that_the_server_need_not_refuse()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock);
        var begun = clock.GetUtcNow();
        for (var call = 0; call < 6; call++)
        {
            Assert.Null(await clock.EndAsync(connection.SendAsync(Request(), null, CancellationToken.None)));
        }

        Assert.Equal(120, (clock.GetUtcNow() - begun).TotalSeconds, precision: 0);
    }

    [Fact]
    public async Task Who_came_first_goes_first()
    {
        var clock = new ManualClock();
        var order = new List<string>();
        using var handler = new ScriptedHandler(
            (request, cancellationToken) =>
            {
                lock (order)
                {
                    order.Add(request.RequestUri!.Query);
                }

                return ScriptedHandler.Status(200)(request, cancellationToken);
            }
        );
        using var connection = handler.Connect(
            clock,
            options =>
            {
                options.MaxRateLimitWait = Timeout.InfiniteTimeSpan;
                options.RateLimits["bot"] = [new RateLimitWindow(1, 60)]; // two permits at the same instant would race to the handler
            }
        );
        var calls = Enumerable
            .Range(0, 9)
            .Select(index => connection.SendAsync(new OperationRequest(Add, $"/things?{index}"), null, CancellationToken.None))
            .ToArray();
        await clock.PassAsync(Task.WhenAll(calls));
        Assert.Equal(Enumerable.Range(0, 9).Select(index => $"?{index}"), order);
    }

    [Fact]
    public async Task A_wait_that_would_be_too_long_is_not_begun()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock, options => options.MaxRateLimitWait = TimeSpan.FromSeconds(59));
        var details = new ResponseDetails();
        await connection.SendAsync(Request(), null, CancellationToken.None);
        await connection.SendAsync(Request(), new CallOptions { Details = details }, CancellationToken.None);
        Assert.Equal(0, details.RateLimit!.Windows[0].Remaining);
        Assert.Equal(98, details.RateLimit.Windows[1].Remaining);

        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() => connection.SendAsync(Request(), null, CancellationToken.None));

        Assert.Equal(
            (0, (HttpStatusCode?)null, false, true, TimeSpan.FromSeconds(60)),
            (fault.Attempts, fault.Status, fault.MayHaveBeenApplied, fault.IsTransient, fault.RetryAfter)
        );
        Assert.Contains("KoreXoClientOptions.MaxRateLimitWait", fault.Message);
        Assert.Equal(TimeSpan.FromSeconds(60), fault.RateLimit!.Windows[0].NextIn);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await clock.EndAsync(connection.SendAsync(Request(), null, CancellationToken.None)));
    }

    [Fact]
    public async Task Those_at_the_end_of_a_queue_that_is_too_long_fail_at_once()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock, options => options.MaxRateLimitWait = TimeSpan.FromSeconds(60));
        var calls = Enumerable.Range(0, 6).Select(_ => connection.SendAsync(Request(), null, CancellationToken.None)).ToArray();
        Assert.Equal([false, false, true, true], calls.Skip(2).Select(call => call.IsFaulted));
        await clock.PassAsync(Task.WhenAll(calls[..4]));
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task Each_attempt_needs_a_permit()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500));
        using var connection = handler.Connect(clock);
        var begun = clock.GetUtcNow();
        await clock.EndAsync(
            connection.SendAsync(Request(Limited(HttpMethod.Get, new RateLimitWindow(2, 60))), null, CancellationToken.None)
        );
        Assert.Equal(4, handler.Requests.Count);
        Assert.True(clock.GetUtcNow() - begun > TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("another bot", true)]
    [InlineData("another client", true)]
    [InlineData("another budget", true)]
    [InlineData("another operation", false)]
    public async Task What_is_counted_together_is_client_budget_and_subject(string other, bool free)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock, options => options.MaxRateLimitWait = TimeSpan.Zero);
        await connection.SendAsync(Request(), null, CancellationToken.None);
        await connection.SendAsync(Request(), null, CancellationToken.None);

        var operation = other switch
        {
            "another budget" => new OperationDescriptor(TestApi.Api, "other", HttpMethod.Get, "/other")
            {
                RateLimit = new RateLimit("table", true, [new RateLimitWindow(2, 60)]),
            },
            "another operation" => Limited(HttpMethod.Get, new RateLimitWindow(2, 60)),
            _ => Add,
        };
        var call = other == "another client" ? new CallOptions { Credential = new ApiKeyCredential("k", "client-2") } : null;
        var fault = await Record.ExceptionAsync(() =>
            connection.SendAsync(Request(operation) with { RateKey = other == "another bot" ? "b-2" : "b-1" }, call, CancellationToken.None)
        );

        Assert.Equal(free, fault is null);
    }

    [Theory]
    [InlineData(429, "{}", 60)]
    [InlineData(200, Refusal, 10)]
    [InlineData(400, Refusal, 10)]
    public async Task After_a_refusal_all_calls_of_the_partition_wait(int status, string body, int seconds)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(status, body), ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock);
        var operation = Limited(HttpMethod.Post, new RateLimitWindow(50, 60), new RateLimitWindow(500, 3600));
        var begun = clock.GetUtcNow();
        var refused = connection.SendAsync(Request(operation), null, CancellationToken.None);
        var other = connection.SendAsync(Request(operation), null, CancellationToken.None);
        var elsewhere = connection.SendAsync(Request(operation) with { RateKey = "b-2" }, null, CancellationToken.None);
        await elsewhere;
        Assert.Equal(2, handler.Requests.Count);

        await clock.PassAsync(Task.WhenAll(refused, other));

        Assert.Equal(4, handler.Requests.Count);
        Assert.Equal(seconds, (clock.GetUtcNow() - begun).TotalSeconds, precision: 0);
    }

    [Fact]
    public async Task Figures_can_be_raised_and_limits_taken_off()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        foreach (
            var configure in new Action<KoreXoClientOptions>[]
            {
                options => options.RateLimits["bot"] = [new RateLimitWindow(20, 60)],
                options => options.RateLimits["bot"] = [],
                options => options.EnforceRateLimits = false,
            }
        )
        {
            using var connection = handler.Connect(
                clock,
                options =>
                {
                    options.MaxRateLimitWait = TimeSpan.Zero;
                    configure(options);
                }
            );
            for (var call = 0; call < 20; call++)
            {
                await connection.SendAsync(Request(), null, CancellationToken.None);
            }
        }
    }

    [Fact]
    public async Task Two_clients_may_share_a_count()
    {
        var clock = new ManualClock();
        var store = new MemoryRateLimitStore(clock);
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var one = handler.Connect(clock, options => (options.RateLimitStore, options.MaxRateLimitWait) = (store, TimeSpan.Zero));
        using var other = handler.Connect(clock, options => (options.RateLimitStore, options.MaxRateLimitWait) = (store, TimeSpan.Zero));
        using var alone = handler.Connect(clock, options => options.MaxRateLimitWait = TimeSpan.Zero);
        await one.SendAsync(Request(), null, CancellationToken.None);
        await other.SendAsync(Request(), null, CancellationToken.None);
        await Assert.ThrowsAsync<KoreXoRateLimitException>(() => one.SendAsync(Request(), null, CancellationToken.None));
        await alone.SendAsync(Request(), null, CancellationToken.None);
    }

    private static OperationDescriptor Limited(HttpMethod method, params RateLimitWindow[] windows) =>
        new(TestApi.Api, "limited", method, "/things")
        {
            Idempotent = method == HttpMethod.Get,
            Scopes = [],
            RateLimit = new RateLimit("bot", Documented: true, windows),
        };

    private static OperationRequest Request(OperationDescriptor? operation = null) => new(operation ?? Add, "/things") { RateKey = "b-1" };
}
