using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.TestSuites;

public sealed class ConversationSuiteRequestTests : AreaTest
{
    private string Talk => $"/api/public/stream/{Bot.Id}/conversation/testsuite";

    [Theory]
    [InlineData("")]
    [InlineData("\"name\":\"\",")]
    public async Task A_conversation_suite_needs_a_name(string name)
    {
        var body = $$"""{"fileName":"{{await UploadAsync("hello")}}",{{name}}"userEmailId":"a@example.com"}""";

        Assert.Contains(
            "/name",
            (await BotApp.PostAsync(Talk + "/import", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("published", "published")]
    [InlineData("inDevelopment", "configured")]
    public async Task A_conversation_run_calls_its_version_in_its_own_words(string version, string expected)
    {
        Platform.AddConversationTestSuite(Bot, "S", "a", "b");
        var id = await RunTalkAsync("S", version);

        var running = (await BotApp.GetAsync($"{Talk}/S/{id}/status")).Success();

        Assert.Equal(
            (expected, "inprogress", 2),
            (
                running["result"]!["version"]!.GetValue<string>(),
                running["status"]!.GetValue<string>(),
                running["totalTestStepsCount"]!.GetValue<int>()
            )
        );
        Assert.Null(running["result"]!["stepDetails"]);
    }

    [Fact]
    public async Task A_conversation_run_needs_its_suite_and_is_found_under_it_only()
    {
        Platform.AddConversationTestSuite(Bot, "S", "a");
        Platform.AddConversationTestSuite(Bot, "T", "a");
        var id = await RunTalkAsync("S", "published");

        (await BotApp.GetAsync($"{Talk}/T/{id}/status")).Refusal(HttpStatusCode.NotFound);
        Assert.Contains(
            "no test suite 'none'",
            (await BotApp.PostAsync(Talk + "/none/run", """{"version":"published","userEmailId":"a@example.com"}""")).Refusal(
                HttpStatusCode.NotFound
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"testSuiteNames":"S"}""")]
    [InlineData("""{"testSuiteNames":[7]}""")]
    public async Task Suites_to_delete_are_a_list_of_names(string body)
    {
        Platform.AddConversationTestSuite(Bot, "S", "a");

        (await BotApp.SendAsync("DELETE", Talk, body)).Refusal(HttpStatusCode.BadRequest);

        Assert.Single(Bot.ConversationTestSuites);
    }

    private async Task<JsonNode> RunTalkAsync(string suite, string version) =>
        (await BotApp.PostAsync($"{Talk}/{suite}/run", $$"""{"version":"{{version}}","userEmailId":"a@example.com"}""")).Success()[
            "testRunId"
        ]!;
}
