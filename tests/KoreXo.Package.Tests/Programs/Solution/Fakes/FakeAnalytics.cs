using KoreXo;
using KoreXo.Analytics;

namespace Travel.Fakes;

/// <summary>Analytics of two users, without a platform.</summary>
internal class FakeAnalytics : AnalyticsClient
{
    public int Listed { get; private set; }

    public override PagedResult<Session> ListSessionsAsync(
        string botId,
        SessionsRequest? request = null,
        ListSessionsOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        Listed++;
        return PagedResult.FromPages([
            new Page<Session>([new Session { SessionId = "1", UserId = "ada" }]),
            new Page<Session>([new Session { SessionId = "2", UserId = "grace" }]),
        ]);
    }

    public override PagedResult<DebugLog> ListDebugLogsAsync(
        string botId,
        string identity,
        ListDebugLogsOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => PagedResult.FromPages([new Page<DebugLog>([new DebugLog { DebugTitle = "Timeout" }, new DebugLog()])]);

    public override PagedResult<ConversationMessage> ListUserConversationHistoryAsync(
        string botId,
        string userId,
        ListUserConversationHistoryOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => PagedResult.FromPages([new Page<ConversationMessage>([new ConversationMessage { Id = "m-1", Type = "incoming" }])]);

    public override Task<FindIntentResult> FindIntentAsync(
        string botId,
        FindIntentRequest request,
        FindIntentOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new FindIntentResult { Response = new FoundIntent { Task = "Book" } });
}
