using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.TestSuites;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition.TestSuites;

/// <summary>Imports, lists, exports and deletes batch test suites.</summary>
internal sealed class BatchSuiteOperations(PlatformState platform, JobStore<TestRun> runs) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("importBatchTestSuite", Import),
            new OperationBehavior("listBatchTestSuites", List),
            new OperationBehavior("exportBatchTestSuite", Export),
            new OperationBehavior("deleteBatchTestSuite", Delete),
        ];

    private JsonObject Import(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var file = platform.Files.Demand(call.Text("fileName")!, "/fileName");
        var name = call.Text("name") is { Length: > 0 } given ? given : throw Nameless();
        var isUpdate = call.Text("importType") == "update";
        var before = isUpdate ? bot.BatchSuites.Demand(name) : null;
        var suite = new SimulatedTestSuite(
            before?.Id ?? "ts-" + platform.Ids.Groups(),
            name,
            call.Text("description")!,
            TestCaseFile.Read(file.Content, "/fileName")
        )
        {
            CreatedOn = before?.CreatedOn ?? platform.Now,
            File = file.Content,
        };
        if (isUpdate)
        {
            bot.BatchSuites.Put(suite);
        }
        else if (!bot.BatchSuites.TryAdd(suite))
        {
            throw RefusalException.BadRequest($"The body is not valid at /name: the bot has a test suite '{name}' already.");
        }

        return new JsonObject
        {
            ["_id"] = suite.Id,
            ["name"] = suite.Name,
            ["description"] = suite.Description,
            ["streamId"] = bot.Id,
            ["language"] = Language(call, bot),
            ["fileId"] = file.Id,
            ["createdBy"] = call.App.UserId,
            ["createdOn"] = WireTime.Format(suite.CreatedOn),
            ["modifiedOn"] = WireTime.Format(platform.Now),
            ["__v"] = 0,
            ["fileName"] = file.UploadedName,
        };
    }

    /// <summary>Lists the suites, each under its id, next to the two members about the page.</summary>
    private JsonObject List(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var page = PageWindow.AtItem(call.Parameters.Integer("skip"), call.Parameters.Integer("limit")).Of(bot.BatchSuites.InOrder);
        var answer = new JsonObject { ["count"] = page.Total, ["moreAvailable"] = page.HasMore };
        var done = runs.Snapshot().Where(run => run.IsDone).ToList();
        foreach (var suite in page.Items)
        {
            // The key cannot be one of the two members above: the ids of suites begin with "ts-".
            answer[suite.Id] = new JsonObject
            {
                ["testSuiteType"] = "custom",
                ["name"] = suite.Name,
                ["description"] = suite.Description,
                ["results"] = WireValue.Array(done.Where(run => run.Subject.Suite.Id == suite.Id).Select(Describe)),
            };
        }

        return answer;
    }

    private static JsonObject Describe(PlatformJob<TestRun> run)
    {
        var json = new JsonObject
        {
            ["_id"] = run.Id,
            ["version"] = run.Subject.Version,
            ["results"] = BatchScores.Counts(run.Subject),
        };
        BatchScores.Write(json, run.Subject);
        return json;
    }

    private JsonObject Export(OperationCall call)
    {
        var suite = platform.BotOf(call).BatchSuites.Demand(call.Parameters.Text("testSuiteName"));
        var file =
            suite.File
            ?? throw RefusalException.BadRequest($"The test suite '{suite.Name}' was not made from a file, so that it cannot be exported.");
        return new JsonObject
        {
            ["downloadUrl"] = platform.Downloads.AddLink(call.Endpoint, platform.Ids.Digits() + ".json", file),
            ["name"] = suite.Name,
            ["description"] = suite.Description,
        };
    }

    private JsonObject Delete(OperationCall call)
    {
        var name = call.Parameters.Text("testSuiteName");
        var suites = platform.BotOf(call).BatchSuites;
        suites.Demand(name);
        suites.Remove(name);
        return new JsonObject { ["message"] = $"The test suite {name} was deleted" };
    }

    internal static RefusalException Nameless() => RefusalException.BadRequest("The body is not valid at /name: a suite needs a name.");

    internal static string Language(OperationCall call, SimulatedBot bot) => call.Parameters.Header("bot-language") ?? bot.DefaultLanguage;
}
