using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Logs;

/// <summary>Lists the changes of a bot, latest first. The default start is the day it was created.</summary>
internal sealed class ChangeLogOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("listChangeLogs", List)];

    private JsonArray List(OperationCall call)
    {
        var (bot, query) = (platform.BotOf(call), call.Parameters);
        var window = TimeWindow.Read(query.Optional("startDate"), query.Optional("endDate"));
        window = window with { From = window.From ?? new DateTimeOffset(bot.CreatedOn.UtcDateTime.Date, TimeSpan.Zero) };
        var changes = platform.Changes.Find(change => change.BotId == bot.Id && window.Contains(change.CreatedOn));
        var page = PageWindow.AtPage(query.Integer("offset"), query.Integer("limit")).Of(changes);
        return WireValue.Array(page.Items.Select(Describe));
    }

    private static JsonObject Describe(SimulatedChange change) =>
        new()
        {
            ["_id"] = change.Id,
            ["userId"] = new JsonObject
            {
                ["id"] = change.UserId,
                ["firstName"] = "",
                ["lastName"] = "",
                ["emailId"] = "owner@example.com",
                ["activationStatus"] = "active",
                ["profColour"] = "#3366CC",
                ["profImage"] = "no-avatar",
                ["_id"] = change.UserId,
                ["orgId"] = AccountIds.Organization,
            },
            ["streamId"] = change.BotId,
            ["resourceId"] = change.BotId,
            ["resourceType"] = change.ResourceType,
            ["message"] = change.Message,
            ["createdOn"] = WireTime.Format(change.CreatedOn),
            ["__v"] = 0,
        };
}
