using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Logs;

/// <summary>Lists the debug logs of a user's conversations, oldest first: one entry for each message.</summary>
internal sealed class DebugLogOperations(PlatformState platform) : IOperationFamily
{
    private const string VoiceAssistant = "smartassist";

    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("listDebugLogs", List)];

    private JsonArray List(OperationCall call)
    {
        var (bot, query) = (platform.BotOf(call), call.Parameters);
        var (identity, channel) = (query.Text("identity"), query.Optional("channelType") ?? "rtm");
        var isShort = query.Flag("minimumInfo");
        var places = platform
            .Conversations.Messages(bot)
            .Find(
                TimeWindow.Read(query.Optional("fromDate"), query.Optional("toDate")),
                latestFirst: false,
                place => place.Session.Channel == channel && IsOf(place.Session, identity)
            );
        var page = PageWindow.AtItem(query.Integer("offset"), query.Integer("limit")).Of(places);
        return WireValue.Array(page.Items.Select(place => Describe(place.Message, identity, isShort)));
    }

    /// <summary>
    /// Returns whether a session belongs to an identity. On the voice assistant, that consists of the account, the channel name and the
    /// session.
    /// </summary>
    private static bool IsOf(SimulatedSession session, string identity) =>
        session.Channel == VoiceAssistant ? identity == $"{AccountIds.Account}/{VoiceAssistant}/{session.Id}" : session.IsOf(identity);

    private static JsonObject Describe(SimulatedMessage message, string identity, bool isShort)
    {
        var json = new JsonObject
        {
            ["timestamp"] = WireTime.Format(message.SentOn),
            ["debugTitle"] = message.IsIncoming ? "Message received" : "Message sent",
            ["debugLevel"] = "Info",
            ["debugMessage"] = message.Id,
        };
        if (isShort)
        {
            return json;
        }

        json["nomatch_count"] = "0";
        json["noinput_count"] = "0";
        json["debugDetail"] = message.Text;
        json["metaInfo"] = new JsonObject { ["channel"] = message.Session.Channel, ["identity"] = identity };
        if (message.Session.Channel == VoiceAssistant && message.IsIncoming)
        {
            json["VGdebugDetail"] = new JsonObject
            {
                ["inputType"] = "voice",
                ["inputMessage"] = message.Text,
                ["ASRVendor"] = "google",
                ["dialect"] = "en-US",
                ["ASRConfidence"] = 0.9,
                ["ASRConfidenceDetail"] = new JsonArray(),
            };
        }

        return json;
    }
}
