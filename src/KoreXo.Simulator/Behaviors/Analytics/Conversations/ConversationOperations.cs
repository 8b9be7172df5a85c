using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Conversations;

/// <summary>
/// Returns a conversation, and summarizes conversations. A summary only names its subject, since nothing is actually analyzed.
/// </summary>
internal sealed class ConversationOperations(PlatformState platform) : IOperationFamily
{
    private const int ShownOfTranscript = 40;

    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("summarizeConversation", Summarize), new OperationBehavior("getConversationDetails", GetDetails)];

    private JsonObject Summarize(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var input = call.Body.GetProperty("inputMode");
        if (input.Text("transcript") is { } transcript)
        {
            return Summary($"A transcript of {transcript.Length} characters that begins: {Beginning(transcript)}");
        }

        var id = input.Text("conversationId")!;
        return Summary(Find(bot, session => session.Id == id, id));
    }

    private static string Beginning(string transcript)
    {
        if (transcript.Length <= ShownOfTranscript)
        {
            return transcript;
        }

        var isWithinPair = char.IsHighSurrogate(transcript[ShownOfTranscript - 1]);
        return transcript[..(isWithinPair ? ShownOfTranscript - 1 : ShownOfTranscript)];
    }

    private JsonObject GetDetails(OperationCall call)
    {
        var (bot, body) = (platform.BotOf(call), call.Body);
        var session = (body.Text("sessionId"), body.Text("callId"), body.Text("conversationId")) switch
        {
            ({ } id, _, _) => Find(bot, session => session.Id == id, id),
            (_, { } id, _) => Find(bot, session => session.CallId == id, id),
            (_, _, { } id) => Find(bot, session => session.ConversationId == id || session.Id == id, id),
            _ => throw RefusalException.BadRequest("The body is not valid: one of sessionId, callId and conversationId is expected."),
        };
        var page = PageWindow.AtItem(body.Integer("skip") ?? body.Integer("offset"), body.Integer("limit")).Of(session.Messages);
        var answer = new JsonObject
        {
            ["conversationInfo"] = Info(session),
            ["conversationFlow"] = new JsonArray(
                new JsonObject
                {
                    ["status"] = "completedTask",
                    ["messageStoreId"] = session.Messages[0].Id,
                    ["taskName"] = session.TaskName,
                }
            ),
            ["conversationHistory"] = WireValue.Array(page.Items.Select(Describe)),
        };
        if (body.Flag("isSummaryRequired") == true)
        {
            answer["summary"] = Summary(session);
        }

        return answer;
    }

    private SimulatedSession Find(SimulatedBot bot, Func<SimulatedSession, bool> condition, string id) =>
        platform.Conversations.Sessions(bot).Items.FirstOrDefault(condition)
        ?? throw RefusalException.NotFound($"The bot has no conversation '{id}'.");

    private JsonObject Summary(SimulatedSession session) =>
        Summary(
            $"A user talked with {session.Bot.Name} about {session.TaskName} in {session.MessageCount} messages, which ended as {session.Containment}."
        );

    private JsonObject Summary(string text) => new() { ["ConversationSummary"] = text, ["time"] = WireTime.Format(platform.Now) };

    /// <summary>
    /// Returns the state of a session. The handoff time is present if there was a handoff; the absence of a current task is reported as a
    /// string.
    /// </summary>
    private static JsonObject Info(SimulatedSession session)
    {
        var info = new JsonObject
        {
            ["userId"] = session.UserId,
            ["callId"] = session.CallId,
            ["sessionStartTime"] = WireTime.Format(session.StartedOn),
            ["userDetails"] = new JsonObject
            {
                ["firstName"] = "",
                ["lastName"] = "",
                ["phoneNumber"] = null,
            },
            ["currentTask"] = "null",
            ["sessionId"] = session.Id,
        };
        if (session.Containment == "agent")
        {
            info["agentHandOffTime"] = WireTime.Format(session.EndedOn);
        }

        return info;
    }

    private static JsonObject Describe(SimulatedMessage message) =>
        new()
        {
            ["type"] = MessageAnswer.Type(message),
            ["status"] = MessageAnswer.Status(message),
            ["createdOn"] = WireTime.Format(message.SentOn),
            ["components"] = MessageAnswer.Components(message, withId: false),
        };
}
