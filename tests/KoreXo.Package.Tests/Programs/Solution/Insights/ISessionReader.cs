using KoreXo.Analytics;

namespace Travel.Insights;

/// <summary>Reads what the users of a bot did.</summary>
public interface ISessionReader
{
    Task<IReadOnlyList<Session>> ReadAsync(string botId, DateTimeOffset from, CancellationToken cancellationToken);

    IAsyncEnumerable<string> ReadErrorsAsync(string botId, string userId, CancellationToken cancellationToken);
}
