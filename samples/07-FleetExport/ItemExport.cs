using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KoreXo;
using KoreXo.Analytics;

namespace FleetExport;

/// <summary>Reads the rows of an item, and writes each on a line.</summary>
internal sealed class ItemExport(AnalyticsClient analytics, int pageSize)
{
    private static readonly JsonSerializerOptions Json = new() { TypeInfoResolver = AnalyticsJson.Resolver };
    private static readonly JsonTypeInfo<Session> SessionType = (JsonTypeInfo<Session>)Json.GetTypeInfo(typeof(Session));
    private static readonly JsonTypeInfo<ConversationMessage> MessageType =
        (JsonTypeInfo<ConversationMessage>)Json.GetTypeInfo(typeof(ConversationMessage));

    /// <summary>Writes all rows of an item.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="InvalidDataException">The data changed while it was read, so that pages may have shifted.</exception>
    public Task<long> WriteAsync(WorkItem item, Stream content, Action<long> report, CancellationToken cancellationToken)
    {
        if (item.Kind == WorkItem.Sessions)
        {
            var sessions = new SessionsRequest { From = item.From, To = item.To };
            var list = analytics.ListSessionsAsync(item.Bot, sessions, cancellationToken: cancellationToken);
            return WriteAsync(list, pageSize, SessionType, content, report, cancellationToken);
        }

        var messages = new ConversationHistoryRequest
        {
            From = item.From,
            To = item.To,
            Forward = true,
        };
        var history = analytics.ListConversationHistoryV2Async(item.Bot, messages, cancellationToken: cancellationToken);
        return WriteAsync(history, pageSize, MessageType, content, report, cancellationToken);
    }

    private static async Task<long> WriteAsync<T>(
        PagedResult<T> list,
        int? pageSize,
        JsonTypeInfo<T> type,
        Stream content,
        Action<long> report,
        CancellationToken cancellationToken
    )
    {
        long rows = 0;
        long? total = null;
        await foreach (var page in list.AsPages(pageSize: pageSize, cancellationToken: cancellationToken))
        {
            foreach (var row in page.Items)
            {
                JsonSerializer.Serialize(content, row, type);
                content.WriteByte((byte)'\n');
            }

            rows += page.Items.Count;
            report(rows);
            total ??= page.Total;
            if (page.Total != total)
            {
                throw new InvalidDataException($"the number of rows changed from {total} to {page.Total} while they were read");
            }
        }

        return total is null || rows == total ? rows : throw new InvalidDataException($"{rows} rows were read where {total} were reported");
    }
}
