using FleetExport;
using KoreXo.Fleet.Tests.Engines;

namespace KoreXo.Fleet.Tests.Exports;

/// <summary>How fast all workers are together, from the items alone.</summary>
[Collection(ExportGroup.Name)]
public sealed class StatusTests(PostgreSqlEngine engine) : IAsyncLifetime, IDisposable
{
    private readonly Database _database = new(engine.Connection, TimeProvider.System, static _ => { });

    public async Task InitializeAsync()
    {
        var day = new DateOnly(2026, 3, 1);
        await Plan.AddAsync(_database, [], day, day, CancellationToken.None);
        await _database.ExecuteAsync("DELETE FROM fleet_export.items", [], CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _database.Source.Dispose();

    [PostgreSqlFact]
    public async Task Nothing_begun_is_no_rows_a_second()
    {
        await AddAsync("st-1", rows: 0, startedAgo: null, doneAgo: null);
        Assert.Equal(0, await RateAsync());
    }

    [PostgreSqlFact]
    public async Task Rows_of_held_and_of_done_items_count()
    {
        await AddAsync("st-1", rows: 1000, startedAgo: 40, doneAgo: 20);
        await AddAsync("st-2", rows: 600, startedAgo: 20, doneAgo: null);
        Assert.InRange(await RateAsync(), 38, 40);
    }

    [PostgreSqlFact]
    public async Task Only_the_last_minute_counts()
    {
        await AddAsync("st-1", rows: 9000, startedAgo: 300, doneAgo: 100);
        await AddAsync("st-2", rows: 900, startedAgo: 120, doneAgo: 30);
        Assert.InRange(await RateAsync(), 4.5, 5);
    }

    private async Task<double> RateAsync() => (await Status.ReadAsync(_database, CancellationToken.None)).RowsPerSecond;

    private async Task AddAsync(string bot, long rows, double? startedAgo, double? doneAgo) =>
        await _database.ExecuteAsync(
            """
            INSERT INTO fleet_export.items (bot, day, kind, worker, rows, started_at, done_at, free_from)
            VALUES ($1, '2026-03-01', 'sessions', CASE WHEN $3::float8 IS NULL THEN NULL ELSE 'w' END, $2,
                clock_timestamp() - $3::float8 * interval '1 s', clock_timestamp() - $4::float8 * interval '1 s',
                clock_timestamp() + interval '1 minute')
            """,
            [bot, rows, startedAgo, doneAgo],
            CancellationToken.None
        );
}
