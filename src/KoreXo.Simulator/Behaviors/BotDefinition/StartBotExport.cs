using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Starts an export, which replaces the bot's previous one of that type.</summary>
internal sealed class StartBotExport(BotStore bots, ExportRuns runs) : IOperationBehavior
{
    public string OperationId => "startBotExport";

    public JsonNode Run(OperationCall call)
    {
        var bot = bots.Demand(call.Parameters.Text("botId"));
        var type = call.Text("exportType")!;
        var content =
            type == "published"
                ? bot.Published?.Content
                    ?? throw RefusalException.BadRequest(
                        $"The bot '{bot.Id}' has never been published, so that there is no published version to export."
                    )
                : bot.Latest;
        var run = runs.Start(bot, type, content, call.App);
        return new JsonObject
        {
            ["_id"] = run.Id,
            ["streamId"] = bot.Id,
            ["status"] = "pending",
            ["createdBy"] = run.CreatedBy,
            ["exportType"] = type,
            ["requestType"] = "Botexport",
            ["createdOn"] = WireTime.Format(run.CreatedOn),
            ["__v"] = 0,
        };
    }
}
