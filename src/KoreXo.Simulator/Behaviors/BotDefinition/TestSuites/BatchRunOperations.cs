using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.TestSuites;

namespace KoreXo.Simulator.Behaviors.BotDefinition.TestSuites;

/// <summary>Runs batch test suites.</summary>
internal sealed class BatchRunOperations(PlatformState platform, JobStore<TestRun> runs) : IOperationFamily
{
    private const string Done = "completed";

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("startBatchTestExecution", Start),
            new OperationBehavior("getBatchTestExecutionStatus", GetStatus),
            new OperationBehavior("deleteBatchTestSuiteExecution", Delete),
        ];

    private JsonObject Start(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var suite = bot.BatchSuites.Demand(call.Parameters.Text("testSuiteName"));
        var run = new TestRun(suite, TestedVersion.Of(call, bot), suite.Failures, BatchSuiteOperations.Language(call, bot));
        var id = "tr-" + platform.Ids.Groups();
        runs.Start(id, Key(call, id), call.App, run);
        return new JsonObject { ["status"] = "accepted", ["requestId"] = id };
    }

    private JsonObject GetStatus(OperationCall call)
    {
        var bot = platform.BotOf(call);
        return runs.Poll(
            Key(call, call.Parameters.Text("testRunId")),
            run => Describe(run, bot),
            run => run.Subject.ResultLink = platform.Downloads.AddLink(call.Endpoint, run.Id + ".csv", BatchScores.File(run.Subject))
        );
    }

    private JsonObject Delete(OperationCall call)
    {
        var id = call.Parameters.Text("testRunId");
        runs.Remove(Key(call, id));
        return new JsonObject { ["message"] = $"The test run {id} was deleted" };
    }

    private static JsonObject Describe(PlatformJob<TestRun> job, SimulatedBot bot)
    {
        var run = job.Subject;
        var answer = new JsonObject
        {
            ["_id"] = job.Id,
            ["streamId"] = bot.Id,
            ["testSuiteId"] = run.Suite.Id,
            ["status"] = job.State("running", Done),
            ["utterance_count"] = run.Total,
            ["result"] = Result(job, bot),
        };
        if (!job.IsDone)
        {
            answer["totalUtterances"] = run.Total;
            answer["utterance_ran"] = run.Total * job.Progress.Percent / 100;
            answer["percentage"] = job.Progress.Percent;
        }

        return answer;
    }

    private static JsonObject Result(PlatformJob<TestRun> job, SimulatedBot bot)
    {
        var run = job.Subject;
        var result = new JsonObject
        {
            ["_id"] = job.Id,
            ["isPartialFailure"] = false,
            ["status"] = job.State("running", Done),
            ["testSuiteId"] = run.Suite.Id,
            ["triggeredBy"] = job.CreatedBy,
            ["streamId"] = bot.Id,
            ["botLanguage"] = run.Language,
            ["runType"] = run.Version,
            ["utterance_count"] = run.Total,
            ["startTime"] = WireTime.Format(job.CreatedOn),
            ["__v"] = 0,
        };
        if (job.IsDone)
        {
            BatchScores.Write(result, run);
            result["isAvailable"] = true;
            result["endTime"] = WireTime.Format(job.ModifiedOn);
            result["results"] = BatchScores.AllCounts(run);
            result["fileId"] = job.Id;
            result["fileUrl"] = run.ResultLink;
        }

        return result;
    }

    private string Key(OperationCall call, string id) => $"{platform.BotOf(call).Id}/{call.Parameters.Text("testSuiteName")}/{id}";
}
