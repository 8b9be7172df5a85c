namespace KoreXo.Simulator.Tests.Conversations;

public sealed class FeedbackTests : AreaTest
{
    [Fact]
    public async Task Answers_are_saved_and_listed_by_channel_in_either_order()
    {
        foreach (var (score, channel) in new[] { (1, "rtm"), (2, "slack"), (3, "rtm") })
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            var body =
                $$"""{"channelUId":"a@example.com","name":"S","score":{{score}},"channel":"{{channel}}","type":"THUMB","language":"en","message":""}""";
            (await BotApp.PostAsync($"/api/1.1/public/bot/{Bot.Id}/saveFeedback", body)).Success();
        }

        Assert.Equal([3, 2, 1], await ScoresAsync("""{"filters":{"from":"2026-03-01","to":"2026-03-01"}}"""));
        Assert.Equal(
            [1, 3],
            await ScoresAsync(
                """{"filters":{"from":"2026-03-01","to":"2026-03-01","channel":["rtm"]},"sort":{"by":"timestamp","order":"asc"}}"""
            )
        );
        Assert.Empty(await ScoresAsync("""{"filters":{"from":"2026-02-01","to":"2026-02-28"}}"""));
        Assert.Equal([3, 2, 1], Platform.Feedback.Select(feedback => feedback.Score));
    }

    private async Task<List<double>> ScoresAsync(string body)
    {
        var result = (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/getFeedbackSurveyResponses", body)).Success()["result"]!.AsArray();
        Assert.All(result, answer => Assert.Equal("Like/Dislike", answer!["surveyType"]!.GetValue<string>()));
        return [.. result.Select(answer => answer!["score"]!.GetValue<double>())];
    }
}
