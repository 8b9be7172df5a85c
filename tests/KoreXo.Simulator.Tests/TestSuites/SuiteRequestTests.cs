using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.TestSuites;

/// <summary>Requests about suites and runs that are wrong, or at an edge.</summary>
public sealed class SuiteRequestTests : AreaTest
{
    private string Batch => $"/api/public/bot/{Bot.Id}/testsuite";

    [Theory]
    [InlineData("", 3, false)]
    [InlineData("?limit=2", 2, true)]
    [InlineData("?limit=2&skip=2", 1, false)]
    [InlineData("?skip=3", 0, false)]
    [InlineData("?skip=9223372036854775807&limit=9223372036854775807", 0, false)]
    public async Task Suites_are_listed_by_their_ids_beside_what_the_page_says_of_itself(string page, int count, bool more)
    {
        foreach (var name in new[] { "count", "moreAvailable", "C" })
        {
            Platform.AddTestSuite(Bot, name, "hello");
        }

        var list = (await BotApp.GetAsync(Batch + page)).Success().AsObject();

        Assert.Equal((3, more), (list["count"]!.GetValue<int>(), list["moreAvailable"]!.GetValue<bool>()));
        Assert.Equal(count, list.Count(entry => entry.Key.StartsWith("ts-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?skip=-1", "skip")]
    [InlineData("?limit=1.5", "limit")]
    public async Task A_page_that_is_none_is_refused(string page, string reason) =>
        Assert.Contains(reason, (await BotApp.GetAsync(Batch + page)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"fileName":"none","delimiter":",","description":"d","name":"S"}""", "/fileName: there is no uploaded file 'none'")]
    [InlineData("""{"fileName":"none","description":"d","name":"S"}""", "/delimiter")]
    [InlineData("""{"fileName":"none","delimiter":",","name":"S"}""", "/description")]
    [InlineData("""{"fileName":"none","delimiter":",","description":"d","name":"S","importType":"merge"}""", "/importType")]
    [InlineData("""{"fileName":["none"],"delimiter":",","description":"d","name":"S"}""", "/fileName")]
    [InlineData("""{"fileName":"none","delimiter":",","description":"d","name":"S","engine":"other"}""", "/engine")]
    public async Task A_suite_that_cannot_be_imported_is_refused_and_not_there(string body, string reason)
    {
        Assert.Contains(
            reason,
            (await BotApp.PostAsync(Batch + "/import", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Empty(Bot.TestSuites);
    }

    [Fact]
    public async Task A_name_of_any_characters_is_found_in_the_path()
    {
        const string Name = "a/b ü?#%2F";
        Platform.AddTestSuite(Bot, Name, "hello");

        var run = (await BotApp.PostAsync($"{Batch}/{Uri.EscapeDataString(Name)}/run", """{"version":"published"}""")).Success();

        Assert.Equal(
            "running",
            (await BotApp.GetAsync($"{Batch}/{Uri.EscapeDataString(Name)}/{run["requestId"]}/status")).Success()[
                "status"
            ]!.GetValue<string>()
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"version":"latest"}""")]
    [InlineData("""{"version":null}""")]
    public async Task A_run_is_of_one_of_two_versions(string body)
    {
        Platform.AddTestSuite(Bot, "S", "hello");

        Assert.Contains(
            "/version",
            (await BotApp.PostAsync(Batch + "/S/run", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_run_is_found_under_its_own_bot_and_suite_only()
    {
        var other = Platform.AddBot("Other");
        foreach (var bot in new[] { Bot, other })
        {
            Platform.AddTestSuite(bot, "S", "hello");
            Platform.AddTestSuite(bot, "T", "hello");
        }

        var id = await RunAsync("S");

        (await BotApp.GetAsync($"{Batch}/T/{id}/status")).Refusal(HttpStatusCode.NotFound);
        (await BotApp.GetAsync($"/api/public/bot/{other.Id}/testsuite/S/{id}/status")).Refusal(HttpStatusCode.NotFound);
        (await BotApp.SendAsync("DELETE", $"{Batch}/T/{id}", json: null)).Refusal(HttpStatusCode.NotFound);
        (await BotApp.GetAsync($"{Batch}/S/{id}/status")).Success();
    }

    [Fact]
    public async Task A_run_goes_on_after_its_suite_has_gone_and_keeps_the_failures_of_its_start()
    {
        var suite = Platform.AddTestSuite(Bot, "S", "a", "b");
        suite.Failures = 1;
        var id = await RunAsync("S");
        suite.Failures = 2;
        (await BotApp.SendAsync("DELETE", Batch + "/S", json: null)).Success();

        var done = await PollAsync(() => BotApp.GetAsync($"{Batch}/S/{id}/status"));

        Assert.Equal(("completed", 1), (done["status"]!.GetValue<string>(), done["result"]!["results"]!["FN"]!.GetValue<int>()));
        (await BotApp.PostAsync(Batch + "/S/run", """{"version":"published"}""")).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_run_in_progress_is_not_among_the_results_of_its_suite()
    {
        var suite = Platform.AddTestSuite(Bot, "S", "a");
        await RunAsync("S");

        Assert.Empty((await BotApp.GetAsync(Batch)).Success()[suite.Id]!["results"]!.AsArray());
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("de", "de")]
    public async Task A_run_is_in_the_language_of_the_header_or_the_default(string? header, string expected)
    {
        Platform.AddTestSuite(Bot, "S", "a");
        using var content = new StringContent("""{"version":"published"}""", System.Text.Encoding.UTF8, "application/json");
        var reply = await BotApp.SendAsync(
            "POST",
            Batch + "/S/run",
            content,
            request =>
            {
                if (header is not null)
                {
                    request.Headers.Add("bot-language", header);
                }
            }
        );

        var status = (await BotApp.GetAsync($"{Batch}/S/{reply.Success()["requestId"]}/status")).Success();

        Assert.Equal(expected, status["result"]!["botLanguage"]!.GetValue<string>());
    }

    private async Task<JsonNode> RunAsync(string suite) =>
        (await BotApp.PostAsync($"{Batch}/{suite}/run", """{"version":"published"}""")).Success()["requestId"]!;
}
