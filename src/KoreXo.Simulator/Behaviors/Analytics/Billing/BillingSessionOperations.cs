using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Analytics.Billing;

/// <summary>Lists the billing sessions of a bot or of all bots, latest first: one for each session.</summary>
internal sealed class BillingSessionOperations(PlatformState platform) : IOperationFamily
{
    private const int MaxMonths = 3;

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("listBillingSessions", call => List(call, platform.BotOf(call))),
            new OperationBehavior(
                "listAccountBillingSessions",
                call => List(call, call.Text("botId") is { } bot ? platform.Bots.Demand(bot) : null)
            ),
        ];

    private JsonObject List(OperationCall call, SimulatedBot? bot)
    {
        var body = call.Body;
        var window = TimeWindow.Read(body.Text("fromDate"), body.Text("toDate")).AtMostMonths(MaxMonths);
        var channel = body.Text("channel");
        Func<SimulatedSession, bool>? condition = channel is null ? null : session => session.Channel == channel;
        var sessions = platform.Conversations.Sessions(bot).Find(window, latestFirst: true, condition);
        var page = PageWindow.AtItem(body.Integer("skip"), body.Integer("limit")).Of(sessions);
        return new JsonObject
        {
            ["total"] = page.Total,
            ["moreAvailable"] = page.HasMore,
            ["sessions"] = WireValue.Array(page.Items.Select(Describe)),
        };
    }

    private static JsonObject Describe(SimulatedSession session) =>
        new()
        {
            ["botId"] = session.Bot.Id,
            ["channel"] = session.Channel,
            ["koreUserId"] = session.UserId,
            ["channelUserId"] = session.ChannelUserId,
            ["billingSessionType"] = "Conversations",
            ["conversationSessionId"] = session.Id,
            ["conversationSessionStartDateTime"] = Words(session.StartedOn),
            ["conversationSessionEndDateTime"] = Words(session.EndedOn),
            ["billingSessionId"] = "bs-" + session.Id,
            ["billingSessionStartDateTime"] = Words(session.StartedOn),
            ["billingSessionEndDateTime"] = Words(session.EndedOn),
        };

    /// <summary>
    /// Formats a time as <c>03-10-2021 2:05:03 pm</c> rather than in ISO format, as in the platform's sample. The month comes first.
    /// </summary>
    private static string Words(DateTimeOffset time) =>
        time.UtcDateTime.ToString("MM-dd-yyyy h:mm:ss ", CultureInfo.InvariantCulture) + (time.UtcDateTime.Hour < 12 ? "am" : "pm");
}
