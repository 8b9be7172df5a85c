using KoreXo.Fleet.Tests.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace KoreXo.Fleet.Tests;

/// <summary>What is counted in PostgreSQL.</summary>
public sealed class PostgreSqlStoreTests(PostgreSqlEngine engine) : IClassFixture<PostgreSqlEngine>
{
    [PostgreSqlFact]
    public Task One_line_registers_it_and_the_health_check_knows_it() =>
        RegistrationRuns.RegisterAsync(engine, client => client.AddPostgreSqlRateLimits(engine.Connection));

    [PostgreSqlFact]
    public Task Two_stores_count_together() => StoreRuns.CountAsync(engine);

    [PostgreSqlFact]
    public Task A_permit_is_known_by_its_id() => StoreRuns.RepeatAsync(engine);

    [PostgreSqlFact]
    public Task A_pause_holds_for_all() => StoreRuns.PauseAsync(engine);

    [PostgreSqlFact]
    public Task A_call_in_the_queue_knows_its_wait() => StoreRuns.EstimateAsync(engine);

    [PostgreSqlFact]
    public Task A_permit_released_unused_wakes_who_waits() => StoreRuns.NotifyAsync(engine);
}
