using KoreXo;
using KoreXo.DataTables;
using KoreXo.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Travel.Insights;
using Xunit;

namespace Travel.Fakes;

/// <summary>The library against the simulated platform, over HTTP.</summary>
public sealed class SimulatedPlatformTests : IAsyncLifetime
{
    private XoSimulator _platform = null!;
    private SimulatedBot _bot = null!;
    private KoreXoClient _xo = null!;

    public async Task InitializeAsync()
    {
        _platform = await XoSimulator.StartAsync();
        _bot = _platform.AddBot("Travel");
        _platform.SeedSessions(_bot, 3);
        _platform.AddTable("Contacts");
        _xo = Connect(AppKind.Platform, AppKind.Data);
    }

    public async Task DisposeAsync()
    {
        _xo.Dispose();
        await _platform.DisposeAsync();
    }

    // why: Billing Sessions (platform) or Billing > Usage > Billing Sessions (admin)
    // why: Bot Sessions (platform) or Bot Analytics > Bot Sessions (admin)
    [Fact]
    public async Task Sessions_and_bills_agree()
    {
        await using var services = Services.Create(_xo.Analytics, _xo.BotDefinition);
        var reader = new ComparingReader(services.GetRequiredService<ISessionReader>(), _xo.Analytics);

        var sessions = await reader.ReadAsync(_bot.Id, TimeProvider.System.GetUtcNow().AddDays(-30), CancellationToken.None);

        Assert.NotEmpty(sessions);
    }

    // why: Bot Export (platform) or Bot Definition > Bot Export (admin)
    [Fact]
    public async Task A_backup_has_a_file()
    {
        await using var services = Services.Create(_xo.Analytics, _xo.BotDefinition);

        Assert.NotNull(await services.GetRequiredService<IBackups>().SaveAsync(_bot.Id, CancellationToken.None));
    }

    // why: Read access to the Data Table on Contacts (data)
    // why: Write access to the Data Table on Contacts (data)
    [Fact]
    public async Task A_row_that_is_inserted_is_found()
    {
        var names = new[] { "Ada", "Grace" };
        await Task.WhenAll(names.Select(InsertAsync));

        var found = new List<string>();
        await foreach (var row in _xo.DataTables.ListRowsAsync("Contacts", new ListRowsRequest()))
        {
            found.Add(row["Name"].AsString());
        }

        Assert.Equal(names, found.Order(StringComparer.Ordinal));

        Task InsertAsync(string name) =>
            _xo.DataTables.InsertRowAsync("Contacts", new InsertRowRequest { Row = new Dictionary<string, JsonAny> { ["Name"] = name } });
    }

    // why: Chat History (platform) or Bot Analytics > Chat History (admin)
    [Fact]
    public async Task Without_the_scope_there_is_no_transcript()
    {
        var app = _platform.AddApp(AppKind.Platform, "Bot Sessions");
        using var poor = new KoreXoClient(
            new KoreXoClientOptions { Endpoint = _platform.Endpoint, Credential = new JwtCredential(app.ClientId, app.ClientSecret) }
        );

        var refused = await Assert.ThrowsAsync<KoreXoScopeException>(() =>
            new Transcripts(poor.Analytics).ReadAsync(_bot.Id, "ada", CancellationToken.None)
        );

        Assert.Contains("Chat History", refused.Message, StringComparison.Ordinal);
    }

    private KoreXoClient Connect(params AppKind[] kinds)
    {
        var options = new KoreXoClientOptions { Endpoint = _platform.Endpoint };
        foreach (var kind in kinds)
        {
            var app = _platform.AddAppWithAllScopes(kind);
            options.Credentials[kind.ToString().ToLowerInvariant()] = new JwtCredential(app.ClientId, app.ClientSecret);
        }

        return new KoreXoClient(options);
    }
}
