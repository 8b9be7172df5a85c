using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.TestSuites;

public sealed class BatchTestTests : AreaTest
{
    private const string Cases =
        """{"testCases":[{"input":"hello"},{"input":"bye","expected":"x"},{"utterance":"book a \"flight\""},{"other":1}]}""";

    private string Target => $"/api/public/bot/{Bot.Id}/testsuite";

    [Fact]
    public async Task A_suite_from_a_file_is_run_scored_listed_exported_and_deleted()
    {
        await ImportAsync("new");
        var suite = Bot.TestSuites["Smoke"];
        Assert.Equal(["hello", "bye", "book a \"flight\""], suite.Cases);
        suite.Failures = 1;

        var (id, status) = await RunAsync("Smoke");
        Assert.Equal("completed", status["status"]!.GetValue<string>());
        var result = status["result"]!;
        Assert.Equal(
            ("0.80", "0.67", 1),
            (result["f1_score"]!.GetValue<string>(), result["recall"]!.GetValue<string>(), result["results"]!["failure"]!.GetValue<int>())
        );
        Assert.Equal(
            "utterance,result\n\"hello\",failure\n\"bye\",success\n\"book a \"\"flight\"\"\",success\n",
            (await FetchAsync(result["fileUrl"]!)).Text
        );

        Assert.Equal(
            result["fileUrl"]!.GetValue<string>(),
            (await BotApp.GetAsync($"{Target}/Smoke/{id}/status")).Success()["result"]!["fileUrl"]!.GetValue<string>()
        );

        var listed = (await BotApp.GetAsync(Target)).Success()[suite.Id]!;
        Assert.Equal(
            (id, "0.80"),
            (listed["results"]![0]!["_id"]!.GetValue<string>(), listed["results"]![0]!["f1_score"]!.GetValue<string>())
        );
        Assert.Equal(
            Cases,
            (await FetchAsync((await BotApp.PostAsync(Target + "/Smoke/export", json: null)).Success()["downloadUrl"]!)).Text
        );

        (await BotApp.SendAsync("DELETE", $"{Target}/Smoke/{id}", json: null)).Success();
        (await BotApp.GetAsync($"{Target}/Smoke/{id}/status")).Refusal(HttpStatusCode.NotFound);
        (await BotApp.SendAsync("DELETE", $"{Target}/Smoke/{id}", json: null)).Refusal(HttpStatusCode.NotFound);
        (await BotApp.SendAsync("DELETE", Target + "/Smoke", json: null)).Success();
        Assert.Empty(Bot.TestSuites);
        (await BotApp.SendAsync("DELETE", Target + "/Smoke", json: null)).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_suite_needs_a_free_name_and_an_update_one_that_is_there()
    {
        (await PostAsync("update")).Refusal(HttpStatusCode.NotFound);
        await ImportAsync("new");
        var id = Bot.TestSuites["Smoke"].Id;
        (await PostAsync("new")).Refusal(HttpStatusCode.BadRequest);
        await ImportAsync("update");

        Assert.Equal(id, Bot.TestSuites["Smoke"].Id);
        var nameless = $$"""{"fileName":"{{await UploadAsync(Cases)}}","delimiter":",","description":"","importType":"new"}""";
        Assert.Contains(
            "/name",
            (await BotApp.PostAsync(Target + "/import", nameless)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_suite_that_was_not_made_from_a_file_cannot_be_exported()
    {
        Platform.AddTestSuite(Bot, "By hand", "hello");

        Assert.Contains(
            "not made from a file",
            (await BotApp.PostAsync(Target + "/By%20hand/export", json: null)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Equal("1.00", (await RunAsync("By%20hand")).Status["result"]!["f1_score"]!.GetValue<string>());
    }

    [Fact]
    public async Task Progress_is_told_while_a_run_is_going_and_scores_are_not()
    {
        Platform.AddTestSuite(Bot, "Smoke", "a", "b", "c");
        var id = (await BotApp.PostAsync(Target + "/Smoke/run", """{"version":"inDevelopment"}""")).Success()["requestId"];
        var status = (await BotApp.GetAsync($"{Target}/Smoke/{id}/status")).Success();

        Assert.Equal(
            (3, 0, 33),
            (status["totalUtterances"]!.GetValue<int>(), status["utterance_ran"]!.GetValue<int>(), status["percentage"]!.GetValue<int>())
        );
        Assert.Null(status["result"]!["f1_score"]);
    }

    [Fact]
    public async Task The_published_version_is_tested_only_if_there_is_one()
    {
        var bot = Platform.Bots[
            (await Admin.PostAsync($"/api/public/samplebots/{Platform.AddSampleBot("S")}/add", json: null)).Success()[
                "_id"
            ]!.GetValue<string>()
        ];
        Platform.AddTestSuite(bot, "Smoke", "a");

        (await BotApp.PostAsync($"/api/public/bot/{bot.Id}/testsuite/Smoke/run", """{"version":"published"}""")).Refusal(
            HttpStatusCode.BadRequest
        );
        (await BotApp.PostAsync($"/api/public/bot/{bot.Id}/testsuite/Smoke/run", """{"version":"inDevelopment"}""")).Success();
    }

    [Fact]
    public void More_failures_than_cases_are_a_mistake_of_the_test()
    {
        var suite = Platform.AddTestSuite(Bot, "Smoke", "a");

        Assert.Throws<ArgumentOutOfRangeException>(() => suite.Failures = 2);
        Assert.Throws<ArgumentException>(() => Platform.AddTestSuite(Bot, "Smoke"));
    }

    private async Task<TestCaller.Reply> PostAsync(string type) =>
        await BotApp.PostAsync(
            Target + "/import",
            $$"""{"fileName":"{{await UploadAsync(Cases)}}","delimiter":",","description":"d","name":"Smoke","importType":"{{type}}"}"""
        );

    private async Task ImportAsync(string type) => (await PostAsync(type)).Success();

    private async Task<(string Id, JsonNode Status)> RunAsync(string name)
    {
        var id = (await BotApp.PostAsync($"{Target}/{name}/run", """{"version":"published"}""")).Success()["requestId"]!.GetValue<string>();
        return (id, await PollAsync(() => BotApp.GetAsync($"{Target}/{name}/{id}/status")));
    }

    private Task<TestCaller.Reply> FetchAsync(JsonNode link) => As(null).GetAsync(new Uri(link.GetValue<string>()).PathAndQuery);
}
