using KoreXo.Analytics;
using Microsoft.Extensions.Options;

namespace Travel.Web;

/// <summary>Keeps the number of billed sessions at hand, refreshed by a timer.</summary>
internal sealed class UsageRefresh(AnalyticsClient analytics, IOptions<WebSettings> settings, ILogger<UsageRefresh> log)
    : IHostedService,
        IAsyncDisposable
{
    private Timer? _timer;

    public int Billed { get; private set; }

    // why: Billing Sessions (platform) or Billing > Usage > Billing Sessions (admin)
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // why: Billing Sessions (platform) or Billing > Usage > Billing Sessions (admin)
        _timer = new Timer(state => _ = RefreshAsync((string)state!), settings.Value.Bot, TimeSpan.Zero, settings.Value.UsageInterval);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Change(Timeout.Infinite, Timeout.Infinite);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }
    }

    private async Task RefreshAsync(string botId)
    {
        var now = TimeProvider.System.GetUtcNow();
        var request = new BillingSessionsRequest { From = now.AddDays(-1), To = now };
        try
        {
            var billed = 0;
            // KXO1001 Billing Sessions (platform) or Billing > Usage > Billing Sessions (admin)
            await foreach (var session in analytics.ListBillingSessionsAsync(botId, request))
            {
                billed += session.BillingSessionType is null ? 0 : 1;
            }

            Billed = billed;
        }
        catch (KoreXo.KoreXoException failed)
        {
            log.LogWarning(failed, "The number of billed sessions is old");
        }

#if LLM_USAGE
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        await foreach (var usage in analytics.ListLlmUsageLogsAsync(botId, new LlmUsageLogsRequest { From = day, To = day }))
        {
            log.LogInformation("{Model} took {Time}", usage.ModelName, usage.TimeTaken);
        }
#endif
    }
}
