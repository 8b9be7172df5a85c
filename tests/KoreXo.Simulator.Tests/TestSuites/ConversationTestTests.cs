using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.TestSuites;

public sealed class ConversationTestTests : AreaTest
{
    private string Target => $"/api/public/stream/{Bot.Id}/conversation/testsuite";

    [Fact]
    public async Task A_suite_is_made_from_a_file_and_run()
    {
        var status = await CreateAsync("Smoke");
        Assert.Equal("SUCCESS", status["status"]!.GetValue<string>());
        Assert.Equal(["hello", "bye"], Texts(status["response"]!["testSteps"], "input"));
        var suite = Bot.ConversationTestSuites["Smoke"];
        Assert.Equal("passed", (await RunAsync())["status"]!.GetValue<string>());

        suite.Failures = 1;
        var run = await RunAsync();

        Assert.Equal("failed", run["status"]!.GetValue<string>());
        var steps = run["result"]!["stepDetails"]!;
        Assert.Equal((1, 1, 2), (steps["passed"]!.GetValue<int>(), steps["failed"]!.GetValue<int>(), steps["total"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_suite_is_there_once_its_making_is_done_and_its_name_is_taken_then()
    {
        await StartAsync("Smoke");
        Assert.Empty(Bot.ConversationTestSuites);
        await CreateAsync("Smoke");

        Assert.Contains("/name", (await PostAsync("Smoke")).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_a_making_goes_away()
    {
        var id = await StartAsync("Smoke");
        Clock.Advance(TimeSpan.FromMinutes(14));
        (await BotApp.GetAsync($"{Target}/import/{id}/status")).Success();
        Clock.Advance(TimeSpan.FromMinutes(1));

        (await BotApp.GetAsync($"{Target}/import/{id}/status")).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Suites_are_deleted_by_name_and_unknown_names_do_no_harm()
    {
        Platform.AddConversationTestSuite(Bot, "A", "x");
        Platform.AddConversationTestSuite(Bot, "B", "x");

        (await BotApp.SendAsync("DELETE", Target, """{"testSuiteNames":["A","none"]}""")).Success();

        Assert.Equal(["B"], Bot.ConversationTestSuites.Keys);
    }

    private async Task<TestCaller.Reply> PostAsync(string name)
    {
        var file = await UploadAsync("""[{"input":"hello"},{"input":"bye"}]""");
        return await BotApp.PostAsync(Target + "/import", $$"""{"fileName":"{{file}}","name":"{{name}}","userEmailId":"a@example.com"}""");
    }

    private async Task<string> StartAsync(string name) => (await PostAsync(name)).Success()["dsId"]!.GetValue<string>();

    private async Task<JsonNode> CreateAsync(string name)
    {
        var id = await StartAsync(name);
        return await PollAsync(() => BotApp.GetAsync($"{Target}/import/{id}/status"));
    }

    private async Task<JsonNode> RunAsync()
    {
        var id = (await BotApp.PostAsync(Target + "/Smoke/run", """{"version":"published","userEmailId":"a@example.com"}""")).Success()[
            "testRunId"
        ];
        return await PollAsync(() => BotApp.GetAsync($"{Target}/Smoke/{id}/status"));
    }
}
