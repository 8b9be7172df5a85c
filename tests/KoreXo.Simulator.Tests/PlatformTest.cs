namespace KoreXo.Simulator.Tests;

/// <summary>Gives each test a platform of its own.</summary>
public abstract class PlatformTest : IAsyncLifetime
{
    private readonly List<TestCaller> _callers = [];

    private protected ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected XoSimulator Platform { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var options = new XoSimulatorOptions { TimeProvider = Clock };
        Configure(options);
        Platform = await XoSimulator.StartAsync(options);
        await PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        _callers.ForEach(caller => caller.Dispose());
        await Platform.DisposeAsync();
    }

    protected virtual void Configure(XoSimulatorOptions options) { }

    protected virtual Task PrepareAsync() => Task.CompletedTask;

    private protected TestCaller As(SimulatedApp? app, HttpMessageHandler? handler = null)
    {
        var caller = new TestCaller(Platform, app, handler);
        _callers.Add(caller);
        return caller;
    }
}
