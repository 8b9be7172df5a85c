using System.Globalization;
using System.Text.Json;
using KoreXo;
using KoreXo.Analytics;

namespace Workloads.Usage;

/// <summary>Sums up the requests to language models and the billing sessions of bots, entry by entry.</summary>
[ScopeApp("usage-report")]
internal sealed class UsageReport(AnalyticsClient analytics, int pageSize = 100)
{
    /// <summary>Reads the usage in a month that has ended.</summary>
    /// <param name="bots">The ids of the bots.</param>
    /// <param name="month">The first day of the month, in UTC.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="InvalidDataException">Entries were added or removed while the pages were read.</exception>
    public async Task<MonthlyUsage> ReadAsync(IEnumerable<string> bots, DateOnly month, CancellationToken cancellationToken)
    {
        var (llm, billing) = (new List<LlmUsage>(), new List<BillingUsage>());
        foreach (var bot in bots.Distinct(StringComparer.Ordinal))
        {
            llm.AddRange(await ReadLlmAsync(bot, month, cancellationToken));
            billing.AddRange(await ReadBillingAsync(bot, month, cancellationToken));
        }

        return new MonthlyUsage(month, llm, billing);
    }

    private async Task<IEnumerable<LlmUsage>> ReadLlmAsync(string bot, DateOnly month, CancellationToken cancellationToken)
    {
        var logs = await ListLlmAsync(skip: 0)
            .AsPages(pageSize: pageSize, cancellationToken: cancellationToken)
            .SelectMany(static page => page.Items)
            .ToListAsync(cancellationToken);

        // The list says neither how long it is nor whether there is more: a short page ends it. A server with smaller pages than requested
        // would end it too early.
        if (
            await ListLlmAsync(logs.Count)
                .AsPages(pageSize: 1, cancellationToken: cancellationToken)
                .AnyAsync(static page => page.Items.Count > 0, cancellationToken)
        )
        {
            throw new InvalidDataException($"{bot}: there are more than {logs.Count} requests to language models; try smaller pages.");
        }

        return logs.GroupBy(static log => (log.ModelName, log.FeatureName))
            .Select(group => new LlmUsage(
                bot,
                group.Key.ModelName ?? "",
                group.Key.FeatureName ?? "",
                group.LongCount(),
                group.LongCount(static log => log.StatusCode >= 400),
                group.Sum(static log => log.PayloadDetails?.RequestTokens ?? 0),
                group.Sum(static log => log.PayloadDetails?.ResponseTokens ?? 0),
                group.Sum(static log => log.TimeTaken ?? 0)
            ));

        PagedResult<LlmUsageLog> ListLlmAsync(int skip) =>
            analytics.ListLlmUsageLogsAsync(
                bot,
                new()
                {
                    From = month,
                    To = month.AddMonths(1).AddDays(-1),
                    ExtensionData = new Dictionary<string, JsonElement>
                    {
                        ["skip"] = ((JsonAny)skip.ToString(CultureInfo.InvariantCulture)).AsElement(),
                    },
                },
                cancellationToken: cancellationToken
            );
    }

    private async Task<IEnumerable<BillingUsage>> ReadBillingAsync(string bot, DateOnly month, CancellationToken cancellationToken)
    {
        var request = new BillingSessionsRequest
        {
            From = new DateTimeOffset(month, TimeOnly.MinValue, TimeSpan.Zero),
            To = new DateTimeOffset(month.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero).AddMilliseconds(-1),
        };
        var sessions = new List<BillingSession>();
        long? total = null;
        var list = analytics.ListBillingSessionsAsync(bot, request, cancellationToken: cancellationToken);
        await foreach (var page in list.AsPages(pageSize: pageSize, cancellationToken: cancellationToken))
        {
            sessions.AddRange(page.Items);
            total ??= page.Total;
            if (page.Total != total || (page.Continuation is null && total is not null && total != sessions.Count))
            {
                throw new InvalidDataException($"{bot}: {sessions.Count} billing sessions were read, {total} and {page.Total} reported.");
            }
        }

        return sessions
            .DistinctBy(static session => session.BillingSessionId ?? session.ConversationSessionId)
            .GroupBy(static session => (session.BillingSessionType, session.Channel))
            .Select(group => new BillingUsage(bot, group.Key.BillingSessionType ?? "", group.Key.Channel ?? "", group.LongCount()));
    }
}
