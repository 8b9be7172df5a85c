using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Nlp;

namespace KoreXo.Simulator.Behaviors.Nlp;

/// <summary>Imports ML utterances into bots and exports them.</summary>
internal sealed class UtteranceOperations(PlatformState platform) : IOperationFamily
{
    // An import has an id in its status call, an export has not: there, the key is the bot, and a new export replaces the last one. An
    // import takes effect when it finishes, while an export has the utterances of the moment when it was started.
    private readonly JobStore<UtteranceImport> _imports = platform.NewJobs<UtteranceImport>("import of ML utterances");
    private readonly JobStore<UtteranceExport> _exports = platform.NewJobs<UtteranceExport>("export of ML utterances of the bot");

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("startMlUtterancesImport", StartImport),
            new OperationBehavior("getMlUtterancesImportStatus", GetImportStatus),
            new OperationBehavior("startMlUtterancesExport", StartExport),
            new OperationBehavior("getMlUtterancesExportStatus", GetExportStatus),
        ];

    private JsonObject StartImport(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var file = platform.Files.Demand(call.Text("fileId")!, "/fileId");
        var id = "bir-" + platform.Ids.Groups();
        return Describe(_imports.Start(id, $"{bot.Id}/{id}", call.App, new UtteranceImport(file.Content)), bot);
    }

    private JsonObject GetImportStatus(OperationCall call)
    {
        var bot = platform.BotOf(call);
        return _imports.Poll(
            $"{bot.Id}/{call.Parameters.Text("mlUtteranceId")}",
            job => Describe(job, bot),
            job => job.Subject.Count = bot.UtteranceSet.Import(job.Subject.File)
        );
    }

    private static JsonObject Describe(PlatformJob<UtteranceImport> job, SimulatedBot bot)
    {
        var answer = new JsonObject
        {
            ["_id"] = job.Id,
            ["status"] = job.State("pending", "success"),
            ["streamId"] = bot.Id,
            ["createdBy"] = job.CreatedBy,
            ["requestType"] = "MLimport",
            ["statusLogs"] = new JsonArray(),
            ["createdOn"] = WireTime.Format(job.CreatedOn),
            ["__v"] = 0,
        };
        if (job.IsDone)
        {
            answer["message"] = $"{job.Subject.Count} utterances copied";
        }

        return answer;
    }

    private JsonObject StartExport(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var job = _exports.Start("ds-" + platform.Ids.Groups(), bot.Id, call.App, new UtteranceExport(bot.UtteranceSet.Export()));
        return Describe(job, bot);
    }

    private JsonObject GetExportStatus(OperationCall call)
    {
        var bot = platform.BotOf(call);
        return _exports.Poll(
            bot.Id,
            job => Describe(job, bot),
            job => job.Subject.Link = platform.Downloads.AddLink(call.Endpoint, platform.Ids.Digits() + ".csv", job.Subject.Content)
        );
    }

    private static JsonObject Describe(PlatformJob<UtteranceExport> job, SimulatedBot bot)
    {
        var answer = new JsonObject
        {
            ["_id"] = job.Id,
            ["status"] = job.State("IN_PROGRESS", "SUCCESS"),
            ["percentageComplete"] = job.Progress.Percent,
            ["streamId"] = bot.Id,
            ["createdBy"] = job.CreatedBy,
            ["jobType"] = "ML_UTTERANCE",
            ["action"] = "EXPORT",
            ["countOfDockStatuses"] = 0,
            ["fileType"] = "CSV",
            ["statusLogs"] = new JsonArray(),
            ["lMod"] = WireTime.Format(job.ModifiedOn),
            ["createdOn"] = WireTime.Format(job.CreatedOn),
            ["requestedTime"] = WireTime.Format(job.CreatedOn),
            ["__v"] = 0,
        };
        if (job.Subject.Link is { } link)
        {
            answer["downloadUrl"] = link;
        }

        return answer;
    }
}
