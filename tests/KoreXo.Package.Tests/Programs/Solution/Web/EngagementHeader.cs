using KoreXo.Analytics;
using Microsoft.Extensions.Options;

namespace Travel.Web;

/// <summary>Adds the number of users to each response that asks for it.</summary>
internal sealed class EngagementHeader(RequestDelegate next)
{
    // why: User Engagement Trend (platform)
    public async Task InvokeAsync(HttpContext context, AnalyticsClient analytics, IOptions<WebSettings> settings)
    {
        if (context.Request.Headers.ContainsKey("X-Engagement"))
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var trend = await analytics.GetUserEngagementTrendAsync(
                settings.Value.Bot,
                today.AddDays(-1),
                today,
                cancellationToken: context.RequestAborted
            );
            context.Response.Headers["X-Engagement"] = $"{trend.TotalResults}";
        }

        await next(context);
    }
}
