using System.Text.Json.Nodes;
using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Deletes conversations of a bot, by id or user. They are deleted at the status call that finds the job done.</summary>
internal sealed class ConversationDeletionOperations(PlatformState platform) : IOperationFamily
{
    private const int Retries = 3;
    private readonly JobStore<Deletion> _jobs = platform.NewJobs<Deletion>("deletion of conversations");

    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("startConversationDeletion", Start), new OperationBehavior("getConversationDeletionStatus", GetStatus)];

    private JsonObject Start(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var id = "cdj-" + platform.Ids.Groups();
        var deletion = call.Text("cId") is { } user ? OfUser(call, bot, user) : ById(call, bot);
        var job = _jobs.Start(id, $"{bot.Id}/{id}", call.App, deletion);
        return new JsonObject
        {
            ["status"] = "queued",
            ["jobId"] = id,
            ["message"] = "The deletion will run at hours with little traffic",
            ["submittedAt"] = WireTime.Format(job.CreatedOn),
        };
    }

    private static Deletion ById(OperationCall call, SimulatedBot bot)
    {
        var ids = call.Body.Texts("conversationIds").ToHashSet(StringComparer.Ordinal);
        return new Deletion(
            "conversationIds",
            session => session.Bot == bot && (ids.Contains(session.Id) || ids.Contains(session.ConversationId)),
            ids.Count
        );
    }

    private Deletion OfUser(OperationCall call, SimulatedBot bot, string user)
    {
        if (call.Text("endDate") is { } end && TimeWindow.Moment(end) > platform.Now)
        {
            throw RefusalException.BadRequest("The body is not valid at /endDate: it lies in the future.");
        }

        var window = TimeWindow.Read(call.Text("startDate"), call.Text("endDate"));
        return new Deletion("cId", session => session.Bot == bot && session.IsOf(user) && window.Contains(session.StartedOn), named: null);
    }

    private JsonObject GetStatus(OperationCall call) =>
        _jobs.Poll(
            $"{platform.BotOf(call).Id}/{call.Parameters.Text("jobId")}",
            Describe,
            job => job.Subject.Deleted = platform.Conversations.Remove(job.Subject.Condition)
        );

    private static JsonObject Describe(PlatformJob<Deletion> job)
    {
        var answer = new JsonObject
        {
            ["jobId"] = job.Id,
            ["status"] = job.State("queued", "completed"),
            ["requestType"] = job.Subject.RequestType,
            ["submittedAt"] = WireTime.Format(job.CreatedOn),
            ["scheduledAt"] = WireTime.Format(job.CreatedOn),
        };
        if (job.IsDone)
        {
            var deleted = job.Subject.Deleted;
            answer["startedAt"] = WireTime.Format(job.ModifiedOn);
            answer["completedAt"] = WireTime.Format(job.ModifiedOn);
            answer["result"] = new JsonObject
            {
                ["totalConversations"] = deleted,
                ["processedCount"] = deleted,
                ["deletedCount"] = deleted,
                ["failedCount"] = 0,
                ["skippedCount"] = (job.Subject.Named ?? deleted) - deleted,
                ["retriesRemaining"] = Retries,
            };
        }

        return answer;
    }
}
