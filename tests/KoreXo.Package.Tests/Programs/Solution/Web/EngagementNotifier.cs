using KoreXo.Analytics;
using Microsoft.Extensions.Options;

namespace Travel.Web;

/// <summary>Says how many users are concerned.</summary>
internal sealed class EngagementNotifier(AnalyticsClient analytics, IOptions<WebSettings> settings, ILogger<EngagementNotifier> log)
    : INotifier
{
    public async Task NotifyAsync(string text, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var trend = await analytics.GetUserEngagementTrendAsync(
            settings.Value.Bot,
            today.AddDays(-7),
            today,
            cancellationToken: cancellationToken
        );
        log.LogInformation("{Text} concerns {Users} users", text, trend.TotalResults);
    }
}
