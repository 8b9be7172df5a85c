using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Conversations;

/// <summary>Lists the sessions of a bot or of all bots, latest start first.</summary>
internal sealed class SessionOperations(PlatformState platform) : IOperationFamily
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(7);

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("listSessions", call => List(call, platform.BotOf(call))),
            new OperationBehavior("listAccountSessions", call => List(call, bot: null)),
        ];

    private JsonObject List(OperationCall call, SimulatedBot? bot)
    {
        var body = call.Body;
        var page = PageWindow.AtItem(body.Integer("skip") ?? body.Integer("offset"), body.Integer("limit")).Of(Find(call, bot));
        return new JsonObject
        {
            ["total"] = page.Total,
            ["moreAvailable"] = page.HasMore,
            ["sessions"] = WireValue.Array(page.Items.Select(Describe)),
        };
    }

    private IReadOnlyList<SimulatedSession> Find(OperationCall call, SimulatedBot? bot)
    {
        var (body, query) = (call.Body, call.Parameters);
        var sessions = platform.Conversations.Sessions(bot);
        var ids = body.Texts("sessionId");
        if (ids.Count > 0)
        {
            // With ids, all other filters are ignored.
            return sessions.Find(TimeWindow.Always, latestFirst: true, session => ids.Contains(session.Id, StringComparer.Ordinal));
        }

        var (user, type) = (body.Text("userId"), body.Text("sessionType"));
        var (containment, callId) = (query.Optional("containmentType"), query.Optional("callId"));
        var tags =
            body.Member("tags")?.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.ToString(), StringComparer.Ordinal) ?? [];
        var isUnfiltered = user is null && type is null && containment is null && callId is null && tags.Count == 0;
        var window = TimeWindow.Read(body.Text("dateFrom"), body.Text("dateTo")).Closed(platform.Now, DefaultWindow);
        return sessions.Find(
            window,
            latestFirst: true,
            isUnfiltered
                ? null
                : session =>
                    (user is null || session.IsOf(user))
                    && (type is null || session.SessionType == type)
                    && (containment is null || session.Containment == containment)
                    && (callId is null || session.CallId == callId)
                    && session.HasTags(tags)
        );
    }

    private static JsonObject Describe(SimulatedSession session) =>
        new()
        {
            ["sessionId"] = session.Id,
            ["botId"] = session.Bot.Id,
            ["channel"] = session.Channel,
            ["userId"] = session.UserId,
            ["start_time"] = WireTime.Format(session.StartedOn),
            ["end_time"] = WireTime.Format(session.EndedOn),
            ["session_lang"] = new JsonArray("en"),
            ["sessionType"] = session.SessionType,
            ["isDeveloper"] = false,
            ["sessionStatus"] = "closed",
            ["tags"] = new JsonObject
            {
                ["userTags"] = new JsonArray(),
                ["sessionTags"] = new JsonArray(new JsonObject { ["value"] = session.Channel, ["name"] = SimulatedSession.TagName }),
                ["altText"] = new JsonArray(),
            },
            ["noOfMessagesExchanged"] = session.MessageCount,
            ["noOfTasksExecuted"] = 1,
            ["containmentType"] = session.Containment,
        };
}
