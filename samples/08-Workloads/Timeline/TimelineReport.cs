using KoreXo;

namespace Workloads.Timeline;

/// <summary>
/// Merges the changes of a bot and what administrators did in the console into one timeline. Each log is read with the credential that may
/// read it.
/// </summary>
[ScopeApp("timeline")]
internal sealed class TimelineReport(KoreXoClient xo)
{
    /// <summary>Reads both logs.</summary>
    /// <param name="botId">The id of the bot.</param>
    /// <param name="from">The first day, in UTC.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The entries, earliest first.</returns>
    public async Task<IReadOnlyList<TimelineEvent>> ReadAsync(string botId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        // Entries that are added while the pages are read shift them, so an entry may come twice. By its id it counts once.
        var events = new Dictionary<(string, string), TimelineEvent>();
        var end = new DateTimeOffset(to.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddMilliseconds(-1);
        var audit = xo.Admin.ListAdminConsoleAuditLogsAsync(
            new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero),
            end,
            cancellationToken: cancellationToken
        );
        await foreach (var entry in audit)
        {
            var time = entry.Time ?? (entry.TimestampValue is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null);
            Add(new(time, "account", entry.AuditLogId, "", entry.Category ?? "", entry.Description ?? entry.Name ?? ""));
        }

        var changes = xo.Analytics.ListChangeLogsAsync(botId, new() { From = from, To = to }, cancellationToken: cancellationToken);
        await foreach (var entry in changes)
        {
            Add(new(entry.CreatedOn, "bot", entry.Id, entry.UserId?.EmailId ?? "", entry.ResourceType ?? "", entry.Message ?? ""));
        }

        // Both logs have the latest entry first. Reversed, entries of the same moment keep their order, since sorting is stable.
        return [.. events.Values.Reverse().OrderBy(static entry => entry.Time)];

        void Add(TimelineEvent entry) => events.TryAdd((entry.Source, entry.Id), entry);
    }
}
