using System.Text.Json.Nodes;
using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Conversations;

/// <summary>Lists the messages of a user without metadata, newest first.</summary>
internal sealed class LightweightHistoryOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("listUserConversationHistoryLite", ListByQuery),
            new OperationBehavior("listConversationHistoryLite", ListByBody),
        ];

    private JsonObject ListByQuery(OperationCall call)
    {
        var query = call.Parameters;
        var (user, channel, identity) = (query.Text("userId"), Channel(query.Optional("channelType")), query.Optional("channelUId"));
        return List(
            call,
            PageWindow.AtItem(query.Integer("skip") ?? query.Integer("offset"), query.Integer("limit")),
            TimeWindow.Always,
            place => Fits(place.Session, user, channel, identity)
        );
    }

    private JsonObject ListByBody(OperationCall call)
    {
        var body = call.Body;
        var (user, channel, identity) = (body.Text("userId")!, Channel(body.Text("channelType")), body.Text("channelUId"));
        var (session, types) = (body.Text("sessionId"), body.Texts("type"));
        var isDeveloper = body.Flag("isDeveloper") ?? false; // No generated user is one.
        return List(
            call,
            PageWindow.AtItem(body.Integer("skip"), body.Integer("limit")),
            TimeWindow.Read(body.Text("dateFrom"), body.Text("dateTo")),
            place =>
                !isDeveloper
                && Fits(place.Session, user, channel, identity)
                && (session is null || place.Session.Id == session)
                && (types.Count == 0 || types.Contains(MessageAnswer.Type(place.Message), StringComparer.Ordinal))
        );
    }

    private JsonObject List(OperationCall call, PageWindow window, TimeWindow time, Func<MessagePlace, bool> condition)
    {
        var page = window.Of(platform.Conversations.Messages(platform.BotOf(call)).Find(time, latestFirst: true, condition));
        return new JsonObject
        {
            ["total"] = page.Total,
            ["moreAvailable"] = page.HasMore,
            ["messages"] = WireValue.Array(page.Items.Select(place => Describe(place.Message))),
        };
    }

    /// <summary>Returns the channel; the web SDK has two names here.</summary>
    private static string? Channel(string? name) => name == "web-sdk" ? "rtm" : name;

    private static bool Fits(SimulatedSession session, string user, string? channel, string? identity) =>
        session.IsOf(user) && (channel is null || session.Channel == channel) && (identity is null || session.IsOf(identity));

    private static JsonObject Describe(SimulatedMessage message)
    {
        var session = message.Session;
        var json = MessageAnswer.Common(message);
        json["components"] = MessageAnswer.Components(message, withId: false);
        json["channels"] = new JsonArray(
            new JsonObject
            {
                ["from"] = message.IsIncoming ? session.UserId : session.Bot.Id,
                ["to"] = message.IsIncoming ? session.Bot.Id : session.UserId,
                ["channelUId"] = session.ChannelUserId,
            }
        );
        return json;
    }
}
