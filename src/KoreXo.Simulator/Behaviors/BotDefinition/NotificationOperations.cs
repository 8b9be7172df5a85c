using System.Text.Json.Nodes;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Notifications;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Sends proactive notifications, in both versions, and returns their delivery status.</summary>
internal sealed class NotificationOperations(PlatformState platform) : IOperationFamily
{
    private readonly JobStore<Notification> _jobs = platform.NewJobs<Notification>("notification");

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior(
                "startProactiveNotification",
                call => Describe(Start(call, NotificationRequest.Read(call.Body)), platform.BotOf(call))
            ),
            new OperationBehavior("startProactiveNotificationV2", StartV2),
            new OperationBehavior("getProactiveNotificationStatus", GetStatus),
            new OperationBehavior("getProactiveNotificationStatusV2", GetStatusV2),
        ];

    private PlatformJob<Notification> Start(OperationCall call, Notification notification)
    {
        var id = "ds-" + platform.Ids.Groups();
        return _jobs.Start(id, Key(call, id), call.App, notification);
    }

    private JsonObject StartV2(OperationCall call)
    {
        var job = Start(call, NotificationRequest.ReadV2(call.Body));
        var answer = Describe(job, platform.BotOf(call));
        answer["store"] = new JsonObject { ["identitiesCount"] = job.Subject.Recipients.Count };
        answer["countOfDockStatuses"] = 0;
        return answer;
    }

    private JsonObject GetStatus(OperationCall call)
    {
        var bot = platform.BotOf(call);
        return Poll(
            call,
            job =>
            {
                var answer = Describe(job, bot);
                answer["count"] = job.Subject.Recipients.Count;
                return answer;
            }
        );
    }

    private JsonObject GetStatusV2(OperationCall call)
    {
        var bot = platform.BotOf(call);
        return Poll(
            call,
            job => new JsonObject
            {
                ["statusLogs"] = Logs(job, bot),
                ["count"] = job.Subject.Recipients.Count,
                ["status"] = State(job),
                ["streamId"] = bot.Id,
            }
        );
    }

    private JsonObject Poll(OperationCall call, Func<PlatformJob<Notification>, JsonObject> read) =>
        _jobs.Poll(
            Key(call, call.Parameters.Text("requestId")),
            read,
            // Delivery is decided when the job finishes, so a recipient that a test marks as unreachable after the start still counts.
            job => job.Subject.Outcomes = [.. job.Subject.Recipients.Select(Deliver)]
        );

    private NotificationOutcome Deliver(string recipient) =>
        platform.Recipients.IsReachable(recipient)
            ? new NotificationOutcome(
                "nl-" + platform.Ids.Groups(),
                recipient,
                IsDelivered: true,
                "u-" + platform.Ids.Groups(),
                "ms-" + platform.Ids.Groups()
            )
            : new NotificationOutcome("nl-" + platform.Ids.Groups(), recipient, IsDelivered: false, UserId: null, MessageId: null);

    private static JsonObject Describe(PlatformJob<Notification> job, SimulatedBot bot) =>
        new()
        {
            ["_id"] = job.Id,
            ["status"] = State(job),
            ["percentageComplete"] = job.Progress.Percent,
            ["streamId"] = bot.Id,
            ["createdBy"] = job.CreatedBy,
            ["jobType"] = "PROACTIVE_NOTIFICATIONS_API",
            ["action"] = "PROACTIVE_NOTIFICATIONS",
            ["statusLogs"] = Logs(job, bot),
            ["lMod"] = WireTime.Format(job.ModifiedOn),
            ["createdOn"] = WireTime.Format(job.CreatedOn),
            ["requestedTime"] = WireTime.Format(job.CreatedOn),
            ["__v"] = 0,
        };

    private static string State(PlatformJob<Notification> job) => job.IsDone ? job.Subject.FinalState : "IN_PROGRESS";

    private static JsonArray Logs(PlatformJob<Notification> job, SimulatedBot bot) =>
        WireValue.Array(
            job.Subject.Outcomes.Select(outcome =>
            {
                var log = new JsonObject
                {
                    ["_id"] = outcome.Id,
                    ["requestId"] = job.Id,
                    ["originalId"] = outcome.Recipient,
                    ["status"] = outcome.IsDelivered ? "SUCCESS" : "FAILURE",
                    ["createdBy"] = job.CreatedBy,
                    ["comments"] = outcome.IsDelivered ? "The message was delivered" : "The recipient is not known on the channel",
                    ["streamId"] = bot.Id,
                    ["channel"] = job.Subject.Channel,
                    ["createdOn"] = WireTime.Format(job.ModifiedOn),
                    ["__v"] = 0,
                };
                if (outcome.IsDelivered)
                {
                    log["koreId"] = outcome.UserId;
                    log["channelId"] = outcome.Recipient;
                    log["messagestoreId"] = outcome.MessageId;
                }

                return log;
            })
        );

    /// <summary>
    /// Returns the key of a notification. Ids are separate for the two versions, so the status call of one does not find those of the
    /// other.
    /// </summary>
    private string Key(OperationCall call, string id) =>
        $"{platform.BotOf(call).Id}/{(call.Operation.Id.EndsWith("V2", StringComparison.Ordinal) ? "V2" : "V1")}/{id}";
}
