using KoreXo.Simulator;

namespace KoreXo.Tests.Faults;

/// <summary>A platform on a fake clock, and a client of it that keeps to the same small quotas.</summary>
internal sealed class FaultScene : IAsyncDisposable
{
    public static readonly Uri Elsewhere = new("http://elsewhere.example/steal");

    private static readonly (int Calls, int Seconds)[] Windows = [(4, 30), (9, 120)];
    private static readonly string[] Budgets = ["bot", "account", "table"];

    private readonly HttpClient _http;

    private FaultScene(ManualClock clock, XoSimulator platform)
    {
        Clock = clock;
        Platform = platform;
        Bot = platform.AddBot("Travel");
        SampleId = platform.AddSampleBot("Banking");
        platform.AddTable(PlannedCall.Table);
        platform.SeedSessions(Bot, 3);
        _http = new HttpClient(new OneHostHandler(platform.CreateHandler(), platform.Endpoint)) { Timeout = Timeout.InfiniteTimeSpan };
        Client = Connect();
    }

    public ManualClock Clock { get; }

    public XoSimulator Platform { get; }

    public SimulatedBot Bot { get; }

    public string SampleId { get; }

    public KoreXoClient Client { get; }

    public static async Task<FaultScene> StartAsync()
    {
        var clock = new ManualClock();
        var options = new XoSimulatorOptions { TimeProvider = clock };
        foreach (var budget in Budgets)
        {
            options.RateLimits[budget] =
            [
                .. Windows.Select(window => new RateLimitRule(window.Calls, TimeSpan.FromSeconds(window.Seconds))),
            ];
        }

        return new FaultScene(clock, await XoSimulator.StartAsync(options));
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return Platform.DisposeAsync();
    }

    private KoreXoClient Connect()
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = Platform.Endpoint,
            TimeProvider = Clock,
            AttemptTimeout = TimeSpan.FromSeconds(15),
            TotalTimeout = TimeSpan.FromSeconds(70),
        };
        foreach (var budget in Budgets)
        {
            options.RateLimits[budget] = [.. Windows.Select(window => new RateLimitWindow(window.Calls, window.Seconds))];
        }

        foreach (var kind in Enum.GetValues<AppKind>())
        {
            var app = Platform.AddAppWithAllScopes(kind);
            // One signs anew for each attempt, the others keep their token.
            options.Credentials[kind.ToString().ToLowerInvariant()] = new JwtCredential(app.ClientId, app.ClientSecret)
            {
                TimeProvider = Clock,
                EnforceJti = kind == AppKind.Data,
            };
        }

        return new KoreXoClient(options, _http);
    }

    /// <summary>Nothing must go to another host, least of all a token.</summary>
    private sealed class OneHostHandler(HttpMessageHandler inner, Uri host) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(host.Authority, request.RequestUri!.Authority);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
