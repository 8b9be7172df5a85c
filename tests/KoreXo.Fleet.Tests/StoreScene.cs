using KoreXo.Fleet.Tests.Engines;

namespace KoreXo.Fleet.Tests;

/// <summary>Two stores over one engine, as of two processes.</summary>
public sealed class StoreScene : IAsyncDisposable
{
    public StoreScene(Engine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        (One, Other) = (engine.CreateStore(), engine.CreateStore());
    }

    public IRateLimitStore One { get; }

    public IRateLimitStore Other { get; }

    /// <summary>Gets a partition of its own, whose names have characters that keys and SQL treat in their own way.</summary>
    public RateLimitPartition Partition { get; } = new("platform.example:443", "cs-{1}", "bot's", $"b/1 ü {Guid.NewGuid()}");

    public RateLimitPermit Permit(IReadOnlyList<RateLimitWindow> windows) => new(Partition, windows, TimeSpan.FromMinutes(1));

    public async Task<IEnumerable<int>> RemainingAsync(IReadOnlyList<RateLimitWindow> windows) =>
        (await Other.GetStateAsync(Partition, windows, CancellationToken.None)).Windows.Select(static window => window.Remaining);

    /// <summary>Gets the waits behind numbers of calls, in whole seconds.</summary>
    public async Task<string> EstimatesAsync(IReadOnlyList<RateLimitWindow> windows, params int[] ahead)
    {
        var estimates = new List<int>();
        foreach (var calls in ahead)
        {
            var estimate = await Other.EstimateAsync(Partition, windows, calls, CancellationToken.None);
            estimates.Add((int)Math.Round(estimate.TotalSeconds));
        }

        return string.Join(' ', estimates);
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)One).DisposeAsync();
        await ((IAsyncDisposable)Other).DisposeAsync();
    }
}
