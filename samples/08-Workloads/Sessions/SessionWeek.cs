using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KoreXo;
using KoreXo.Analytics;

namespace Workloads.Sessions;

/// <summary>
/// Exports sessions of all containment types with their messages, day by day. A day's file gets its name once it is complete, so an
/// interrupted export goes on with the first day that has no file.
/// </summary>
[ScopeApp("session-week")]
internal sealed class SessionWeek(AnalyticsClient analytics, string botId, string folder, Action<string> report)
{
    private const int SessionsPerRequest = 50;

    private static readonly JsonSerializerOptions Json = new() { TypeInfoResolver = AnalyticsJson.Resolver };
    private static readonly JsonTypeInfo<Session> SessionType = (JsonTypeInfo<Session>)Json.GetTypeInfo(typeof(Session));
    private static readonly JsonTypeInfo<ConversationMessage> MessageType =
        (JsonTypeInfo<ConversationMessage>)Json.GetTypeInfo(typeof(ConversationMessage));

    // The last list has no filter: it adds the sessions that have none of the three types, such as open ones.
    private static readonly ContainmentType?[] Types = [ContainmentType.SelfService, ContainmentType.DropOff, ContainmentType.Agent, null];

    /// <summary>Gets the number of sessions to ask for at once.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Exports days.</summary>
    /// <param name="first">The first day, in UTC.</param>
    /// <param name="count">The number of days. The last one should be over, so that its sessions do not change any more.</param>
    /// <param name="cancellationToken">A token to cancel the export, which can be resumed.</param>
    /// <returns>The totals of the days that this run exported.</returns>
    public async Task<IReadOnlyList<DayTotal>> RunAsync(DateOnly first, int count, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var totals = new List<DayTotal>();
        for (var day = first; day < first.AddDays(count); day = day.AddDays(1))
        {
            var path = Path.Combine(folder, FormattableString.Invariant($"sessions-{day:yyyy-MM-dd}.jsonl"));
            if (File.Exists(path))
            {
                continue;
            }

            await using (var file = File.Create(path + ".part"))
            {
                totals.Add(await ExportAsync(day, file, cancellationToken));
                file.Flush(flushToDisk: true);
            }

            File.Move(path + ".part", path);
            report(totals[^1].ToString());
        }

        return totals;
    }

    private async Task<DayTotal> ExportAsync(DateOnly day, Stream file, CancellationToken cancellationToken)
    {
        // The platform's time windows include both bounds, and its times have millisecond precision.
        var from = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var request = new SessionsRequest { From = from, To = from.AddDays(1).AddMilliseconds(-1) };
        var (seen, types, messages, incomplete) = (
            new HashSet<string>(StringComparer.Ordinal),
            new SortedDictionary<string, int>(StringComparer.Ordinal),
            0,
            new List<string>()
        );
        foreach (var type in Types)
        {
            var list = analytics.ListSessionsAsync(
                botId,
                request,
                new ListSessionsOptions { ContainmentType = type },
                cancellationToken: cancellationToken
            );
            await foreach (var page in list.AsPages(pageSize: PageSize, cancellationToken: cancellationToken))
            {
                foreach (var sessions in page.Items.Where(session => seen.Add(session.SessionId)).Chunk(SessionsPerRequest))
                {
                    var found = await MessagesAsync(sessions, cancellationToken);
                    foreach (var session in sessions)
                    {
                        IReadOnlyList<ConversationMessage> own = [.. found[session.SessionId]];
                        Write(file, session, own);
                        types[type?.Value ?? "none"] = types.GetValueOrDefault(type?.Value ?? "none") + 1;
                        messages += own.Count;
                        if (own.Count < session.MessageCount)
                        {
                            incomplete.Add(session.SessionId);
                        }
                    }
                }
            }
        }

        return new DayTotal(day, types, messages, incomplete);
    }

    /// <summary>
    /// Returns the messages of sessions. They are asked for by session and not by time, since a session may go on after midnight. The large
    /// pages of V2 lack the messages of alert tasks, so sessions with fewer messages than announced are looked up in V1 too.
    /// </summary>
    private async Task<ILookup<string?, ConversationMessage>> MessagesAsync(Session[] sessions, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ConversationMessage>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await AddAsync(analytics.ListConversationHistoryV2Async(botId, Of(sessions), cancellationToken: cancellationToken));
        var rest = sessions.Where(session => counts.GetValueOrDefault(session.SessionId) < session.MessageCount).ToList();
        if (rest.Count > 0)
        {
            await AddAsync(analytics.ListConversationHistoryAsync(botId, Of(rest), cancellationToken: cancellationToken));
        }

        return found.Values.OrderBy(static message => message.CreatedOn).ToLookup(static message => message.SessionId);

        async Task AddAsync(PagedResult<ConversationMessage> list)
        {
            await foreach (var message in list)
            {
                if (found.TryAdd(message.Id, message) && message.SessionId is { } id)
                {
                    counts[id] = counts.GetValueOrDefault(id) + 1;
                }
            }
        }

        static ConversationHistoryRequest Of(IEnumerable<Session> sessions) =>
            new() { SessionIds = [.. sessions.Select(static session => session.SessionId)], Forward = true };
    }

    private static void Write(Stream file, Session session, IReadOnlyList<ConversationMessage> messages)
    {
        using (var line = new Utf8JsonWriter(file))
        {
            line.WriteStartObject();
            line.WritePropertyName("session");
            JsonSerializer.Serialize(line, session, SessionType);
            line.WriteStartArray("messages");
            foreach (var message in messages)
            {
                JsonSerializer.Serialize(line, message, MessageType);
            }

            line.WriteEndArray();
            line.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
    }
}
