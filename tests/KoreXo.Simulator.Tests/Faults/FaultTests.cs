using System.Net;
using System.Text.Json;

namespace KoreXo.Simulator.Tests.Faults;

/// <summary>Each fault looks to a caller as it says, and the platform keeps the truth. The same over a socket and without one.</summary>
public abstract class FaultTests : PlatformTest
{
    private const string Target = "/api/public/tables/T";
    private const string Row = """{"data":{"n":1}}""";

    private SimulatedApp _app = null!;
    private TestCaller _caller = null!;

    private protected abstract HttpMessageHandler Transport();

    protected override Task PrepareAsync()
    {
        Platform.AddTable("T");
        _app = Platform.AddAppWithAllScopes(AppKind.Data);
        _caller = As(_app, Transport());
        return Task.CompletedTask;
    }

    public static TheoryData<string> Refusals => ["MinuteRefusal", "HourRefusal", "UnnamedRefusal"];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_its_documented_text_and_nothing_is_done(string name)
    {
        var (fault, text) = name switch
        {
            "MinuteRefusal" => (Fault.MinuteRefusal, "per-minute rate limit"),
            "HourRefusal" => (Fault.HourRefusal, "hourly rate limit"),
            _ => (Fault.UnnamedRefusal, "Rate limit for this API has been reached"),
        };
        Play(fault.WithRetryAfter(TimeSpan.FromSeconds(7)));

        var reply = await InsertAsync();

        Assert.Contains(text, reply.Refusal(HttpStatusCode.TooManyRequests), StringComparison.Ordinal);
        Assert.Equal("7", reply.Headers["Retry-After"]);
        AssertTruth(applied: false, status: 429, name);
        Assert.Equal(0, Assert.Single(Platform.RateLimits).Refused);
    }

