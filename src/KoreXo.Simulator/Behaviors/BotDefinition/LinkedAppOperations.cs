using System.Globalization;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Lists the bots that are linked to a universal bot.</summary>
internal sealed class LinkedAppOperations(PlatformState platform) : IOperationFamily
{
    private const int Active = 1;

    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("getLinkedApps", Get)];

    private JsonObject Get(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var published = bot.Published?.Links ?? [];
        var isUniversal = bot.LinkedBots.Count > 0;
        var type = isUniversal ? "unified" : "default";
        return new JsonObject
        {
            ["type"] = type,
            ["appType"] = type,
            ["isUXOUB"] = isUniversal,
            ["isDialogGPTEnabled"] = false,
            ["configuredLinkedApps"] = WireValue.Array(bot.LinkedBots.Select(App)),
            ["publishedLinkedApps"] = WireValue.Array(published.Select(App)),
            ["uxoUBConfigured"] = Links(bot.LinkedBots, isUniversal),
            ["uxoUBPublished"] = Links(published, isUniversal),
        };
    }

    private static JsonObject App(SimulatedBot bot)
    {
        var app = new JsonObject
        {
            ["_id"] = bot.Id,
            ["name"] = bot.Name,
            ["defaultLanguage"] = bot.DefaultLanguage,
            ["appType"] = "default",
            ["type"] = "default",
            ["status"] = Active,
            ["isDialogGPTEnabled"] = false,
            ["configuredVersion"] = bot.CreatedOn.ToUnixTimeSeconds(),
        };
        if (bot.Published is { } published)
        {
            app["publishedVersion"] = published.PublishedOn.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        return app;
    }

    private static JsonObject Links(IReadOnlyList<SimulatedBot> bots, bool isUniversal) =>
        new() { ["linkedApps"] = WireValue.Array(bots.Select(bot => JsonValue.Create(bot.Id))), ["isUXOUB"] = isUniversal };
}
