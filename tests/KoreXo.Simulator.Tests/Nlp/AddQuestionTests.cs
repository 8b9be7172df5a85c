using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Nlp;

/// <summary>Extracted questions are added all or none.</summary>
public sealed class AddQuestionTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}/faqs/bulk?language=en";

    [Theory]
    [InlineData("streamId", "\"st-other\"", "/faqs/1/streamId: it is another bot than that of the path")]
    [InlineData("knowledgeTaskId", "\"none\"", "/faqs/1/knowledgeTaskId: the bot has no such knowledge task in this language")]
    [InlineData("parent", "\"none\"", "/faqs/1/parent: the knowledge graph has no such node")]
    [InlineData("qsId", "\"none\"", "/faqs/1/qsId: no extraction of the bot has such a question")]
    [InlineData("qsId", "null", "/faqs/1/qsId")]
    [InlineData("questionPayload", "{}", "/faqs/1/questionPayload/question: it is required")]
    [InlineData("answerPayload", "\"So.\"", "/faqs/1/answerPayload")]
    [InlineData("answerPayload", "[{}]", "/faqs/1/answerPayload/0/text: it is required")]
    public async Task One_wrong_question_keeps_the_others_out(string member, string value, string reason)
    {
        var (right, wrong) = (await QuestionAsync(), await QuestionAsync());
        wrong[member] = JsonNode.Parse(value);

        Assert.Contains(reason, (await AddAsync(right, wrong)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"faqs":{}}""")]
    [InlineData("""{"faqs":[7]}""")]
    [InlineData("[]")]
    public async Task What_is_no_list_of_questions_is_refused(string body) =>
        Assert.Contains(
            "The body is not valid",
            (await Admin.PostAsync(Target, body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task No_questions_are_added_as_readily_as_one_twice()
    {
        (await AddAsync()).Success();
        Assert.Equal(0, await CountAsync());

        var question = await QuestionAsync();
        (await AddAsync(question, (JsonObject)question.DeepClone())).Success();

        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task An_answer_is_the_first_of_its_payload_and_may_be_absent()
    {
        var (two, none) = (await QuestionAsync(), await QuestionAsync());
        two["answerPayload"]!.AsArray().Add(JsonNode.Parse("""{"text":"Second.","type":"basic","channel":"rtm"}"""));
        none["answerPayload"] = new JsonArray();

        (await AddAsync(two, none)).Success();

        var faqs = (await FaqsAsync())["faqs"]!.AsArray();
        Assert.Equal(["So.", ""], faqs.Select(faq => faq!["answerPayload"]![0]!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_question_of_another_bot_is_none_of_this_one()
    {
        var question = await QuestionAsync();
        var other = Platform.AddBot("Other").Id;
        question["qsId"] = await ExtractedAsync(other);

        Assert.Contains("/faqs/0/qsId", (await AddAsync(question)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    private Task<TestCaller.Reply> AddAsync(params JsonObject[] questions) =>
        Admin.PostAsync(Target, new JsonObject { ["faqs"] = new JsonArray([.. questions]) }.ToJsonString());

    private async Task<JsonNode> FaqsAsync() =>
        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/v2/faqs?language=en&state=configured")).Success();

    private async Task<int> CountAsync() => (await FaqsAsync())["count"]!.GetValue<int>();

    private async Task<string> ExtractedAsync(string bot)
    {
        var body = """{"fileUrl":"https://example.com/faq","name":"Page"}""";
        var id = (await Admin.PostAsync($"/api/public/bot/{bot}/qna/import?language=en", body)).Success()["_id"];
        var questions = (await Admin.GetAsync($"/api/public/stream/{bot}/qna/{id}/questions")).Success()["extractions"]!;
        return questions[0]!["_id"]!.GetValue<string>();
    }

    private async Task<JsonObject> QuestionAsync()
    {
        var task = (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/knowledgeTasks?language=en")).Success();
        return new JsonObject
        {
            ["questionPayload"] = new JsonObject { ["question"] = "Why?", ["tagsPayload"] = new JsonArray() },
            ["answerPayload"] = new JsonArray(JsonNode.Parse("""{"text":"So.","type":"basic","channel":"default"}""")),
            ["knowledgeTaskId"] = task["_id"]!.GetValue<string>(),
            ["subQuestions"] = new JsonArray(),
            ["responseType"] = "message",
            ["subAnswers"] = new JsonArray(),
            ["streamId"] = Bot.Id,
            ["parent"] = task["taxonomy"]![0]!["nodeId"]!.GetValue<string>(),
            ["leafterm"] = "Travel",
            ["qsId"] = await ExtractedAsync(Bot.Id),
        };
    }
}
