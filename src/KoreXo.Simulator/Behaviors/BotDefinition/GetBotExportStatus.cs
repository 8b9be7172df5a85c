using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Returns the state of a bot's latest export of a type, and the link to the archive once it is done.</summary>
internal sealed class GetBotExportStatus(BotStore bots, ExportRuns runs) : IOperationBehavior
{
    public string OperationId => "getBotExportStatus";

    public JsonNode Run(OperationCall call)
    {
        var bot = bots.Demand(call.Parameters.Text("botId"));
        return runs.Poll(bot, call.Text("exportType")!, run => Answer(run, call.Endpoint));
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
