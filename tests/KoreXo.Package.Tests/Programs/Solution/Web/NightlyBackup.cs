using KoreXo;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using Microsoft.Extensions.Options;
using Travel.Insights;

namespace Travel.Web;

/// <summary>Saves the bot every night, and the test suites with it.</summary>
internal sealed class NightlyBackup(
    IBackups backups,
    BotDefinitionClient bots,
    AnalyticsClient analytics,
    IOptions<WebSettings> settings,
    ILogger<NightlyBackup> log
) : BackgroundService
{
    // why: Batch Tests Management (platform) or Batch Tests Management (admin)
    // why: Bot Export (platform) or Bot Definition > Bot Export (admin)
    // why: Bot Sessions (platform) or Bot Analytics > Bot Sessions (admin)
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.BackupInterval);
        do
        {
            try
            {
                await BackUpAsync(stoppingToken);
            }
            catch (KoreXoException failed) when (failed.IsTransient)
            {
                log.LogWarning(failed, "No backup tonight");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task BackUpAsync(CancellationToken cancellationToken)
    {
        var botId = settings.Value.Bot;
        using (log.BeginScope("backup of {Bot}", botId))
        {
            Func<Task<bool>> isUsed = async () =>
            {
                await foreach (var _ in analytics.ListSessionsAsync(botId, cancellationToken: cancellationToken))
                {
                    return true;
                }

                return false;
            };
            if (!await isUsed())
            {
                return;
            }

            var file = await backups.SaveAsync(botId, cancellationToken);
            log.LogInformation("Saved as {File}", file);
        }

        foreach (var state in new[] { "published", "inDevelopment" })
        {
            Action<int> report = count => log.LogInformation("{Count} suites {State}", count, state);
            var suites = 0;
            // KXO1001 Batch Tests Management (platform) or Batch Tests Management (admin)
            await foreach (var (name, suite) in bots.ListBatchTestSuitesAsync(botId, cancellationToken: cancellationToken))
            {
                suites += suite.Results.Count > 0 && name.Length > 0 ? 1 : 0;
            }

            report(suites);
        }
    }
}
