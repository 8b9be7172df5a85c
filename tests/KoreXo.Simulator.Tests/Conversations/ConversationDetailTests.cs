using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Conversations;

/// <summary>Details and summaries of one conversation, and what users said about it.</summary>
public sealed class ConversationDetailTests : AreaTest
{
    private string Details => $"/api/public/bot/{Bot.Id}/conversationDetails";

    private string Summary => $"/api/public/streams/{Bot.Id}/conversationSummary";

    private string Feedback => $"/api/1.1/public/bot/{Bot.Id}/saveFeedback";

    [Theory]
    [InlineData("", 6)]
    [InlineData(""","skip":4""", 2)]
    [InlineData(""","offset":4""", 2)]
    [InlineData(""","skip":6""", 0)]
    [InlineData(""","limit":1""", 1)]
    public async Task The_messages_of_a_conversation_are_paged_from_the_first(string page, int count)
    {
        var session = Platform.SeedSessions(Bot, 1)[0];

        var history = (await BotApp.PostAsync(Details, $$"""{"sessionId":"{{session.Id}}"{{page}}}""")).Success()["conversationHistory"]!;

        Assert.Equal(count, history.AsArray().Count);
    }

    [Fact]
    public async Task A_conversation_without_an_agent_has_no_time_of_hand_over_and_the_word_null_as_its_task()
    {
        var session = Platform.SeedSessions(Bot, 1)[0];

        var answer = (await BotApp.PostAsync(Details, $$"""{"sessionId":"{{session.Id}}"}""")).Success();

        Assert.Equal("selfService", session.Containment);
        Assert.False(answer["conversationInfo"]!.AsObject().ContainsKey("agentHandOffTime"));
        Assert.Equal("null", answer["conversationInfo"]!["currentTask"]!.GetValue<string>());
        Assert.True(answer["conversationInfo"]!["userDetails"]!.AsObject().TryGetPropertyValue("phoneNumber", out var phone));
        Assert.Null(phone);
        Assert.Null(answer["summary"]);
    }

    [Fact]
    public async Task A_summary_is_there_if_it_is_asked_for()
    {
        var session = Platform.SeedSessions(Bot, 1)[0];

        var answer = (await BotApp.PostAsync(Details, $$"""{"sessionId":"{{session.Id}}","isSummaryRequired":true}""")).Success();

        Assert.Equal(
            "A user talked with Travel about Welcome in 6 messages, which ended as selfService.",
            answer["summary"]!["ConversationSummary"]!.GetValue<string>()
        );
    }

