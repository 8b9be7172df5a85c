using System.Runtime.CompilerServices;
using KoreXo.Analytics;

namespace Travel.Insights;

internal sealed class SessionReader(AnalyticsClient analytics) : ISessionReader
{
    async Task<IReadOnlyList<Session>> ISessionReader.ReadAsync(string botId, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var sessions = new List<Session>();
        var request = new SessionsRequest { From = from };
        await foreach (var session in analytics.ListSessionsAsync(botId, request, cancellationToken: cancellationToken).SkipUnreadable())
        {
            sessions.Add(session);
        }

        return sessions;
    }

    async IAsyncEnumerable<string> ISessionReader.ReadErrorsAsync(
        string botId,
        string userId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var log in analytics.ListDebugLogsAsync(botId, userId, cancellationToken: cancellationToken))
        {
            if (log.DebugTitle is { Length: > 0 } title)
            {
                yield return title;
            }
        }
    }
}
