namespace KoreXo.Runtime.Tests;

/// <summary>What a client reports about itself without sending a call.</summary>
public sealed class HealthTests : IDisposable
{
    private static readonly RateLimitWindow Minute = new(1, 60);
    private static readonly RateLimitWindow Hour = new(2, 3600);

    private readonly ManualClock _clock = new();
    private readonly ScriptedHandler _handler = new(ScriptedHandler.Status(200));

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task A_client_that_can_send_calls_has_nothing_to_report()
    {
        using var connection = _handler.Connect(_clock);
        await SendAsync(connection, Hour);
        var health = await connection.CheckHealthAsync(CancellationToken.None);
        Assert.Empty(health.Failures.Concat(health.Warnings));
    }

    [Theory]
    [InlineData(false, "The credential 'admin' threw InvalidTimeZoneException.")]
    [InlineData(true, "The credential 'admin' returned an empty token.")]
    public async Task A_credential_without_a_token_is_named(bool isEmpty, string expected)
    {
        using var connection = _handler.Connect(
            _clock,
            options =>
                options.Credentials["admin"] = isEmpty
                    ? new CallbackCredential((_, _) => default)
                    : Throwing(new InvalidTimeZoneException("s3cret"))
        );
        var health = await connection.CheckHealthAsync(CancellationToken.None);
        Assert.Equal([expected], health.Failures);
        Assert.Empty(_handler.Requests);
    }

    [Fact]
    public async Task A_credential_is_asked_for_a_token_of_its_kind()
    {
        TokenRequestContext? asked = null;
        using var connection = _handler.Connect(
            _clock,
            options =>
                options.Credentials["admin"] = new CallbackCredential(
                    (context, _) =>
                    {
                        asked = context;
                        return new ValueTask<AccessToken>(new AccessToken("t"));
                    }
                )
        );
        Assert.Empty((await connection.CheckHealthAsync(CancellationToken.None)).Failures);
        Assert.Equal(("admin", _clock), (asked!.CredentialKind, asked.TimeProvider));
    }

    [Fact]
    public async Task What_the_client_itself_knows_of_a_credential_is_quoted()
    {
        using var connection = _handler.Connect(
            _clock,
            static options => options.Credential = Throwing(new KoreXoException("the secret has expired"))
        );
        var health = await connection.CheckHealthAsync(CancellationToken.None);
        Assert.Equal(["The credential has no token: the secret has expired"], health.Failures);
    }

    [Fact]
    public async Task Who_cancels_the_check_gets_no_report()
    {
        using var connection = _handler.Connect(_clock, static options => options.Credential = Throwing(new OperationCanceledException()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.CheckHealthAsync(new CancellationToken(true)));
    }

    [Fact]
    public async Task A_store_that_does_not_respond_is_named()
    {
        var store = new FaultyStore(nameof(IRateLimitStore.GetStateAsync), hangs: false, _clock);
        using var connection = _handler.Connect(_clock, options => options.RateLimitStore = store);
        await SendAsync(connection, new RateLimitWindow(1, 3600));
        var health = await connection.CheckHealthAsync(CancellationToken.None);
        Assert.Equal(["The rate limit store (FaultyStore) does not respond."], health.Failures);
        Assert.Empty(health.Warnings);
    }

    [Fact]
    public async Task A_store_that_responds_is_no_failure()
    {
        using var connection = _handler.Connect(_clock, options => options.RateLimitStore = new FaultyStore("", hangs: false, _clock));
        Assert.Empty((await connection.CheckHealthAsync(CancellationToken.None)).Failures);
    }

    [Fact]
    public async Task A_store_that_is_asked_whether_it_responds_is_asked_about_no_limit_of_a_call()
    {
        var store = new ScriptedStore();
        using var connection = _handler.Connect(_clock, options => options.RateLimitStore = store);
        await connection.CheckHealthAsync(CancellationToken.None);
        Assert.Equal([new RateLimitPartition("platform.example.com:443", "", "health", "")], store.Shown);
    }

    [Fact]
    public async Task A_limit_that_the_store_cannot_show_is_no_warning()
    {
        var store = new ScriptedStore();
        using var connection = _handler.Connect(_clock, options => options.RateLimitStore = store);
        await SendAsync(connection, Hour);
        store.State = static partition =>
            partition.Budget == "bot" ? throw new InvalidTimeZoneException() : new RateLimitState("health", [], TimeSpan.Zero);
        var health = await connection.CheckHealthAsync(CancellationToken.None);
        Assert.Empty(health.Failures.Concat(health.Warnings));
    }

    [Fact]
    public async Task An_hour_that_is_used_up_is_a_warning_once_for_each_rate_limit()
    {
        using var connection = _handler.Connect(_clock);
        await SendAsync(connection, Hour);
        await SendAsync(connection, Hour);
        await SendAsync(connection, Hour, "b-2");
        await SendAsync(connection, Hour, "b-2");
        _clock.Advance(TimeSpan.FromSeconds(600.5));
        var health = await connection.CheckHealthAsync(CancellationToken.None);
        Assert.Empty(health.Failures);
        Assert.Equal(["The rate limit 'bot' is used up: 2 calls in 3600 s; next call in 3000 s."], health.Warnings);
    }

    [Fact]
    public async Task A_minute_that_is_used_up_is_only_waited_for()
    {
        using var connection = _handler.Connect(_clock);
        await SendAsync(connection, Minute);
        Assert.Empty((await connection.CheckHealthAsync(CancellationToken.None)).Warnings);
    }

    private static async Task SendAsync(ApiConnection connection, RateLimitWindow window, string key = "b-1")
    {
        var operation = new OperationDescriptor(TestApi.Api, "limited", HttpMethod.Post, "/things")
        {
            Scopes = [],
            RateLimit = new RateLimit("bot", Documented: true, [window]),
        };
        await connection.SendAsync(new OperationRequest(operation, "/things") { RateKey = key }, null, CancellationToken.None);
    }

    private static CallbackCredential Throwing(Exception fault) => new((_, _) => throw fault);
}
