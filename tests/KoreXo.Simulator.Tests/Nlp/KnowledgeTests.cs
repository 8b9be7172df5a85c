using System.Net;

namespace KoreXo.Simulator.Tests.Nlp;

public sealed class KnowledgeTests : AreaTest
{
    [Fact]
    public async Task Extracted_questions_are_added_to_a_node_and_listed_there()
    {
        var file = await UploadAsync("How much?,Ten, or so\nWhy?,Because", "csv");
        var extraction = (
            await Admin.PostAsync($"/api/public/bot/{Bot.Id}/qna/import?language=en", $$"""{"fileId":"{{file}}","name":"Fees"}""")
        ).Success()["_id"]!.GetValue<string>();
        var question = (await Admin.GetAsync($"/api/public/stream/{Bot.Id}/qna/{extraction}/questions?limit=1")).Success()["extractions"]![
            0
        ]!;
        Assert.Equal(("How much?", "Ten, or so"), (question["question"]!.GetValue<string>(), question["answer"]!.GetValue<string>()));
        var task = (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/knowledgeTasks?language=en")).Success();
        var node = task["taxonomy"]![0]!["nodeId"]!.GetValue<string>();
        var id = task["_id"]!.GetValue<string>();

        (await AddAsync(id, node, question["_id"]!.GetValue<string>(), Bot.Id)).Success();

        var faqs = (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/faqs?ktId={id}&language=en&parentId={node}")).Success();
        Assert.Equal(1, faqs["count"]!.GetValue<int>());
        Assert.Equal(
            ("Why?", "So."),
            (
                faqs["faqs"]![0]!["questionPayload"]!["question"]!.GetValue<string>(),
                faqs["faqs"]![0]!["answerPayload"]![0]!["text"]!.GetValue<string>()
            )
        );
        var history = (await Admin.GetAsync($"/api/public/stream/{Bot.Id}/qna/history?language=en")).Success()["metaqnas"]![0]!;
        Assert.Equal((1, 2), (history["qnaAddedCount"]!.GetValue<int>(), history["qnaExtractedCount"]!.GetValue<int>()));

        (await AddAsync("none", node, question["_id"]!.GetValue<string>(), Bot.Id)).Refusal(HttpStatusCode.BadRequest);
        (await AddAsync(id, "none", question["_id"]!.GetValue<string>(), Bot.Id)).Refusal(HttpStatusCode.BadRequest);
        (await AddAsync(id, node, "none", Bot.Id)).Refusal(HttpStatusCode.BadRequest);
        (await AddAsync(id, node, question["_id"]!.GetValue<string>(), "st-other")).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task FAQs_of_a_node_alone_are_fewer_than_those_of_all_nodes_below()
    {
        Platform.SeedFaqs(Bot, 3);
        Platform.SeedFaqs(Bot, 4, "Fees");

        Assert.Equal(7, await CountAsync("state=configured"));
        Assert.Equal(3, await CountAsync("state=configured&nodeName=Travel"));
        Assert.Equal(7, await CountAsync("state=configured&nodeName=Travel&withallchild=true"));
        Assert.Equal(4, await CountAsync("state=configured&nodeName=Fees&withallchild=true"));
        Assert.Equal(2, await CountAsync("state=configured&search=FAQ%201%20of"));
        (await FaqsAsync("state=configured&nodeName=None")).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Published_FAQs_are_those_that_were_there_when_the_bot_was_published()
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        Platform.SeedFaqs(Bot, 3);
        Assert.Equal(0, await CountAsync("state=published"));

        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/publish", """{"versionComment":"c"}""")).Success();
        await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/publish/status"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Platform.SeedFaqs(Bot, 2);

        Assert.Equal((3, 5), (await CountAsync("state=published"), await CountAsync("state=configured")));
    }

    [Fact]
    public async Task Languages_have_knowledge_of_their_own()
    {
        Bot.LanguageSet.Add("de");
        Platform.SeedFaqs(Bot, 2, language: "de");

        Assert.Equal(0, await CountAsync("state=configured"));
        Assert.Equal(2, (await FaqsAsync("state=configured", "de")).Success()["count"]!.GetValue<int>());
        (await FaqsAsync("state=configured", "fr")).Refusal(HttpStatusCode.BadRequest);
        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/faqs?ktId=none&language=en")).Refusal(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Welcome me", "false", "Welcome", "published")]
    [InlineData("please WELCOME", "true", "Welcome", "configured")]
    [InlineData("nonsense", "false", null, null)]
    public async Task An_intent_is_found_by_the_name_of_a_dialog(string input, string configured, string? task, string? state)
    {
        var body = $$"""{"input":"{{input}}","streamName":"Travel"}""";
        var response = (
            await BotApp.PostAsync($"/api/v1.1/rest/bot/{Bot.Id}/findIntent?fetchConfiguredTasks={configured}", body)
        ).Success()["response"]!;

        Assert.Equal((task, state), (response["task"]?.GetValue<string>(), response["intentStatus"]?.GetValue<string>()));
        Assert.Equal(task is null ? "failintent" : "successintent", response["result"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_conversation_is_named_in_one_of_three_ways()
    {
        var sessions = Platform.SeedSessions(Bot, 3);
        var handedOver = sessions.Single(session => session.Containment == "agent");

        Assert.Equal(handedOver.Id, await DetailsAsync($$"""{"sessionId":"{{handedOver.Id}}","callId":"{{sessions[0].CallId}}"}"""));
        Assert.Equal(handedOver.Id, await DetailsAsync($$"""{"callId":"{{handedOver.CallId}}"}"""));
        Assert.Equal(handedOver.Id, await DetailsAsync($$"""{"conversationId":"{{handedOver.ConversationId}}"}"""));
        (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/conversationDetails", "{}")).Refusal(HttpStatusCode.BadRequest);
        (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/conversationDetails", """{"sessionId":"none"}""")).Refusal(
            HttpStatusCode.NotFound
        );

        async Task<string> DetailsAsync(string body)
        {
            var info = (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/conversationDetails", body)).Success()["conversationInfo"]!;
            Assert.NotNull(info["agentHandOffTime"]);
            return info["sessionId"]!.GetValue<string>();
        }
    }

    private Task<TestCaller.Reply> AddAsync(string task, string node, string question, string bot) =>
        Admin.PostAsync(
            $"/api/public/bot/{Bot.Id}/faqs/bulk?language=en",
            $$"""
            {"faqs":[{"questionPayload":{"question":"Why?","tagsPayload":[]},"answerPayload":[{"text":"So.","type":"basic","channel":"default"}],
             "knowledgeTaskId":"{{task}}","subQuestions":[],"responseType":"message","subAnswers":[],"streamId":"{{bot}}","parent":"{{node}}",
             "leafterm":"Travel","qsId":"{{question}}"}]}
            """
        );

    private Task<TestCaller.Reply> FaqsAsync(string query, string language = "en") =>
        Admin.GetAsync($"/api/public/bot/{Bot.Id}/v2/faqs?language={language}&{query}");

    private async Task<int> CountAsync(string query) => (await FaqsAsync(query)).Success()["count"]!.GetValue<int>();
}
