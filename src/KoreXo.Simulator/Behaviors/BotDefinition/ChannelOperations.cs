using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Enables channels of bots, or disables them if requested.</summary>
internal sealed class ChannelOperations(PlatformState platform) : IOperationFamily
{
    private static readonly string[] EchoedDetails = ["type", "enable", "displayName", "isAsync", "botName", "appId"];

    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("enableChannel", Enable)];

    private JsonObject Enable(OperationCall call)
    {
        var bot = platform.Bots.Demand(call.Text("streamId")!);
        var type = call.Text("type")!;
        var details = call.Body.GetProperty("channelDetails");
        if (details.GetProperty("enable").GetBoolean())
        {
            bot.EnableChannel(type);
        }
        else
        {
            bot.DisableChannel(type);
        }

        platform.LogChange(bot, call.App, "stream", $"Channel {type} changed");
        return type == "rtm" ? Web(details) : Messaging(bot, type, details);
    }

    private JsonObject Web(JsonElement details) =>
        new()
        {
            ["type"] = "rtm",
            ["displayName"] = details.Text("displayName") ?? "",
            ["enable"] = details.GetProperty("enable").GetBoolean(),
            ["embedWebClientDetails"] = new JsonObject
            {
                ["apiKey"] = platform.Ids.Digits(),
                ["chatURL"] = "",
                ["isURLEnabled"] = false,
            },
        };

    /// <summary>Returns the request without its secrets.</summary>
    private static JsonObject Messaging(SimulatedBot bot, string type, JsonElement details)
    {
        var echo = new JsonObject();
        foreach (var member in details.EnumerateObject().Where(member => EchoedDetails.Contains(member.Name, StringComparer.Ordinal)))
        {
            echo[member.Name] = WireValue.Node(member.Value);
        }

        return new JsonObject
        {
            ["streamId"] = bot.Id,
            ["channelDetails"] = echo,
            ["type"] = type,
        };
    }
}
