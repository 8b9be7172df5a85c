using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors.Analytics.Conversations;

/// <summary>The members that all descriptions of a message share.</summary>
internal static class MessageAnswer
{
    public static JsonObject Common(SimulatedMessage message) =>
        new()
        {
            ["_id"] = message.Id,
            ["botId"] = message.Session.Bot.Id,
            ["type"] = Type(message),
            ["status"] = Status(message),
            ["createdOn"] = WireTime.Format(message.SentOn),
            ["createdBy"] = message.Session.UserId,
            ["sessionId"] = message.Session.Id,
            ["chnl"] = message.Session.Channel,
            ["lang"] = "en",
        };

    public static string Type(SimulatedMessage message) => message.IsIncoming ? "incoming" : "outgoing";

    public static string Status(SimulatedMessage message) => message.IsIncoming ? "received" : "delivered";

    public static JsonArray Components(SimulatedMessage message, bool withId)
    {
        var component = new JsonObject
        {
            ["cT"] = "text",
            ["data"] = new JsonObject { ["text"] = message.Text },
        };
        if (withId)
        {
            component["_id"] = "mc-" + message.Id;
            component["thumbnails"] = new JsonArray();
        }

        return new JsonArray(component);
    }
}
