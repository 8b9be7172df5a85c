using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Logs;

/// <summary>Lists requests to language models: one for each session, latest first unless the request sorts them by time.</summary>
internal sealed class LlmUsageOperations(PlatformState platform) : IOperationFamily
{
    private const string Feature = "GenAI Node";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("listLlmUsageLogs", List)];

    private JsonArray List(OperationCall call)
    {
        var body = call.Body;
        var window = TimeWindow.Read(body.Text("dateFrom"), body.Text("dateTo")).AtMost(Longest, "it is at most 90 days");
        var sessions = platform.Conversations.Sessions(platform.BotOf(call)).Find(window, latestFirst: true, Condition(body));
        if (body.Member("sort") is { } sort && sort.Text("field") is not null)
        {
            sessions = sort.Text("order") == "desc" ? [.. sessions.OrderByDescending(TimeTaken)] : [.. sessions.OrderBy(TimeTaken)];
        }

        var page = PageWindow.AtItem(Number(body.Text("skip")), Number(body.Text("limit"))).Of(sessions);
        var schema = call.Operation.Answer.ActualSchema.Item!.ActualSchema;
        return WireValue.Array(
            page.Items.Select(session => GeneratedAnswer.About(platform, schema, "llm/" + session.Id, session, Truth(session)))
        );
    }

    private static Func<SimulatedSession, bool>? Condition(JsonElement body)
    {
        var (channels, features, identities, users) = (
            body.Texts("channel"),
            body.Texts("featureName"),
            body.Texts("channelUserIds"),
            body.Texts("userIds")
        );
        var tasks = body.Member("taskId") is { ValueKind: JsonValueKind.String } task ? [task.GetString()!] : body.Texts("taskId");
        return session =>
            (channels.Count == 0 || channels.Contains(session.Channel, StringComparer.Ordinal))
            && (features.Count == 0 || features.Contains(Feature, StringComparer.Ordinal))
            && (tasks.Count == 0 || tasks.Contains(session.TaskId, StringComparer.Ordinal))
            && (identities.Count == 0 || identities.Any(session.IsOf))
            && (users.Count == 0 || users.Any(session.IsOf));
    }

    /// <summary>Returns the known members. The labels are the platform's, including the trailing space of one.</summary>
    private static JsonObject Truth(SimulatedSession session) =>
        new()
        {
            ["Integration"] = "OpenAI",
            ["start Date"] = WireTime.Format(session.StartedOn),
            ["End Date"] = WireTime.Format(session.StartedOn + TimeSpan.FromMilliseconds(TimeTaken(session))),
            ["Time Taken"] = TimeTaken(session),
            ["statusCode"] = 200,
            ["Bot ID"] = session.Bot.Id,
            ["User ID"] = session.UserId,
            ["Feature Name "] = Feature,
            ["Model Name"] = "gpt-4o",
            ["Channel Name"] = session.Channel,
            ["task Id"] = session.TaskId,
            ["Status"] = "Success",
        };

    private static int TimeTaken(SimulatedSession session) => 200 + new ValueSource("llm-time/" + session.Id).Next(2000);

    /// <summary>
    /// Parses a number that is written as a string and has been validated as digits. One that is too long is beyond the end of any list.
    /// </summary>
    private static long? Number(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
    }
}
