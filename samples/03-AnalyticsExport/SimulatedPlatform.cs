using KoreXo;
using KoreXo.Simulator;

namespace AnalyticsExport;

/// <summary>
/// An in-process platform. Its data is generated from fixed seeds, so that every run finds the same data, as on a real platform.
/// </summary>
internal sealed class SimulatedPlatform : IAsyncDisposable
{
    // An hour of quota passes in a minute, and so do the client's waits, since it has the same clock.
    private const int Acceleration = 60;
    private const int MessagesPerSession = 4;

    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan BetweenSessions = TimeSpan.FromSeconds(25);

    private readonly SimulatedApp _app;
    private readonly SimulatedBot _bot;

    private SimulatedPlatform(XoSimulator platform, TimeProvider clock, ExportSettings settings)
    {
        Platform = platform;
        Clock = clock;
        _app = platform.AddApp(AppKind.Platform, "Bot Sessions", "Chat History");
        _bot = platform.AddBot("Travel");
        var end = Begin + (BetweenSessions * settings.Sessions);
        platform.SeedSessions(
            _bot,
            settings.Sessions,
            new SessionSeed
            {
                From = Begin,
                To = end,
                MessagesPerSession = MessagesPerSession,
                Users = 500,
            }
        );
        platform.Faults = settings.IsStormy ? FaultPlan.Storm(seed: 2026) : FaultPlan.None;
    }

    public XoSimulator Platform { get; }

    public TimeProvider Clock { get; }

    public static async Task<SimulatedPlatform> StartAsync(ExportSettings settings, CancellationToken cancellationToken)
    {
        var clock = new AcceleratedTime(Acceleration);
        var options = new XoSimulatorOptions
        {
            TimeProvider = clock,
            RateLimitClock = clock,
            MaxRecordedRequests = 1,
        };
        return new SimulatedPlatform(await XoSimulator.StartAsync(options, cancellationToken), clock, settings);
    }

    /// <summary>Completes the settings so that the export covers all data.</summary>
    public ExportSettings Complete(ExportSettings settings) =>
        settings with
        {
            BotId = _bot.Id,
            From = Begin,
            To = Begin + (BetweenSessions * settings.Sessions),
        };

    public KoreXoClientOptions ClientOptions() =>
        new()
        {
            Endpoint = Platform.Endpoint,
            Credentials = { ["platform"] = new JwtCredential(_app.ClientId, _app.ClientSecret) { TimeProvider = Clock } },
            TimeProvider = Clock,
            AttemptTimeout = TimeSpan.FromHours(1),
            TotalTimeout = TimeSpan.FromHours(5),
        };

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}
