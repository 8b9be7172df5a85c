using KoreXo;
using KoreXo.Analytics;

namespace Travel.Pipeline;

/// <summary>What happened yesterday, as far as the app may know.</summary>
internal sealed class Report(KoreXoClient xo, string botId)
{
    private readonly bool _seesLogs = xo.Analytics.HoldsScopes("Debug Logs");

    public async Task<int> WriteAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var users = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var session in Recent())
        {
            users.Add(session.UserId ?? "unknown");
        }

        foreach (var user in users)
        {
            await output.WriteLineAsync($"{user}: {await CountErrorsAsync(user)} errors, {await CountMessagesAsync(user)} messages");
        }

        await output.WriteLineAsync($"{await CountUsersAsync()} users, {await BilledAsync() ?? -1} billed");
        return 0;

        async IAsyncEnumerable<Session> Recent()
        {
            try
            {
                await foreach (var session in xo.Analytics.ListSessionsAsync(botId, cancellationToken: cancellationToken))
                {
                    yield return session;
                }
            }
            finally
            {
                await output.FlushAsync(cancellationToken);
            }
        }

        async Task<int> CountErrorsAsync(string user)
        {
            if (!_seesLogs)
            {
                return 0;
            }

            var errors = 0;
            await foreach (var _ in xo.Analytics.ListDebugLogsAsync(botId, user, cancellationToken: cancellationToken))
            {
                errors++;
            }

            return errors;
        }

        async Task<int> CountMessagesAsync(string user)
        {
            var (messages, surveys) = (0, 0);
            if (xo is { Analytics: { } analytics } && analytics.HoldsScopes("Chat History"))
            {
                await foreach (var _ in analytics.ListUserConversationHistoryAsync(botId, user, cancellationToken: cancellationToken))
                {
                    messages++;
                }

                // The guard is about another scope.
                // KXO1001 Feedback Analytics (platform)
                await foreach (var _ in analytics.ListFeedbackResponsesAsync(botId, Yesterday(), cancellationToken: cancellationToken))
                {
                    surveys++;
                }
            }

            return messages + surveys;
        }

        async Task<long> CountUsersAsync()
        {
            try
            {
                xo.DemandScopes("User Engagement Trend");
                var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
                var trend = await xo.Analytics.GetUserEngagementTrendAsync(
                    botId,
                    day.AddDays(-1),
                    day,
                    cancellationToken: cancellationToken
                );
                return trend.TotalResults ?? 0;
            }
            catch (KoreXoScopeException)
            {
                return 0;
            }
        }

        async Task<int?> BilledAsync()
        {
            // Either credential will do, and the answer is kept in a variable.
            var may = xo.HoldsScopes("Billing Sessions") || xo.HoldsScopes("Billing > Usage > Billing Sessions");
            var now = TimeProvider.System.GetUtcNow();
            var request = new BillingSessionsRequest { From = now.AddDays(-1), To = now };
            return may
                ? await CountAsync(xo.Analytics.ListBillingSessionsAsync(botId, request, cancellationToken: cancellationToken))
                : null;
        }
    }

    private static FeedbackResponsesRequest Yesterday()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new FeedbackResponsesRequest
        {
            Filters = new FeedbackFilters { From = now.AddDays(-1), To = now },
        };
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        await foreach (var _ in items)
        {
            count++;
        }

        return count;
    }
}
