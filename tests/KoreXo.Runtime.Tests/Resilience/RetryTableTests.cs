using System.Net;

namespace KoreXo.Runtime.Tests;

/// <summary>What is retried. The table is the rule; docs/decisions/0007 explains it.</summary>
public sealed class RetryTableTests
{
    private const int Once = 1;
    private const int Four = 4;

    [Theory]
    // Rate limited, so not applied: any method may be retried.
    [InlineData("GET", true, "429", Four, false)]
    [InlineData("POST", true, "429", Four, false)]
    [InlineData("POST", false, "429", Four, false)]
    [InlineData("DELETE", false, "429", Four, false)]
    [InlineData("POST", false, "refusal in a 200", Four, false)]
    [InlineData("POST", false, "refusal in a 400", Four, false)]
    [InlineData("POST", false, "refusal in a 500", Four, false)]
    // May have been applied: only idempotent operations are retried.
    [InlineData("GET", true, "reset", Four, true)]
    [InlineData("POST", true, "reset", Four, true)]
    [InlineData("POST", false, "reset", Once, true)]
    [InlineData("PUT", false, "reset", Once, true)]
    [InlineData("GET", true, "broken answer", Four, true)]
    [InlineData("POST", false, "broken answer", Once, true)]
    [InlineData("GET", true, "attempt timeout", Four, true)]
    [InlineData("DELETE", true, "attempt timeout", Four, true)]
    [InlineData("POST", false, "attempt timeout", Once, true)]
    [InlineData("GET", true, "408", Four, true)]
    [InlineData("POST", false, "408", Once, true)]
    [InlineData("GET", true, "500", Four, true)]
    [InlineData("GET", true, "503", Four, true)]
    [InlineData("PUT", true, "503", Four, true)]
    [InlineData("POST", false, "500", Once, true)]
    [InlineData("POST", false, "503", Once, true)]
    // Never sent.
    [InlineData("GET", true, "unreachable", Four, false)]
    [InlineData("POST", false, "unreachable", Four, false)]
    [InlineData("DELETE", false, "unknown host", Four, false)]
    // Another attempt would end the same way.
    [InlineData("GET", true, "501", Once, true)]
    [InlineData("GET", true, "505", Once, true)]
    [InlineData("GET", true, "400", Once, false)]
    [InlineData("GET", true, "401", Once, false)]
    [InlineData("GET", true, "403", Once, false)]
    [InlineData("GET", true, "404", Once, false)]
    [InlineData("GET", true, "409", Once, false)]
    [InlineData("GET", true, "302", Once, false)]
    [InlineData("GET", true, "error in a 200", Once, false)]
    [InlineData("GET", true, "200 that is no JSON", Once, true)]
    public async Task Only_what_may_be_repeated_is(string verb, bool idempotent, string outcome, int attempts, bool mayHaveBeenApplied)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(Outcome(outcome));
        using var connection = handler.Connect(clock, options => options.AttemptTimeout = TimeSpan.FromSeconds(10));
        var operation = new OperationDescriptor(TestApi.Api, "actThing", new HttpMethod(verb), "/things/{thingId}")
        {
            Idempotent = idempotent,
        };

        var call = connection.SendAsync(TestApi.Request(operation), ThingCodec.Instance, null, CancellationToken.None);
        var fault = Assert.IsAssignableFrom<KoreXoException>(await clock.EndAsync(call));

        Assert.Equal((attempts, attempts, mayHaveBeenApplied), (handler.Requests.Count, fault.Attempts, fault.MayHaveBeenApplied));
        Assert.Equal(attempts - 1, fault.EarlierFailures.Count);
        Assert.All(fault.EarlierFailures, earlier => Assert.Equal(fault.GetType(), earlier.GetType()));
    }

    [Theory]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("reset")]
    public async Task A_repetition_may_succeed(string outcome)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(Outcome(outcome), ScriptedHandler.Status(200, """{"name":"a"}"""));
        using var connection = handler.Connect(clock);
        var details = new ResponseDetails();
        var call = connection.SendAsync(
            TestApi.Request(),
            ThingCodec.Instance,
            new CallOptions { Details = details },
            CancellationToken.None
        );
        Assert.Null(await clock.EndAsync(call));
        Assert.Equal(("a", 2, HttpStatusCode.OK), ((await call).Name, details.Attempts, details.Status));
    }

    [Fact]
    public async Task A_post_that_no_server_took_arrives_once_the_server_is_back()
    {
        var endpoint = RawServer.Nowhere();
        using var connection = new ApiConnection(new KoreXoClientOptions { Endpoint = endpoint, Credential = new ApiKeyCredential("k") });
        var operation = new OperationDescriptor(TestApi.Api, "add", HttpMethod.Post, "/things");
        var details = new ResponseDetails();
        var call = connection.SendAsync(
            new OperationRequest(operation, "/things"),
            new CallOptions { Details = details },
            CancellationToken.None
        );
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        await using var server = await LoopbackServer.StartAsync((context, _) => LoopbackServer.WriteAsync(context, "{}"), endpoint);
        await call;

        Assert.Equal("POST", server.Only.Method);
        Assert.InRange(details.Attempts, 2, 4);
    }

    [Fact]
    public async Task A_network_that_is_down_is_reported_with_attempts_and_time()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Unreachable());
        using var connection = handler.Connect(clock);
        var fault = Assert.IsType<KoreXoException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None))
        );
        Assert.Matches(
            @"^GET /things/\{thingId\}: the server could not be reached: refused; check KoreXoClientOptions\.Endpoint, the proxy \(HTTPS_PROXY, NO_PROXY\) and the network \(4 attempts in [4-7]\.\d s\)$",
            fault.Message
        );
        Assert.DoesNotContain("attempts", fault.EarlierFailures[0].Message);
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Outcome(string name) =>
        name switch
        {
            "reset" => ScriptedHandler.Reset(),
            "unreachable" => ScriptedHandler.Unreachable(),
            "unknown host" => ScriptedHandler.Fault(new HttpRequestException(HttpRequestError.NameResolutionError, "unknown")),
            "broken answer" => ScriptedHandler.Broken(),
            "attempt timeout" => ScriptedHandler.Never(),
            "error in a 200" => ScriptedHandler.Status(200, """{"errors":[{"msg":"no such bot","code":404}]}"""),
            "200 that is no JSON" => ScriptedHandler.Status(200, "<html>"),
            _ when name.StartsWith("refusal in a ", StringComparison.Ordinal) => ScriptedHandler.Status(
                Number(name[^3..]),
                """{"errors":[{"msg":"The per-minute rate limit has been reached"}]}"""
            ),
            _ => ScriptedHandler.Status(Number(name)),
        };

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
