using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.TestSuites;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition.TestSuites;

/// <summary>Creates conversation test suites from uploaded files, and deletes them.</summary>
internal sealed class ConversationSuiteOperations(PlatformState platform) : IOperationFamily
{
    private static readonly TimeSpan RecordLife = TimeSpan.FromMinutes(15);
    private readonly JobStore<SuiteCreation> _jobs = platform.NewJobs<SuiteCreation>("creation of a conversation test suite");

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("startConversationTestSuiteCreation", Start),
            new OperationBehavior("getConversationTestSuiteCreationStatus", GetStatus),
            new OperationBehavior("deleteConversationTestSuite", Delete),
        ];

    private JsonObject Start(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var file = platform.Files.Demand(call.Text("fileName")!, "/fileName");
        var name = call.Text("name") is { Length: > 0 } given ? given : throw BatchSuiteOperations.Nameless();
        if (bot.ConversationSuites.Find(name) is not null)
        {
            throw RefusalException.BadRequest($"The body is not valid at /name: the bot has a conversation test suite '{name}' already.");
        }

        var suite = new SimulatedTestSuite(
            "ctc-" + platform.Ids.Groups(),
            name,
            call.Text("description") ?? "",
            TestCaseFile.Read(file.Content, "/fileName")
        )
        {
            CreatedOn = platform.Now,
            File = file.Content,
        };
        var id = "ds-" + platform.Ids.Groups();
        _jobs.Start(id, $"{bot.Id}/{id}", call.App, new SuiteCreation(suite, call.Body.Texts("tags")));
        return new JsonObject { ["status"] = "IN_PROGRESS", ["dsId"] = id };
    }

    private JsonObject GetStatus(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var id = call.Parameters.Text("dsId");
        return _jobs.Poll(
            $"{bot.Id}/{id}",
            job =>
                job.CreatedOn + RecordLife > platform.Now
                    ? Describe(job, bot)
                    : throw RefusalException.NotFound($"The record of the creation '{id}' has gone."),
            // The name was free at the start. If another creation has taken it since, that suite stays.
            job => bot.ConversationSuites.TryAdd(job.Subject.Suite)
        );
    }

    private JsonObject Delete(OperationCall call)
    {
        var suites = platform.BotOf(call).ConversationSuites;
        foreach (var name in call.Body.Texts("testSuiteNames"))
        {
            suites.Remove(name);
        }

        return new JsonObject { ["status"] = "Success" };
    }

    private static JsonObject Describe(PlatformJob<SuiteCreation> job, SimulatedBot bot)
    {
        var answer = new JsonObject
        {
            ["_id"] = job.Id,
            ["status"] = job.State("IN_PROGRESS", "SUCCESS"),
            ["percentageComplete"] = job.Progress.Percent,
            ["streamId"] = bot.Id,
            ["jobType"] = "CONVERSATION_TESTING_VALIDATE",
            ["action"] = "RUN",
            ["countOfDockStatuses"] = 0,
            ["createdBy"] = job.CreatedBy,
            ["testSuiteId"] = job.Subject.Suite.Id,
            ["expireAt"] = WireTime.Format(job.CreatedOn + RecordLife),
            ["statusLogs"] = new JsonArray(),
            ["lMod"] = WireTime.Format(job.ModifiedOn),
            ["createdOn"] = WireTime.Format(job.CreatedOn),
            ["requestedTime"] = WireTime.Format(job.CreatedOn),
            ["__v"] = 0,
        };
        if (job.IsDone)
        {
            answer["response"] = Suite(job, bot);
        }

        return answer;
    }

    private static JsonObject Suite(PlatformJob<SuiteCreation> job, SimulatedBot bot) =>
        new()
        {
            ["schedule"] = new JsonObject { ["enableSchedule"] = false },
            ["channel"] = "rtm",
            ["tags"] = WireValue.Array(job.Subject.Tags.Select(tag => JsonValue.Create(tag))),
            ["recentTags"] = new JsonArray(),
            ["metadataAvailable"] = false,
            ["name"] = job.Subject.Suite.Name,
            ["description"] = job.Subject.Suite.Description,
            ["preprocessor"] = "",
            ["serviceMap"] = new JsonArray(),
            ["authProfiles"] = new JsonArray(),
            ["streamId"] = bot.Id,
            ["accountId"] = AccountIds.Account,
            ["lModBy"] = job.CreatedBy,
            ["createdBy"] = job.CreatedBy,
            ["testSteps"] = WireValue.Array(job.Subject.Suite.Cases.Select(Step)),
            ["_id"] = job.Subject.Suite.Id,
            ["createdOn"] = WireTime.Format(job.CreatedOn),
            ["lModOn"] = WireTime.Format(job.ModifiedOn),
            ["__v"] = 0,
        };

    private static JsonObject Step(string input) => new() { ["input"] = input, ["outputs"] = new JsonArray() };
}
