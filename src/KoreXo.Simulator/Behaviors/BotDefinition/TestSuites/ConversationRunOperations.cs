using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.TestSuites;

namespace KoreXo.Simulator.Behaviors.BotDefinition.TestSuites;

/// <summary>Runs conversation test suites.</summary>
internal sealed class ConversationRunOperations(PlatformState platform) : IOperationFamily
{
    private const int MillisecondsPerStep = 250;
    private readonly JobStore<TestRun> _runs = platform.NewJobs<TestRun>("run of a conversation test suite");

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("startConversationTestSuiteExecution", Start),
            new OperationBehavior("getConversationTestSuiteExecutionStatus", GetStatus),
        ];

    private JsonObject Start(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var suite = bot.ConversationSuites.Demand(call.Parameters.Text("testSuiteName"));
        var run = new TestRun(suite, TestedVersion.Of(call, bot), suite.Failures, BatchSuiteOperations.Language(call, bot));
        var id = "ctr-" + platform.Ids.Groups();
        _runs.Start(id, $"{bot.Id}/{suite.Name}/{id}", call.App, run);
        return new JsonObject { ["status"] = "IN_PROGRESS", ["testRunId"] = id };
    }

    private JsonObject GetStatus(OperationCall call)
    {
        var bot = platform.BotOf(call);
        return _runs.Poll(
            $"{bot.Id}/{call.Parameters.Text("testSuiteName")}/{call.Parameters.Text("testRunId")}",
            job => new JsonObject
            {
                ["_id"] = job.Id,
                ["streamId"] = bot.Id,
                ["testSuiteId"] = job.Subject.Suite.Id,
                ["status"] = State(job),
                ["totalTestStepsCount"] = job.Subject.Total,
                ["result"] = Result(job),
                ["percentageCompleted"] = job.Progress.Percent,
            }
        );
    }

    private static string State(PlatformJob<TestRun> job) => job.State("inprogress", job.Subject.Failures == 0 ? "passed" : "failed");

    private static JsonObject Result(PlatformJob<TestRun> job)
    {
        var result = new JsonObject
        {
            ["startTime"] = WireTime.Format(job.CreatedOn),
            ["version"] = job.Subject.Version == "inDevelopment" ? "configured" : job.Subject.Version,
            ["status"] = State(job),
        };
        if (job.IsDone)
        {
            result["stepDetails"] = new JsonObject
            {
                ["passed"] = job.Subject.Successes,
                ["failed"] = job.Subject.Failures,
                ["total"] = job.Subject.Total,
            };
            result["duration"] = MillisecondsPerStep * job.Subject.Total;
        }

        return result;
    }
}
