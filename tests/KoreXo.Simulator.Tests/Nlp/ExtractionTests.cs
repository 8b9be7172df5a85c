using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Nlp;

public sealed class ExtractionTests : AreaTest
{
    private string Import => $"/api/public/bot/{Bot.Id}/qna/import?language=en";

    private string Faqs => $"/api/public/bot/{Bot.Id}/v2/faqs?language=en&state=configured";

    [Theory]
    [InlineData("", "")]
    [InlineData("Why?", "Why?=")]
    [InlineData("Why?,Because\r\n\r\nHow?,So, and so", "Why?=Because|How?=So, and so")]
    [InlineData("\ufeffWhy?,Because", "Why?=Because")]
    [InlineData(",Because", "=Because")]
    public async Task Each_line_of_a_file_is_a_question_and_its_answer(string file, string expected)
    {
        var id = await ExtractAsync($$"""{"fileId":"{{await UploadAsync(file, "csv")}}","name":"Fees"}""");

        var questions = (await QuestionsAsync(id)).AsArray();

        Assert.Equal(
            expected,
            string.Join('|', questions.Select(item => $"{item!["question"]!.GetValue<string>()}={item["answer"]!.GetValue<string>()}"))
        );
    }

    [Theory]
    [InlineData("""{"name":"F"}""", "is required")]
    [InlineData("""{"fileId":"x","fileUrl":"https://example.com/","name":"F"}""", "")]
    [InlineData("""{"fileId":"none","name":"F"}""", "/fileId: there is no uploaded file 'none'")]
    [InlineData("""{"fileUrl":"https://example.com/"}""", "/name")]
    [InlineData("""{"fileUrl":"not an address","name":"F"}""", "/fileUrl")]
    [InlineData("""{"fileUrl":7,"name":"F"}""", "/fileUrl")]
    public async Task An_extraction_is_of_one_file_or_one_page(string body, string reason)
    {
        Assert.Contains(reason, (await Admin.PostAsync(Import, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Empty((await HistoryAsync())["metaqnas"]!.AsArray());
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("?limit=2", 2)]
    [InlineData("?limit=2&offset=4", 1)]
    [InlineData("?offset=5", 0)]
    public async Task The_questions_of_a_page_are_paged(string page, int count)
    {
        var id = await ExtractAsync("""{"fileUrl":"https://example.com/faq","name":"Page"}""");

        var questions = (await QuestionsAsync(id, page)).AsArray();

        Assert.Equal(count, questions.Count);
        Assert.All(Texts(questions, "question"), text => Assert.EndsWith("of https://example.com/faq", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?offset=-1")]
    [InlineData("?limit=many")]
    public async Task A_page_of_questions_that_is_none_is_refused(string page)
    {
        var id = await ExtractAsync("""{"fileUrl":"https://example.com/faq","name":"Page"}""");

        (await Admin.GetAsync($"/api/public/stream/{Bot.Id}/qna/{id}/questions{page}")).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_extraction_of_another_bot_is_not_found_nor_in_its_history()
    {
        var id = await ExtractAsync("""{"fileUrl":"https://example.com/faq","name":"Page"}""");
        var other = Platform.AddBot("Other").Id;

        Assert.Contains(
            $"no extraction '{id}'",
            (await Admin.GetAsync($"/api/public/stream/{other}/qna/{id}/questions")).Refusal(HttpStatusCode.NotFound),
            StringComparison.Ordinal
        );
        Assert.Empty((await Admin.GetAsync($"/api/public/stream/{other}/qna/history?language=en")).Success()["metaqnas"]!.AsArray());
    }

    [Fact]
    public async Task An_extraction_of_a_page_names_no_file()
    {
        await ExtractAsync("""{"fileUrl":"https://example.com/faq","name":"Page"}""");

        var entry = Assert.Single((await HistoryAsync())["metaqnas"]!.AsArray())!.AsObject();

        Assert.Equal(
            ("Page", 5, 0),
            (entry["name"]!.GetValue<string>(), entry["qnaCount"]!.GetValue<int>(), entry["qnaAddedCount"]!.GetValue<int>())
        );
        Assert.False(entry.ContainsKey("fileId") || entry.ContainsKey("fileName"));
    }

    [Theory]
    [InlineData("&limit=2", 2, true)]
    [InlineData("&limit=2&offset=6", 1, false)]
    [InlineData("&offset=7", 0, false)]
    [InlineData("&search=", 7, false)]
    [InlineData("&search=fAq%201%20", 2, false)]
    [InlineData("&search=%25", 0, false)]
    [InlineData("&nodeName=Fees", 4, false)]
    public async Task Questions_of_the_graph_are_searched_and_paged(string query, int count, bool more)
    {
        Platform.SeedFaqs(Bot, 3);
        Platform.SeedFaqs(Bot, 4, "Fees");

        var page = (await Admin.GetAsync(Faqs + query)).Success();

        Assert.Equal((count, more), (page["faqs"]!.AsArray().Count, page["moreAvailable"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("&limit=51", "limit")]
    [InlineData("&limit=0", "limit")]
    [InlineData("&offset=-1", "offset")]
    [InlineData("&withallchild=maybe", "withallchild")]
    public async Task A_page_of_the_graph_that_is_none_is_refused(string query, string reason) =>
        Assert.Contains(reason, (await Admin.GetAsync(Faqs + query)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Fact]
    public async Task A_question_is_found_by_its_reference_and_stands_at_its_node()
    {
        var faq = Platform.SeedFaqs(Bot, 2, "Fees")[1];

        var found = Assert.Single((await Admin.GetAsync($"{Faqs}&search={faq.ReferenceId}")).Success()["faqs"]!.AsArray())!;

        Assert.Equal((faq.Id, "Fees"), (found["_id"]!.GetValue<string>(), found["leafterm"]!.GetValue<string>()));
        Assert.Equal("""["Travel","Fees"]""", found["fullPath"]!.ToJsonString());
        Assert.Equal(
            "Sun Mar 01 2026 12:00:00 GMT+0000 (Coordinated Universal Time)",
            found["answerPayload"]![0]!["createdOn"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task The_nodes_of_a_graph_are_counted_each_for_itself()
    {
        Platform.SeedFaqs(Bot, 3);
        Platform.SeedFaqs(Bot, 4, "Fees");

        var task = (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/knowledgeTasks?language=en")).Success();

        Assert.Equal(
            [("Travel", "l0", 3), ("Fees", "l1", 4)],
            task["taxonomy"]!
                .AsArray()
                .Select(node => (node!["label"]!.GetValue<string>(), node["level"]!.GetValue<string>(), node["faqCount"]!.GetValue<int>()))
        );
        Assert.Equal(7, task["faqCount"]!.GetValue<int>());
        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/knowledgeTasks?language=xx")).Refusal(HttpStatusCode.BadRequest);
        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/knowledgeTasks")).Refusal(HttpStatusCode.BadRequest);
    }

    private async Task<string> ExtractAsync(string body) => (await Admin.PostAsync(Import, body)).Success()["_id"]!.GetValue<string>();

    private async Task<JsonNode> QuestionsAsync(string id, string page = "") =>
        (await Admin.GetAsync($"/api/public/stream/{Bot.Id}/qna/{id}/questions{page}")).Success()["extractions"]!;

    private async Task<JsonNode> HistoryAsync() => (await Admin.GetAsync($"/api/public/stream/{Bot.Id}/qna/history?language=en")).Success();
}
