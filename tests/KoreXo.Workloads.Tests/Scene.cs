using KoreXo.Simulator;

namespace KoreXo.Workloads;

/// <summary>
/// A simulated platform on a loopback socket, and clients for its apps. By default, a minute of its clock takes a second.
/// </summary>
internal sealed class Scene : IAsyncDisposable
{
    private const int Acceleration = 60;

    private Scene(XoSimulator platform, TimeProvider clock)
    {
        Platform = platform;
        Clock = clock;
    }

    public XoSimulator Platform { get; }

    public TimeProvider Clock { get; }

    /// <summary>Starts a platform. Its data is prepared in fair weather; <see cref="Break"/> brings the storm.</summary>
    /// <param name="configure">Changes the options of the platform.</param>
    /// <param name="acceleration">How many times faster than real time the platform's clock runs.</param>
    public static async Task<Scene> StartAsync(Action<XoSimulatorOptions>? configure = null, int acceleration = Acceleration)
    {
        var clock = new AcceleratedTime(acceleration);
        var options = new XoSimulatorOptions { TimeProvider = clock, RateLimitClock = clock };
        configure?.Invoke(options);
        return new Scene(await XoSimulator.StartAsync(options), clock);
    }

    /// <summary>From now on the weather is as given, the same in every run.</summary>
    /// <param name="weather">The weather.</param>
    /// <param name="share">The fraction of requests that a storm disrupts; more for a program that sends only a few.</param>
    public void Break(Weather weather, double share = 0.2) =>
        Platform.Faults = weather == Weather.Storm ? FaultPlan.Storm(seed: 2026, share) : FaultPlan.None;

    /// <summary>Asserts that the weather was as given: that a storm did disrupt something.</summary>
    public void AssertWeather(Weather weather) =>
        Assert.Equal(weather == Weather.Storm, Platform.Requests.Any(static request => request.Fault is not null));

    /// <summary>Creates a client of one app, which holds these scopes and no others.</summary>
    public KoreXoClient Connect(AppKind kind, params IEnumerable<string> scopes) => new(Options((kind, Platform.AddApp(kind, scopes))));

    /// <summary>Returns options for a program with several apps.</summary>
    public KoreXoClientOptions Options(params IEnumerable<(AppKind Kind, SimulatedApp App)> apps)
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = Platform.Endpoint,
            TimeProvider = Clock,
            // A busy test machine is slower than the platform's clock.
            AttemptTimeout = TimeSpan.FromHours(1),
            TotalTimeout = TimeSpan.FromHours(5),
        };
        foreach (var (kind, app) in apps)
        {
            options.Credentials[kind.ToString().ToLowerInvariant()] = new JwtCredential(app.ClientId, app.ClientSecret)
            {
                TimeProvider = Clock,
            };
        }

        return options;
    }

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}
