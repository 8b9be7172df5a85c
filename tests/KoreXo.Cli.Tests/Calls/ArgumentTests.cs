using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a command line says is checked against the document before anything is sent.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public async Task An_unknown_area_suggests_the_one_that_was_meant()
    {
        var ended = await Korexo.RunAsync("call", "analitics", "list-sessions");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("did you mean 'analytics'?", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list-sesions", "'list-sessions'")]
    [InlineData("sessions", "'list-sessions'")]
    public async Task An_unknown_operation_suggests_the_one_that_was_meant(string written, string meant)
    {
        var ended = await Korexo.RunAsync("call", "analytics", written);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(meant, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_suggests_the_one_that_was_meant() =>
        Assert.Contains(
            "--page-sise is not an option of this operation; did you mean '--page-size'?",
            await RefusedAsync("analytics", "list-sessions", "--bot", "st-1", "--page-sise", "5"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_missing_argument_is_named_with_its_meaning_and_an_example()
    {
        var error = await RefusedAsync("analytics", "list-sessions");

        Assert.Contains("--bot is missing: Id of the bot", error, StringComparison.Ordinal);
        Assert.Contains("For example: --bot BOT_ID", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_are_reported_together()
    {
        var error = await RefusedAsync("analytics", "list-sessions", "--page-size", "many", "--from", "yesterday");

        Assert.All(["--page-size", "--from", "--bot"], option => Assert.Contains($"  {option} ", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--page-size", "many", "must be a whole number")]
    [InlineData("--page-size", "0", "must be at least 1")]
    [InlineData("--include-meta", "yes", "must be true or false")]
    [InlineData("--from", "31.1.2026", "must be a time such as")]
    [InlineData("--session-type", "interactiv", "did you mean 'interactive'?")]
    [InlineData("--tags", "{", "is not JSON")]
    [InlineData("--tags", "@no-such-file.json", "cannot be read")]
    [InlineData("--tags", "5", "must be a JSON object")]
    public async Task A_value_that_is_not_of_its_type_is_not_sent(string option, string value, string problem) =>
        Assert.Contains(
            problem,
            await RefusedAsync("analytics", "list-sessions", "--bot", "st-1", option, value),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"fromDate":"2026-01-01"}""", "--to is missing")]
    [InlineData("""{"fromDate":1,"toDate":"2026-01-02"}""", "fromDate must be a string")]
    [InlineData("[]", "--body must be a JSON object")]
    public async Task A_body_is_checked_too(string body, string problem) =>
        Assert.Contains(
            problem,
            await RefusedAsync("analytics", "list-billing-sessions", "--bot", "st-1", "--body", body),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_option_without_its_value_is_not_sent() =>
        Assert.Contains(
            "--page-size has no value",
            await RefusedAsync("analytics", "list-sessions", "--bot", "st-1", "--page-size"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Arguments_arrive_where_the_document_says()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await platform.CallAsync([
            .. new[] { "analytics", "list-sessions", "--bot", platform.Bot.Id, "--containment-type", "selfService" },
            .. new[] { "--from", "2026-01-31", "--to", "2026-02-01T09:30:00+01:00", "--include-meta", "--page-size", "7" },
            .. new[] { "--session-ids", "a", "--session-ids", "b", "--tags", """{"channel":"web"}""" },
        ]);

        Assert.Equal(0, ended.ExitCode);
        var request = Assert.Single(platform.Simulator.Requests);
        Assert.EndsWith($"/{platform.Bot.Id}/getSessions?containmentType=selfService", request.Target, StringComparison.Ordinal);
        var body = JsonNode.Parse(request.BodyText)!.AsObject();
        body.Remove("skip"); // set by the pager
        Assert.Equal(
            """{"limit":7,"dateFrom":"2026-01-31T00:00:00Z","dateTo":"2026-02-01T08:30:00Z","tags":{"channel":"web"},"includeMeta":true,"sessionId":["a","b"]}""",
            body.ToJsonString(),
            ignoreAllWhiteSpace: true
        );
    }

    [Fact]
    public async Task An_option_replaces_the_member_of_a_body_from_a_file()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var file = platform.Write("body.json", """{"input":"old","streamName":"Travel"}""");

        await platform.CallAsync("analytics", "find-intent", "--bot", platform.Bot.Id, "--body", $"@{file}", "--input", "book a flight");

        Assert.Equal("""{"input":"book a flight","streamName":"Travel"}""", Assert.Single(platform.Simulator.Requests).BodyText);
    }

    [Fact]
    public async Task A_header_of_the_same_name_as_a_member_is_an_option_of_its_own()
    {
        await using var platform = await CalledPlatform.StartAsync();

        await platform.CallAsync([
            .. new[] { "analytics", "list-conversation-history", "--bot", platform.Bot.Id, "--user-id", "u-1", "--header-user-id", "u-2" },
        ]);

        var request = Assert.Single(platform.Simulator.Requests);
        Assert.Equal("u-1", JsonNode.Parse(request.BodyText)!["userId"]!.GetValue<string>());
        Assert.Contains(request.Headers, static header => header.Value.Contains("u-2"));
    }

    [Fact]
    public async Task A_method_of_two_meanings_sends_the_member_that_tells_them_apart()
    {
        await using var platform = await CalledPlatform.StartAsync();

        await platform.CallAsync([
            .. new[] { "bot-definition", "disable-language", "--version-id", "1", "--bot", platform.Bot.Id, "--language", "de" },
        ]);

        Assert.Equal("""{"language":"de","enable":false}""", Assert.Single(platform.Simulator.Requests).BodyText);
    }

    private static async Task<string> RefusedAsync(params string[] arguments)
    {
        await using var platform = await CalledPlatform.StartAsync();
        var ended = await platform.CallAsync(arguments);
        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Empty(platform.Simulator.Requests);
        return ended.Error;
    }
}
