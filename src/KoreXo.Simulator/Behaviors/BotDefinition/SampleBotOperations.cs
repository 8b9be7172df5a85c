using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Installs sample bots as copies.</summary>
internal sealed class SampleBotOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("installSampleBot", Install)];

    private JsonObject Install(OperationCall call)
    {
        var sample = platform.Bots.DemandSample(call.Parameters.Text("botId"));
        var name = $"{sample} owner@example.com";
        var definition = new JsonObject { ["name"] = name, ["dialogs"] = new JsonArray(new JsonObject { ["name"] = "Welcome" }) };
        var content = new BotContent(Bytes(definition), Bytes(new JsonObject { ["name"] = name }));
        var bot = platform.Bots.Add(name, purpose: null, content);
        var user = call.Parameters.Header("userId") ?? call.App.UserId;
        return new JsonObject
        {
            ["visibility"] = new JsonObject { ["namespace"] = "private", ["namespaceIds"] = new JsonArray(user) },
            ["languages"] = new JsonArray(),
            ["screenShots"] = new JsonArray(),
            ["downloadCount"] = 1,
            ["alerts"] = new JsonArray(),
            ["actions"] = new JsonArray(),
            ["dialogs"] = new JsonArray("dg-" + platform.Ids.Groups()),
            ["widgets"] = new JsonArray(),
            ["panels"] = new JsonArray(),
            ["forms"] = new JsonArray(),
            ["featured"] = false,
            ["state"] = "setup",
            ["defaultLanguage"] = bot.DefaultLanguage,
            ["_id"] = bot.Id,
            ["name"] = name,
            ["originalName"] = sample,
            ["color"] = "#3366CC",
        };
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
