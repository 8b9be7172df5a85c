using KoreXo.DataTables;
using KoreXo.Fleet.Tests.Engines;
using KoreXo.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KoreXo.Fleet.Tests;

/// <summary>A service with a client that shares its rate limit, and a health check.</summary>
internal static class RegistrationRuns
{
    private const string Table = "Calls";

    /// <summary>A call is counted by the engine; the check reports an hour that is used up, and an engine that is down.</summary>
    public static async Task RegisterAsync(Engine engine, Action<IHttpClientBuilder> addRateLimits)
    {
        await using var platform = await XoSimulator.StartAsync(new XoSimulatorOptions { EnforceRateLimits = false });
        platform.AddTable(Table);
        var app = platform.AddAppWithAllScopes(AppKind.Data);
        var services = new ServiceCollection();
        addRateLimits(
            services.AddKoreXo(options =>
            {
                options.Endpoint = platform.Endpoint;
                options.Credential = new JwtCredential(app.ClientId, app.ClientSecret);
                options.RateLimits["table"] = [new RateLimitWindow(2, 3600)];
            })
        );
        services.AddHealthChecks().AddKoreXo();
        await using var provider = services.BuildServiceProvider();
        var tables = provider.GetRequiredService<DataTablesClient>();
        var request = new InsertRowRequest { Row = new Dictionary<string, JsonAny>(StringComparer.Ordinal) { ["Name"] = "n" } };

        await tables.InsertRowAsync(Table, request);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(provider)).Status);

        await tables.InsertRowAsync(Table, request);
        var spent = await CheckAsync(provider);
        Assert.Equal(HealthStatus.Degraded, spent.Status);
        Assert.StartsWith("The rate limit 'table' is used up: 2 calls in 3600 s", spent.Description, StringComparison.Ordinal);
        var other = engine.CreateStore();
        await using var closing = (IAsyncDisposable)other;
        var partition = new RateLimitPartition($"{platform.Endpoint.Host}:{platform.Endpoint.Port}", app.ClientId, "table", Table);
        Assert.Equal(
            0,
            (await other.GetStateAsync(partition, [new RateLimitWindow(2, 3600)], CancellationToken.None)).Windows[0].Remaining
        );

        await engine.StopAsync();
        var down = await CheckAsync(provider);
        await engine.StartAsync();
        Assert.Equal(HealthStatus.Unhealthy, down.Status);
        Assert.Contains("does not respond", down.Description, StringComparison.Ordinal);
    }

    private static async Task<HealthReportEntry> CheckAsync(IServiceProvider provider)
    {
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries["korexo"];
    }
}
