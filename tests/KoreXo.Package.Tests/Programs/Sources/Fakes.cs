using KoreXo;
using KoreXo.Analytics;
using KoreXo.BotDefinition;

namespace Programs;

/// <summary>Code of a user's, tested with clients that never send anything.</summary>
internal static class Fakes
{
    public static async Task RunAsync(string[] args)
    {
        var report = new NightlyReport(new FakeAnalytics(), new FakeBots());
        Console.WriteLine(await report.WriteAsync("st-1"));
    }

    private sealed class NightlyReport(AnalyticsClient analytics, BotDefinitionClient bots)
    {
        public async Task<string> WriteAsync(string botId)
        {
            var sessions = 0;
            await foreach (var session in analytics.ListSessionsAsync(botId))
            {
                sessions += session.UserId is null ? 0 : 1;
            }

            var export = await bots.StartBotExportAsync(botId, new BotExportRequest { ExportType = BotExportType.Published });
            var done = await export.WaitAsync();
            return $"{sessions} sessions of known users, backup {done.FileId}";
        }
    }

    private sealed class FakeAnalytics : AnalyticsClient
    {
        public override PagedResult<Session> ListSessionsAsync(
            string botId,
            SessionsRequest? request = null,
            ListSessionsOptions? options = null,
            CallOptions? call = null,
            CancellationToken cancellationToken = default
        ) =>
            PagedResult.FromPages([
                new Page<Session>([new Session { SessionId = "1", UserId = "u-1" }]),
                new Page<Session>([new Session { SessionId = "2" }, new Session { SessionId = "3", UserId = "u-2" }]),
            ]);
    }

    private sealed class FakeBots : BotDefinitionClient
    {
        public override Task<Job<BotExportStatus, BotExport>> StartBotExportAsync(
            string botId,
            BotExportRequest request,
            CallOptions? call = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(new Job<BotExportStatus, BotExport>("token", new BotExportStatus { FileId = "f-1" }, completed: true));
    }
}
