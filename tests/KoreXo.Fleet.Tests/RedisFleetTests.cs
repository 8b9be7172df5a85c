using KoreXo.Fleet.Tests.Engines;
using Xunit.Abstractions;

namespace KoreXo.Fleet.Tests;

/// <summary>Processes that share one rate limit through Redis.</summary>
public sealed class RedisFleetTests(RedisEngine engine, ITestOutputHelper output) : IClassFixture<RedisEngine>
{
    [RedisFact]
    public Task Four_processes_send_what_one_could_and_never_more_in_a_window() => FleetRuns.ShareAsync(engine, output.WriteLine);

    [RedisFact]
    public Task A_process_that_is_killed_takes_no_others_along() => FleetRuns.LoseAWorkerAsync(engine, output.WriteLine);

    [RedisFact]
    public Task Permits_of_a_killed_process_come_back() => FleetRuns.GetPermitsBackAsync(engine);

    [RedisFact]
    public Task Calls_that_are_canceled_lose_no_permit() => FleetRuns.CancelAsync(engine, output.WriteLine);

    [RedisFact]
    public Task An_engine_that_stops_for_a_while_costs_no_call() => FleetRuns.StopTheEngineAsync(engine, output.WriteLine);
}
