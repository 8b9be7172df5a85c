using KoreXo.DataTables;
using KoreXo.Simulator;
using Workloads.Fixtures;
using Xunit.Abstractions;

namespace KoreXo.Workloads;

public sealed class FixtureTests(ITestOutputHelper output)
{
    private const string Table = "Customers";

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task Rows_are_there_once_while_a_test_runs_and_gone_afterwards(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var table = scene.Platform.AddTable(Table);
        var real = table.AddRow(System.Text.Json.JsonElement.Parse("""{"Name":"A real customer"}"""));
        using var xo = TestApps.Open(scene, "table-fixture");
        scene.Break(weather);

        for (var run = 0; run < 6; run++)
        {
            await using var other = await TableFixture.SeedAsync(xo.DataTables, Table, Rows(3));
            await using var fixture = await TableFixture.SeedAsync(xo.DataTables, Table, Rows(20));

            Assert.Equal(Names(20), await ReadAsync(xo.DataTables, fixture));
        }

        Assert.Equal([real.Id], table.Rows.Select(static row => row.Id));

        // In the storm, what was uncertain was inserted again: the table held more rows than the fixtures showed.
        var insertions = scene.Platform.Requests.Count(static request => request is { OperationId: "insertRows", IsApplied: true });
        Assert.Equal(weather == Weather.Storm, insertions > 12);
        output.WriteLine($"{weather}: 12 fixtures, 138 rows, {insertions} insertions; {scene.Count()}");
    }

    [Fact]
    public async Task A_test_that_fails_leaves_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var table = scene.Platform.AddTable(Table);
        using var xo = TestApps.Open(scene, "table-fixture");

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var fixture = await TableFixture.SeedAsync(xo.DataTables, Table, Rows(5));
            throw new InvalidOperationException($"The test found {table.Count} rows.");
        });

        Assert.Equal(0, table.Count);
    }

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task Rows_of_a_killed_run_are_deleted_by_the_next_and_no_others(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var table = scene.Platform.AddTable(Table);
        table.AddRow(System.Text.Json.JsonElement.Parse("""{"Name":"A real customer"}"""));
        using var xo = TestApps.Open(scene, "table-fixture");
        var reports = new List<string>();

        // Killed: nobody disposes it.
        await TableFixture.SeedAsync(xo.DataTables, Table, Rows(7), new PastClock(TimeSpan.FromHours(7)));
        await using var running = await TableFixture.SeedAsync(xo.DataTables, Table, Rows(4), new PastClock(TimeSpan.FromHours(5)));
        scene.Break(weather);
        var exitCode = await FixtureCommand.RunAsync(
            xo.DataTables,
            Table,
            Rows(2),
            TimeSpan.FromHours(6),
            _ => Task.FromResult(3),
            reports.Add,
            CancellationToken.None
        );

        Assert.Equal(3, exitCode);
        Assert.Equal("deleted 7 rows of killed runs", reports[0]);
        Assert.Equal(["A real customer", .. Names(4)], table.Rows.Select(static row => row["Name"].GetString()));
    }

    [Fact]
    public async Task Rows_that_the_platform_rejects_leave_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var table = scene.Platform.AddTable(Table);
        using var xo = TestApps.Open(scene, "table-fixture");

        await Assert.ThrowsAsync<KoreXoValidationException>(() =>
            TableFixture.SeedAsync(xo.DataTables, Table, [.. Rows(2), new Dictionary<string, JsonAny> { ["sys_Id"] = "mine" }])
        );

        Assert.Equal(0, table.Count);
    }

    [Fact]
    public async Task A_run_that_is_canceled_while_it_seeds_leaves_nothing()
    {
        await using var scene = await Scene.StartAsync();
        var table = scene.Platform.AddTable(Table);
        using var xo = TestApps.Open(scene, "table-fixture");
        using var stop = new CancellationTokenSource();
        scene.Platform.Faults = FaultPlan.From(call =>
        {
            if (call.OperationId == "insertRows")
            {
                stop.Cancel();
            }

            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            TableFixture.SeedAsync(xo.DataTables, Table, Rows(5), cancellationToken: stop.Token)
        );

        Assert.Equal(0, table.Count);
    }

    private static IReadOnlyDictionary<string, JsonAny>[] Rows(int count) =>
        [.. Names(count).Select(static name => new Dictionary<string, JsonAny> { ["Name"] = name })];

    private static IEnumerable<string> Names(int count) => Enumerable.Range(1, count).Select(static number => $"Customer {number:00}");

    private static async Task<List<string>> ReadAsync(DataTablesClient tables, TableFixture fixture) =>
        await tables
            .ListRowsAsync(Table, new() { Query = fixture.Filter }, new() { Limit = 7 })
            .Select(static row => row["Name"].AsString())
            .Order()
            .ToListAsync();

    private sealed class PastClock(TimeSpan age) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - age;
    }
}
