using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Nlp;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Nlp;

/// <summary>Trains the ML model and the knowledge graph of bots, language by language.</summary>
internal sealed class TrainingOperations(PlatformState platform) : IOperationFamily
{
    private static readonly string[] AlwaysShown = ["Sentences", "Synonyms", "Mlparams", "Traits", "SmallTalk", "UBTraining"];
    private static readonly string[] ShownWhenDone = ["EntityNode", "IntentNode", "Patterns", "BTUtterances"];

    // The status calls have no job id but a bot and a language, so these are the key. A second training of the same language replaces the
    // first; trainings of two languages run side by side.
    private readonly JobStore<Training> _ml = platform.NewJobs<Training>("training of machine learning for the bot and language");
    private readonly JobStore<Training> _faqs = platform.NewJobs<Training>("training of the knowledge graph for the bot and language");

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("startMlTraining", StartMl),
            new OperationBehavior("getMlTrainingStatus", GetMlStatus),
            new OperationBehavior("startFaqTraining", StartFaqs),
            new OperationBehavior("getFaqTrainingStatus", GetFaqStatus),
        ];

    private JsonArray StartMl(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var language = bot.LanguageSet.Demand(call.Parameters.Header("bot-language")!).Code;
        var job = _ml.Start(platform.Ids.Digits(), $"{bot.Id}/{language}", call.App, new Training());
        platform.LogChange(bot, call.App, "stream", $"Training of {language} started");
        return new JsonArray(new JsonObject { ["message"] = "The training is queued", ["Training_ID"] = job.Id });
    }

    private JsonObject GetMlStatus(OperationCall call)
    {
        var bot = DemandVersion(call);
        return Poll(
            _ml,
            bot,
            call.Parameters.Optional("language") ?? bot.DefaultLanguage,
            job =>
            {
                var answer = new JsonObject { ["trainingStatus"] = job.State("Inprogress", job.Subject.HasFailed ? "Failed" : "Finished") };
                var isFinished = job.IsDone && !job.Subject.HasFailed;
                foreach (var part in isFinished ? AlwaysShown.Concat(ShownWhenDone) : AlwaysShown)
                {
                    answer["isMlInSyncWith" + part] = true;
                }

                if (isFinished)
                {
                    answer["trainDetails"] = new JsonObject { ["nlpVersion"] = 3, ["trainVersion"] = 1 };
                }

                return answer;
            }
        );
    }

    private JsonObject StartFaqs(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var language = bot.LanguageSet.Demand(call.Text("language")!).Code;
        var job = _faqs.Start(platform.Ids.Digits(), $"{bot.Id}/{language}", call.App, new Training());
        platform.LogChange(bot, call.App, "knowledgetask", $"Training of {language} started");
        var answer = Describe(job);
        answer["_id"] = "ds-" + platform.Ids.Groups();
        return answer;
    }

    private JsonObject GetFaqStatus(OperationCall call) => Poll(_faqs, DemandVersion(call), call.Parameters.Text("language"), Describe);

    private static JsonObject Describe(PlatformJob<Training> job) =>
        new()
        {
            ["_id"] = job.Id,
            ["message"] = job.State("in-progress", job.Subject.HasFailed ? "failure" : "Success"),
            ["status"] = job.State("in-progress", job.Subject.HasFailed ? "failure" : "success"),
            ["__v"] = 0,
            ["lastModifiedBy"] = job.CreatedBy,
            ["modifiedOn"] = WireTime.Format(job.ModifiedOn),
        };

    private static JsonObject Poll(
        JobStore<Training> jobs,
        SimulatedBot bot,
        string language,
        Func<PlatformJob<Training>, JsonObject> read
    ) => jobs.Poll($"{bot.Id}/{language}", read, job => job.Subject.HasFailed = bot.TrainingFails);

    /// <summary>Returns the bot. Both versions share the same trainings here, but the published version must exist.</summary>
    private SimulatedBot DemandVersion(OperationCall call)
    {
        var bot = platform.BotOf(call);
        return call.Parameters.Optional("state") == "published" && bot.Published is null
            ? throw RefusalException.NotFound($"The bot '{bot.Id}' has never been published.")
            : bot;
    }
}
