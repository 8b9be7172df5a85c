using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Reports;

/// <summary>
/// Lists metrics: one record for each user message. Messages of abandoned sessions count as failures, all others as successes; performance
/// covers all of them.
/// </summary>
internal sealed class MetricOperations(PlatformState platform) : IOperationFamily
{
    private const string DefaultChannel = "rtm";

    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("listMetrics", List)];

    private JsonObject List(OperationCall call)
    {
        var (bot, body) = (platform.BotOf(call), call.Body);
        var filters = body.GetProperty("filters");
        var type = body.Text("type")!;
        var records = platform
            .Conversations.Messages(bot)
            .Find(
                TimeWindow.Read(filters.Text("from"), filters.Text("to")),
                latestFirst: call.Member("sort")?.Text("order") != "asc",
                Condition(type, filters)
            );
        var page = PageWindow.AtItem(body.Integer("skip"), body.Integer("limit")).Of(records);
        var schema = call.Operation.Answer.ActualProperties["result"].ActualSchema.Item!.ActualSchema;
        return new JsonObject
        {
            ["moreAvailable"] = page.HasMore,
            ["result"] = WireValue.Array(
                page.Items.Select(place =>
                    GeneratedAnswer.About(platform, schema, $"{type}/{place.Message.Id}", place.Session, Truth(type, place.Message))
                )
            ),
            ["totalCount"] = page.Total,
        };
    }

    private static Func<MessagePlace, bool> Condition(string type, JsonElement filters)
    {
        var (channels, identities, users, tasks) = (
            filters.Texts("channel"),
            filters.Texts("channelUIds"),
            filters.Texts("userId"),
            filters.Texts("taskId")
        );
        var tags = filters.Member("tags") is { } member ? member.Items("and") : [];
        var isImpossible = filters.Flag("isAmbiguous") == true || filters.Flag("isDeveloper") == true; // No record matches either filter.
        // Messages of the user have even indexes: in a session, they alternate with those of the bot, and the user begins.
        return place =>
            place.Index % 2 == 0
            && !isImpossible
            && IsAbout(type, place.Session)
            && (
                channels.Count == 0
                    ? place.Session.Channel == DefaultChannel
                    : channels.Contains(place.Session.Channel, StringComparer.Ordinal)
            )
            && (identities.Count == 0 || identities.Any(place.Session.IsOf))
            && (users.Count == 0 || users.Any(place.Session.IsOf))
            && (tasks.Count == 0 || tasks.Contains(place.Session.TaskId, StringComparer.Ordinal))
            && tags.All(tag =>
                tag.Text("name") == SimulatedSession.TagName && tag.Texts("values").Contains(place.Session.Channel, StringComparer.Ordinal)
            );
    }

    private static bool IsAbout(string type, SimulatedSession session) =>
        type switch
        {
            "performance" => true,
            "successintent" or "successtask" => session.Containment != "dropOff",
            _ => session.Containment == "dropOff",
        };

    private static JsonObject Truth(string type, SimulatedMessage message) =>
        new()
        {
            ["_id"] = $"{type}-{message.Id}",
            ["messageId"] = message.Id,
            ["sessionId"] = message.Session.Id,
            ["utterance"] = message.Text,
            ["intent"] = message.Session.TaskName,
            ["userId"] = message.Session.UserId,
            ["channelUId"] = message.Session.ChannelUserId,
            ["language"] = "en",
            ["timestamp"] = WireTime.Format(message.SentOn),
            ["channel"] = message.Session.Channel,
            ["isAmbiguous"] = false,
            ["taskName"] = message.Session.TaskName,
            ["taskId"] = message.Session.TaskId,
        };
}
