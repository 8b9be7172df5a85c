using KoreXo.Analytics;

namespace Programs;

/// <summary>Counts the sessions of a bot once, then ends the host.</summary>
internal sealed class SessionCounter(AnalyticsClient analytics, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var count = 0;
        await foreach (var session in analytics.ListSessionsAsync(Platform.Bot, cancellationToken: stoppingToken))
        {
            count += session.SessionId.Length > 0 ? 1 : 0;
        }

        Console.WriteLine($"{count} sessions");
        lifetime.StopApplication();
    }
}
