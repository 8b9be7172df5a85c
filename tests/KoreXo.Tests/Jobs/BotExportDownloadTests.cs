using KoreXo.BotDefinition;
using KoreXo.Simulator;
using KoreXo.Simulator.Tests;

namespace KoreXo.Tests.Jobs;

/// <summary>The archive of an export as a file, in one call.</summary>
public sealed class BotExportDownloadTests : PlatformTest
{
    private static readonly JobPolling Fast = new()
    {
        InitialDelay = TimeSpan.FromMilliseconds(1),
        MaxDelay = TimeSpan.FromMilliseconds(5),
    };

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"korexo-export-{Guid.NewGuid():N}.zip");

    [Fact]
    public async Task A_job_is_awaited_and_its_archive_saved()
    {
        using var client = Connect();
        try
        {
            var length = await client.DownloadBotExportAsync(await StartAsync(client), _file, Fast);

            Assert.Equal(length, new FileInfo(_file).Length);
            Assert.StartsWith("PK", await File.ReadAllTextAsync(_file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(_file);
        }
    }

    [Fact]
    public async Task A_completed_export_is_saved_from_its_status()
    {
        using var client = Connect();
        var done = await (await StartAsync(client)).WaitAsync(Fast);
        try
        {
            Assert.True(done.DownloadUrl!.IsAbsoluteUri);
            Assert.Equal(await client.DownloadBotExportAsync(done, _file), new FileInfo(_file).Length);
        }
        finally
        {
            File.Delete(_file);
        }
    }

    [Fact]
    public async Task An_export_that_is_not_done_has_nothing_to_download()
    {
        using var client = Connect();
        var job = await StartAsync(client);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.DownloadBotExportAsync(new BotExportStatus { Id = job.Id!, Status = BotTransferState.Pending }, _file)
        );

        Assert.Equal("export", exception.ParamName);
        Assert.Contains("'pending'", exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_file));
    }

    private BotDefinitionClient Connect()
    {
        var app = Platform.AddAppWithAllScopes(AppKind.Admin);
        var credential = new JwtCredential(app.ClientId, app.ClientSecret) { TimeProvider = Clock };
        return new BotDefinitionClient(new KoreXoClientOptions { Endpoint = Platform.Endpoint, Credential = credential });
    }

    private async Task<Job<BotExportStatus>> StartAsync(BotDefinitionClient client) =>
        await client.StartBotExportAsync(Platform.AddBot("Travel").Id, new BotExportRequest { ExportType = BotExportType.Latest });
}