    [Theory]
    [InlineData("""{"sessionId":7}""", "/sessionId")]
    [InlineData("""{"sessionId":"x","limit":0}""", "/limit")]
    [InlineData("""{"sessionId":"x","isSummaryRequired":"yes"}""", "/isSummaryRequired")]
    [InlineData("""{"sessionId":null,"callId":null}""", "")]
    public async Task Details_that_name_nothing_are_refused(string body, string reason) =>
        Assert.Contains(reason, (await BotApp.PostAsync(Details, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Fact]
    public async Task The_conversation_of_another_bot_is_not_found()
    {
        var session = Platform.SeedSessions(Platform.AddBot("Other"), 1)[0];

        Assert.Contains(
            $"no conversation '{session.Id}'",
            (await BotApp.PostAsync(Details, $$"""{"sessionId":"{{session.Id}}"}""")).Refusal(HttpStatusCode.NotFound),
            StringComparison.Ordinal
        );
        (await BotApp.PostAsync(Summary, $$$"""{"lang":"en","inputMode":{"conversationId":"{{{session.Id}}}"}}""")).Refusal(
            HttpStatusCode.NotFound
        );
    }

    [Theory]
    [InlineData("""{"lang":"en","inputMode":{}}""")]
    [InlineData("""{"lang":"en","inputMode":{"transcript":null}}""")]
    [InlineData("""{"lang":"en","inputMode":{"transcript":"a","conversationId":"b"}}""")]
    [InlineData("""{"lang":"de","inputMode":{"transcript":"a"}}""")]
    [InlineData("""{"inputMode":{"transcript":"a"}}""")]
    [InlineData("""{"lang":"en"}""")]
    public async Task A_summary_is_of_one_thing_and_in_English(string body) =>
        (await BotApp.PostAsync(Summary, body)).Refusal(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("", "A transcript of 0 characters that begins: ")]
    [InlineData("Hi", "A transcript of 2 characters that begins: Hi")]
    public async Task A_transcript_is_told_by_its_beginning(string transcript, string expected) =>
        Assert.Equal(expected, await SummarizeAsync(transcript));

    [Fact]
    public async Task A_transcript_is_not_cut_within_a_character()
    {
        var summary = await SummarizeAsync(new string('a', 39) + "😀b");

        Assert.EndsWith(new string('a', 39), summary, StringComparison.Ordinal);
        Assert.DoesNotContain(Rune.ReplacementChar.ToString(), summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"score\":\"9\"", "/score")]
    [InlineData("\"score\":1e400", "score")]
    [InlineData("\"score\":null", "/score")]
    [InlineData("\"score\":9,\"type\":\"STARS\"", "/type")]
    [InlineData("\"score\":9,\"language\":1", "/language")]
    public async Task Feedback_of_the_wrong_kind_is_refused_and_not_kept(string members, string reason)
    {
        var type = members.Contains("type", StringComparison.Ordinal) ? "" : "\"type\":\"NPS\",";
        var language = members.Contains("language", StringComparison.Ordinal) ? "" : "\"language\":\"en\",";
        var body = $$"""{"channelUId":"u","name":"n","channel":"rtm","message":"",{{type}}{{language}}{{members}}}""";

        Assert.Contains(reason, (await BotApp.PostAsync(Feedback, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Empty(Platform.Feedback);
    }

    [Fact]
    public async Task Feedback_with_a_thumb_is_listed_as_like_or_dislike_of_its_bot()
    {
        await SaveAsync("THUMB", -1);
        await SaveAsync("NPS", 7);

        var page = await ListAsync("""{"filters":{"from":"2026-03-01","to":"2026-03-01"},"sort":{"order":"asc"},"limit":1}""");

        Assert.Equal(
            (2, true, "Like/Dislike", -1.0),
            (
                page["totalCount"]!.GetValue<int>(),
                page["moreAvailable"]!.GetValue<bool>(),
                page["result"]![0]!["surveyType"]!.GetValue<string>(),
                page["result"]![0]!["score"]!.GetValue<double>()
            )
        );
        var other = Platform.AddBot("Other").Id;
        Assert.Equal(0, (await ListAsync("""{"filters":{"from":"2026-03-01","to":"2026-03-01"}}""", other))["totalCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""{"filters":{"from":"2026-03-02","to":"2026-03-01"}}""", "before it begins")]
    [InlineData("""{"filters":{"from":"2026-03-01"}}""", "/filters/to")]
    [InlineData("""{"filters":{"from":"2026-03-01","to":"2026-03-01"},"sort":{"by":"score"}}""", "/sort/by")]
    [InlineData("{}", "/filters")]
    public async Task Responses_are_listed_between_two_moments(string body, string reason) =>
        Assert.Contains(
            reason,
            (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/getFeedbackSurveyResponses", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    private async Task<string> SummarizeAsync(string transcript)
    {
        var body = new JsonObject
        {
            ["lang"] = "en",
            ["inputMode"] = new JsonObject { ["transcript"] = transcript },
        };
        return (await BotApp.PostAsync(Summary, body.ToJsonString())).Success()["ConversationSummary"]!.GetValue<string>();
    }

    private async Task SaveAsync(string type, int score) =>
        (
            await BotApp.PostAsync(
                Feedback,
                $$"""{"channelUId":"u","name":"n","channel":"rtm","message":"","language":"en","type":"{{type}}","score":{{score}}}"""
            )
        ).Success();

    private async Task<JsonNode> ListAsync(string body, string? bot = null) =>
        (await BotApp.PostAsync($"/api/public/bot/{bot ?? Bot.Id}/getFeedbackSurveyResponses", body)).Success();
}
