using KoreXo.Fleet.Tests.Engines;
using Xunit.Abstractions;

namespace KoreXo.Fleet.Tests;

/// <summary>Processes that share one rate limit through PostgreSQL.</summary>
public sealed class PostgreSqlFleetTests(PostgreSqlEngine engine, ITestOutputHelper output) : IClassFixture<PostgreSqlEngine>
{
    [PostgreSqlFact]
    public Task Four_processes_send_what_one_could_and_never_more_in_a_window() => FleetRuns.ShareAsync(engine, output.WriteLine);

    [PostgreSqlFact]
    public Task A_process_that_is_killed_takes_no_others_along() => FleetRuns.LoseAWorkerAsync(engine, output.WriteLine);

    [PostgreSqlFact]
    public Task Permits_of_a_killed_process_come_back() => FleetRuns.GetPermitsBackAsync(engine);

    [PostgreSqlFact]
    public Task Calls_that_are_canceled_lose_no_permit() => FleetRuns.CancelAsync(engine, output.WriteLine);

    [PostgreSqlFact]
    public Task An_engine_that_stops_for_a_while_costs_no_call() => FleetRuns.StopTheEngineAsync(engine, output.WriteLine);
}
