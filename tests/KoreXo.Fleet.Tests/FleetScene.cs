using KoreXo.Fleet.Tests.Workers;
using KoreXo.Simulator;
using KoreXo.Testing;

namespace KoreXo.Fleet.Tests;

/// <summary>A platform that rejects nothing and records all that arrives, and a fleet of workers with one app.</summary>
public sealed class FleetScene : IAsyncDisposable
{
    private readonly XoSimulator _platform;
    private readonly SimulatedApp _app;
    private readonly SimulatedTable _table;
    private readonly List<Worker> _workers = [];

    private FleetScene(XoSimulator platform, Engine engine)
    {
        _platform = platform;
        _app = platform.AddAppWithAllScopes(AppKind.Data);
        _table = platform.AddTable("Calls");
        Engine = engine;
    }

    /// <summary>Gets the engine of the stores.</summary>
    public Engine Engine { get; }

    /// <summary>Gets the rate limit: 60 calls in 10 seconds at full length, less by default.</summary>
    public static RateLimitWindow Window { get; } = new(Soak.Rounds(20, 60), Soak.Rounds(1, 10));

    public static async Task<FleetScene> StartAsync(Engine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return new FleetScene(await XoSimulator.StartAsync(new XoSimulatorOptions { EnforceRateLimits = false }), engine);
    }

    /// <summary>Creates an order for a worker; without a store, it counts in memory.</summary>
    public WorkerOrder Order(string name, int calls, int loops = 12, bool isShared = true) =>
        new(
            name,
            isShared ? Engine.Kind : "",
            isShared ? Engine.Connection : "",
            _platform.Endpoint,
            _app.ClientId,
            _app.ClientSecret,
            _table.Name,
            Window,
            calls,
            loops
        );

    public Worker Start(WorkerOrder order)
    {
        var worker = new Worker(order);
        _workers.Add(worker);
        return worker;
    }

    public IReadOnlyList<Worker> Start(int workers, int calls) =>
        [.. Enumerable.Range(0, workers).Select(number => Start(Order($"w{number}", calls)))];

    /// <summary>Gets the number of requests that have arrived.</summary>
    public int Arrived => _platform.Requests.Count;

    /// <summary>Gets the rows that were inserted.</summary>
    public IReadOnlyList<string> Inserted => [.. _table.Rows.Select(static row => row["Name"].ToString())];

    /// <summary>Gets the time from the first arrival to the last.</summary>
    public TimeSpan Duration
    {
        get
        {
            var arrivals = Arrivals();
            return arrivals[^1] - arrivals[0];
        }
    }

    /// <summary>Gets the most requests that arrived within any window.</summary>
    public int MostInAnyWindow
    {
        get
        {
            var arrivals = Arrivals();
            var (most, first) = (0, 0);
            for (var last = 0; last < arrivals.Count; last++)
            {
                while (arrivals[last] - arrivals[first] >= TimeSpan.FromSeconds(Window.Seconds))
                {
                    first++;
                }

                most = Math.Max(most, last - first + 1);
            }

            return most;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }

        await _platform.DisposeAsync();
    }

    private List<DateTimeOffset> Arrivals() => [.. _platform.Requests.Select(static request => request.ReceivedAt).Order()];
}
