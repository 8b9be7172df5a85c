using System.Text.Json.Nodes;
using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Conversations;

/// <summary>Lists messages of a bot or of all bots, by query or body; V2 omits those of alert tasks.</summary>
internal sealed class HistoryOperations(PlatformState platform) : IOperationFamily
{
    private const int MaxSize = 100;
    private const int MaxSizeV2 = 10_000;

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior(
                "listUserConversationHistory",
                call => List(HistoryRequest.FromQuery(call), platform.BotOf(call), withAlerts: true)
            ),
            new OperationBehavior(
                "listUserConversationHistoryV2",
                call => List(HistoryRequest.FromQuery(call), platform.BotOf(call), withAlerts: false)
            ),
            new OperationBehavior(
                "listConversationHistory",
                call => List(HistoryRequest.FromBody(call, MaxSize), platform.BotOf(call), withAlerts: true)
            ),
            new OperationBehavior(
                "listConversationHistoryV2",
                call => List(HistoryRequest.FromBody(call, MaxSizeV2), platform.BotOf(call), withAlerts: false)
            ),
            new OperationBehavior(
                "listAccountConversationHistory",
                call => List(HistoryRequest.FromBody(call, MaxSize), bot: null, withAlerts: true)
            ),
        ];

    private JsonObject List(HistoryRequest request, SimulatedBot? bot, bool withAlerts)
    {
        var page = request.Page.Of(Find(request, bot, withAlerts));
        return new JsonObject
        {
            ["total"] = page.Total,
            ["moreAvailable"] = page.HasMore,
            ["icon"] = "",
            ["messages"] = WireValue.Array(page.Items.Select(place => Describe(place.Message, request))),
        };
    }

    private IReadOnlyList<MessagePlace> Find(HistoryRequest request, SimulatedBot? bot, bool withAlerts)
    {
        var timeline = platform.Conversations.Messages(bot);
        var ofSession = request.Condition(withAlerts);
        Func<MessagePlace, bool>? condition = ofSession is null ? null : place => ofSession(place.Session);

        // Paging by message: the client sends the id of a message that it has, and asks for what is before or after it. The anchor is
        // looked for among all messages of the bot and not among those that the request selects, for it may be of another session.
        if (request.MessageId is { } id)
        {
            var anchor = timeline.Items.Where(place => place.Message.Id == id).Take(1).ToList() is [var found]
                ? found
                : throw RefusalException.BadRequest($"The body is not valid at /msgId: there is no message '{id}'.");
            condition = place => request.IsOnSide(place, anchor) && ofSession?.Invoke(place.Session) != false;
        }

        return timeline.Find(request.Window, latestFirst: !request.Forward, condition);
    }

    private static JsonObject Describe(SimulatedMessage message, HistoryRequest request)
    {
        var session = message.Session;
        var json = MessageAnswer.Common(message);
        json["timestampValue"] = message.SentOn.ToUnixTimeMilliseconds();
        json["components"] = MessageAnswer.Components(message, withId: true);
        json["channels"] = new JsonArray(new JsonObject { ["type"] = session.Channel, ["channelUId"] = session.ChannelUserId });
        json["tags"] = new JsonObject { [SimulatedSession.TagName] = session.Channel };
        if (request.IncludeTraceId && message.IsIncoming)
        {
            json["traceId"] = "trace-" + message.Id;
        }

        if (request.IncludeLatency && !message.IsIncoming)
        {
            json["latency"] = new JsonObject
            {
                ["totalMs"] = 800,
                ["bot"] = new JsonObject { ["durationMs"] = 800 },
            };
        }

        return json;
    }
}
