using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Lists the bots of the account, including the secrets of their apps in plain text, as the platform does.</summary>
internal sealed class BotListOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("listBots", List)];

    private JsonObject List(OperationCall call)
    {
        var page = PageWindow.AtItem(call.Parameters.Integer("offset"), call.Parameters.Integer("limit")).Of(platform.Bots.InOrder);
        var apps = platform.Apps.OfKind(AppKind.Platform);
        return new JsonObject
        {
            ["total"] = page.Total,
            ["availableMore"] = page.HasMore,
            ["bots"] = WireValue.Array(page.Items.Select(bot => Describe(bot, apps))),
        };
    }

    private static JsonObject Describe(SimulatedBot bot, IReadOnlyList<SimulatedApp> apps) =>
        new()
        {
            ["_id"] = bot.Id,
            ["accountId"] = AccountIds.Account,
            ["purpose"] = bot.Purpose ?? "customer",
            ["createdOn"] = WireTime.Format(bot.CreatedOn),
            ["createdBy"] = bot.OwnerId,
            ["type"] = bot.LinkedBots.Count > 0 ? "universalbot" : "default",
            ["defaultLanguage"] = bot.DefaultLanguage,
            ["isDeflect"] = false,
            ["resourceid"] = "btstreams",
            ["status"] = bot.Published is null ? "configured" : "published",
            ["icon"] = "",
            ["name"] = bot.Name,
            ["description"] = "",
            ["isLinkedTo"] = new JsonArray(),
            ["containsPanelOrWidget"] = false,
            ["jwtApps"] = WireValue.Array(apps.Select(App)),
        };

    private static JsonObject App(SimulatedApp app) =>
        new()
        {
            ["clientId"] = app.ClientId,
            ["clientSecret"] = app.ClientSecret,
            ["jtiClaimEnforced"] = app.EnforceJti,
            ["jweEncryptionEnforced"] = false,
        };
}