    [Fact]
    public async Task A_refusal_may_have_any_status()
    {
        Play(Fault.Refusal("You have used up your hourly rate limit.", 503));

        Assert.Contains("hourly rate limit", (await InsertAsync()).Refusal(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultBody.Json, false)]
    [InlineData(FaultBody.Html, false)]
    [InlineData(FaultBody.Empty, false)]
    [InlineData(FaultBody.Json, true)]
    [InlineData(FaultBody.Html, true)]
    [InlineData(FaultBody.Empty, true)]
    public async Task An_error_comes_before_or_after_the_effect_in_each_form(FaultBody body, bool after)
    {
        Play(after ? Fault.ErrorAfterEffect(502, body) : Fault.Error(502, body));

        var reply = await InsertAsync();

        Assert.Equal(HttpStatusCode.BadGateway, reply.Status);
        Assert.Equal(
            body,
            reply.Text switch
            {
                "" => FaultBody.Empty,
                ['<', ..] => FaultBody.Html,
                _ => FaultBody.Json,
            }
        );
        AssertTruth(after, 502, after ? "ErrorAfterEffect" : "Error");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reset_ends_the_connection_before_or_after_the_effect(bool after)
    {
        Play(after ? Fault.ResetAfterEffect : Fault.ResetBeforeEffect);

        var fault = await Assert.ThrowsAsync<HttpRequestException>(InsertAsync);

        Assert.True(fault.InnerException is IOException, $"{fault}");
        AssertTruth(after, 0, after ? "ResetAfterEffect" : "ResetBeforeEffect");
        (await InsertAsync()).Success();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Silence_lasts_until_the_caller_goes(bool after)
    {
        Play(after ? Fault.SilenceAfterEffect : Fault.SilenceBeforeEffect);
        using var end = new CancellationTokenSource();
        using var http = new HttpClient(Transport());

        var call = SendAsync(http, HttpCompletionOption.ResponseHeadersRead, end.Token);
        while (Platform.Requests.Count == 0)
        {
            await Task.Delay(1, CancellationToken.None);
        }

        Assert.False(call.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        AssertTruth(after, 0, after ? "SilenceAfterEffect" : "SilenceBeforeEffect");
    }

    [Fact]
    public async Task Cut_json_is_a_whole_answer_with_half_of_the_text()
    {
        Play(Fault.CutJson);

        var reply = await InsertAsync();

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.StartsWith("{", reply.Text, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => reply.Json);
        AssertTruth(applied: true, 200, "CutJson");
    }

    [Fact]
    public async Task A_cut_body_breaks_off_after_the_head()
    {
        Play(Fault.CutBody);
        using var http = new HttpClient(Transport());

        using var response = await SendAsync(http, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var body = await response.Content.ReadAsStreamAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null));
        AssertTruth(applied: true, 200, "CutBody");
    }

    [Fact]
    public async Task A_late_answer_waits_on_the_clock_of_the_platform()
    {
        Play(Fault.LateAnswer(TimeSpan.FromSeconds(30)));

        var call = InsertAsync();
        await Clock.PassAsync(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        await Clock.PassAsync(TimeSpan.FromSeconds(1));

        (await call).Success();
        AssertTruth(applied: true, 200, "LateAnswer");
    }

    [Fact]
    public async Task A_slow_body_comes_whole_in_the_end()
    {
        Play(Fault.SlowBody(TimeSpan.FromSeconds(90)));

        var call = InsertAsync();
        for (var piece = 1; piece < 10; piece++)
        {
            Assert.False(call.IsCompleted);
            await Clock.PassAsync(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(1, (await call).Success()["n"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(false, "expired")]
    [InlineData(true, "possibly a replay")]
    public async Task A_stale_token_stays_stale_and_another_is_good(bool replayed, string text)
    {
        Play(replayed ? Fault.ReplayedToken : Fault.ExpiredToken);
        _caller.Token = TestToken.Sign(_app);

        Assert.Contains(text, (await InsertAsync()).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
        Assert.Contains(text, (await InsertAsync()).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
        AssertTruth(applied: false, 401, replayed ? "ReplayedToken" : "ExpiredToken");
        Assert.Empty(Platform.RateLimits);

        _caller.Token = TestToken.Sign(_app.ClientSecret, new() { ["sub"] = "2", ["appId"] = _app.ClientId });
        (await InsertAsync()).Success();
    }

    [Fact]
    public async Task A_redirect_names_another_host()
    {
        Play(Fault.Redirect(new Uri("http://elsewhere.example/x"), 302));

        var reply = await InsertAsync();

        Assert.Equal((HttpStatusCode.Found, "http://elsewhere.example/x"), (reply.Status, reply.Headers["Location"]));
        AssertTruth(applied: false, 302, "Redirect");
    }

    [Fact]
    public async Task A_request_that_is_refused_in_earnest_is_no_work_of_the_plan()
    {
        Platform.Faults = FaultPlan.Always("insertRow", Fault.CutJson);

        (await _caller.PostAsync(Target, "7")).Refusal(HttpStatusCode.BadRequest);

        AssertTruth(applied: false, 400, fault: null);
    }

    private void Play(Fault fault) => Platform.Faults = FaultPlan.On("insertRow", 1, fault);

    private Task<TestCaller.Reply> InsertAsync() => _caller.PostAsync(Target, Row);

    private async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Platform.Endpoint, Target))
        {
            Content = new StringContent(Row, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("auth", TestToken.Sign(_app));
        return await http.SendAsync(request, completion, cancellationToken);
    }

    private void AssertTruth(bool applied, int status, string? fault)
    {
        var request = Platform.Requests[^1];
        Assert.Equal(("insertRow", applied, status, fault), (request.OperationId, request.IsApplied, request.Status, request.Fault));
        Assert.Equal(applied ? 1 : 0, Platform.Tables["T"].Rows.Count);
    }
}

/// <summary>Over a socket.</summary>
public sealed class LoopbackFaultTests : FaultTests
{
    private protected override HttpMessageHandler Transport() =>
        new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
        };
}

/// <summary>Without one.</summary>
public sealed class InProcessFaultTests : FaultTests
{
    private protected override HttpMessageHandler Transport() => Platform.CreateHandler();
}
