using System.Collections.Concurrent;
using KoreXo.Analytics;

namespace Travel.Insights;

/// <summary>Remembers the sessions of a day, so that a dashboard may ask often.</summary>
internal sealed class CachedSessionReader(ISessionReader inner) : ISessionReader
{
    private readonly ConcurrentDictionary<(string Bot, DateOnly Day), Lazy<Task<IReadOnlyList<Session>>>> _days = new();

    public Task<IReadOnlyList<Session>> ReadAsync(string botId, DateTimeOffset from, CancellationToken cancellationToken) =>
        _days
            .GetOrAdd(
                (botId, DateOnly.FromDateTime(from.UtcDateTime)),
                key => new Lazy<Task<IReadOnlyList<Session>>>(() => inner.ReadAsync(key.Bot, from, CancellationToken.None))
            )
            .Value;

    public IAsyncEnumerable<string> ReadErrorsAsync(string botId, string userId, CancellationToken cancellationToken) =>
        inner.ReadErrorsAsync(botId, userId, cancellationToken);
}
