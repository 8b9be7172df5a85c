using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Exports bots.</summary>
internal sealed class ExportOperations(BotStore bots, ExportRuns runs) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new("startBotExport", Start), new("getBotExportStatus", GetStatus)];

    /// <summary>Starts an export, which replaces the bot's latest one of that type.</summary>
    private JsonObject Start(OperationCall call)
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

    /// <summary>
    /// Returns the state of the bot's latest export, of a type if the body says which, and where to download the archive of a finished one.
    /// </summary>
    private JsonObject GetStatus(OperationCall call)
    {
        var bot = bots.Demand(call.Parameters.Text("botId"));
        return runs.Poll(bot, call.Text("exportType"), run => Answer(run, call.Endpoint));
    }

    private static JsonObject Answer(ExportRun run, Uri endpoint)
    {
        var answer = new JsonObject
        {
            ["_id"] = run.Id,
            ["botId"] = run.Bot.Id,
            ["createdBy"] = run.CreatedBy,
            ["exportType"] = run.Type,
            ["requestType"] = "Botexport",
            ["status"] = run.File is null ? "pending" : "success",
            ["createdOn"] = WireTime.Format(run.CreatedOn),
            ["__v"] = 0,
        };
        if (run.File is { } file)
        {
            answer["downloadURL"] = new Uri(endpoint, $"{file.Path}?{file.Query}").AbsoluteUri;
            answer["fileId"] = file.Id;
            answer["store"] = new JsonObject { ["urlParams"] = $"?{file.Query}" };
            answer["fileSize"] = file.Size.ToString(CultureInfo.InvariantCulture);
        }

        return answer;
    }
}
