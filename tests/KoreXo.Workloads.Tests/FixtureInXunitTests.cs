using KoreXo.DataTables;
using Workloads.Fixtures;

namespace KoreXo.Workloads;

/// <summary>A fixture as tests of a user have it: the rows exist before the first test of the class, and are gone after the last.</summary>
public sealed class FixtureInXunitTests(FixtureInXunitTests.Customers customers) : IClassFixture<FixtureInXunitTests.Customers>
{
    [Fact]
    public async Task A_customer_of_this_run_is_found() =>
        Assert.Contains(await customers.ListAsync(), static row => row["Name"].AsString() == "Ada");

    [Fact]
    public async Task There_are_no_customers_of_other_runs() => Assert.Equal(2, (await customers.ListAsync()).Count);

    public sealed class Customers : IAsyncLifetime
    {
        private Scene? _scene;
        private KoreXoClient? _xo;
        private TableFixture? _fixture;

        public async Task InitializeAsync()
        {
            _scene = await Scene.StartAsync();
            _scene.Platform.AddTable("Customers");
            _xo = TestApps.Open(_scene, "table-fixture");
            _fixture = await TableFixture.SeedAsync(
                _xo.DataTables,
                "Customers",
                [new Dictionary<string, JsonAny> { ["Name"] = "Ada" }, new Dictionary<string, JsonAny> { ["Name"] = "Grace" }]
            );
        }

        public async Task<IReadOnlyList<IReadOnlyDictionary<string, JsonAny>>> ListAsync() =>
            await _xo!.DataTables.ListRowsAsync("Customers", new ListRowsRequest { Query = _fixture!.Filter }).ToListAsync();

        public async Task DisposeAsync()
        {
            await _fixture!.DisposeAsync();
            _xo!.Dispose();
            await _scene!.DisposeAsync();
        }
    }
}
