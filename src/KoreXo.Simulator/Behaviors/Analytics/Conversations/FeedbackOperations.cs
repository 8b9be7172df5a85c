using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Analytics.Conversations;

/// <summary>Saves responses to feedback surveys, and lists them, latest first unless the request sorts in ascending order.</summary>
internal sealed class FeedbackOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("saveFeedback", Save), new OperationBehavior("listFeedbackResponses", List)];

    private JsonObject Save(OperationCall call)
    {
        var body = call.Body;
        var feedback = new SimulatedFeedback(
            platform.Ids.Digits(),
            platform.BotOf(call).Id,
            body.Text("name")!,
            body.Text("type")!,
            body.Number("score")!.Value,
            body.Text("channel")!,
            body.Text("channelUId")!,
            body.Text("language")!,
            platform.Now
        );
        platform.Feedback.Add(feedback);
        return new JsonObject
        {
            ["botId"] = feedback.BotId,
            ["channel"] = feedback.Channel,
            ["language"] = feedback.Language,
            ["score"] = feedback.Score,
            ["timestamp"] = WireTime.Format(feedback.CreatedOn),
            ["createdOn"] = WireTime.Format(feedback.CreatedOn),
            ["timestampValue"] = feedback.CreatedOn.ToUnixTimeMilliseconds(),
            ["type"] = feedback.SurveyType,
            ["name"] = feedback.Survey,
            ["channelUId"] = feedback.ChannelUserId,
            ["orgId"] = AccountIds.Organization,
            ["accountId"] = AccountIds.Account,
            ["userId"] = feedback.UserId,
            ["_id"] = feedback.Id,
            ["__v"] = 0,
        };
    }

    private JsonObject List(OperationCall call)
    {
        var (bot, filters) = (platform.BotOf(call), call.Body.GetProperty("filters"));
        var window = TimeWindow.Read(filters.Text("from"), filters.Text("to"));
        var channels = filters.Texts("channel");
        var found = platform.Feedback.Find(feedback =>
            feedback.BotId == bot.Id
            && window.Contains(feedback.CreatedOn)
            && (channels.Count == 0 || channels.Contains(feedback.Channel, StringComparer.Ordinal))
        );
        if (call.Member("sort")?.Text("order") == "asc")
        {
            found = [.. found.Reverse()];
        }

        var page = PageWindow.AtItem(call.Body.Integer("skip"), call.Body.Integer("limit")).Of(found);
        return new JsonObject
        {
            ["moreAvailable"] = page.HasMore,
            ["totalCount"] = page.Total,
            ["result"] = WireValue.Array(page.Items.Select(Describe)),
        };
    }

    /// <summary>Describes a survey response; the thumbs survey has a different name here.</summary>
    private static JsonObject Describe(SimulatedFeedback feedback) =>
        new()
        {
            ["_id"] = feedback.Id,
            ["surveyName"] = feedback.Survey,
            ["surveyType"] = feedback.SurveyType == "THUMB" ? "Like/Dislike" : feedback.SurveyType,
            ["userId"] = feedback.UserId,
            ["channelUId"] = feedback.ChannelUserId,
            ["channel"] = feedback.Channel,
            ["language"] = feedback.Language,
            ["score"] = feedback.Score,
            ["comments"] = null,
            ["timestamp"] = WireTime.Format(feedback.CreatedOn),
        };
}
