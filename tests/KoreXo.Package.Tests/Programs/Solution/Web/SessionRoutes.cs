using KoreXo.Analytics;
using Microsoft.Extensions.Options;
using Travel.Insights;

namespace Travel.Web;

internal static class SessionRoutes
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/sessions");

        // why: Bot Sessions (platform) or Bot Analytics > Bot Sessions (admin)
        group.MapGet("/count", CountAsync);

        // why: Bot Sessions (platform) or Bot Analytics > Bot Sessions (admin)
        group.MapGet(
            "/today",
            async (ISessionReader reader, IOptions<WebSettings> settings, CancellationToken cancellationToken) =>
            {
                var today = TimeProvider.System.GetUtcNow().AddDays(-1);
                var sessions = await reader.ReadAsync(settings.Value.Bot, today, cancellationToken);
                return sessions.Select(static session => new { session.SessionId, session.UserId });
            }
        );

        // why: Debug Logs (platform)
        group.MapGet(
            "/errors/{userId}",
            static (string userId, ISessionReader reader, IOptions<WebSettings> settings, CancellationToken cancellationToken) =>
                reader.ReadErrorsAsync(settings.Value.Bot, userId, cancellationToken)
        );

        // why: Chat History (platform) or Bot Analytics > Chat History (admin)
        group.MapGet("/transcript/{userId}", TranscriptAsync);

        // Asked by the load balancer; needs nothing.
        group.MapGet("/health", static () => Results.Ok());

        // why: Logs History (platform) or Logs > Bot Audit Logs (admin)
        group.MapGet(
            "/changes",
            (AnalyticsClient analytics, IOptions<WebSettings> settings, CancellationToken cancellationToken) =>
            {
                Func<ChangeLog, bool> recent = static change => change.CreatedOn is not null;
                // KXO1001 Logs History (platform) or Logs > Bot Audit Logs (admin)
                return Keep(analytics.ListChangeLogsAsync(settings.Value.Bot, cancellationToken: cancellationToken), recent);
            }
        );
    }

    private static async Task<int> CountAsync(ISessionReader reader, IOptions<WebSettings> settings, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(settings.Value.Bot, TimeProvider.System.GetUtcNow().AddDays(-30), cancellationToken)).Count;

    private static Task<string> TranscriptAsync(
        string userId,
        Transcripts transcripts,
        IOptions<WebSettings> settings,
        CancellationToken cancellationToken
    ) =>
        // KXO1001 Chat History (platform) or Bot Analytics > Chat History (admin)
        transcripts.ReadAsync(settings.Value.Bot, userId, cancellationToken);

    private static async IAsyncEnumerable<T> Keep<T>(IAsyncEnumerable<T> items, Func<T, bool> predicate)
    {
        await foreach (var item in items)
        {
            if (predicate(item))
            {
                yield return item;
            }
        }
    }
}
