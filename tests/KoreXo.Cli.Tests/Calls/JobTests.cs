using System.Text.Json.Nodes;
using KoreXo.Simulator;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Jobs are awaited, or started only and resumed, and their files are saved.</summary>
public sealed class JobTests
{
    [Fact]
    public async Task A_job_is_awaited_with_progress_and_its_last_status_is_the_result()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await ExportAsync(platform);

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal("success", JsonNode.Parse(ended.Output)!["status"]!.GetValue<string>());
        Assert.Equal(["pending", "success"], ended.Error.Split('\n').Take(2).Select(static line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task A_job_that_was_not_awaited_is_taken_up_by_its_token()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var started = await ExportAsync(platform, "--no-wait");
        Assert.Single(platform.Simulator.Requests);
        var ended = await platform.CallAsync("bot-definition", "start-bot-export", "--resume", started.Output.Trim());

        Assert.Equal((0, 0), (started.ExitCode, ended.ExitCode));
        Assert.Equal("success", JsonNode.Parse(ended.Output)!["status"]!.GetValue<string>());
        Assert.Single(platform.Simulator.Requests, static request => request.OperationId == "startBotExport");
    }

    [Fact]
    public async Task A_job_that_takes_longer_than_the_caller_waits_can_be_waited_for_again()
    {
        await using var platform = await CalledPlatform.StartAsync(new XoSimulatorOptions { PollsPerJob = 1_000 });

        var ended = await ExportAsync(platform, "--wait", "1s");

        Assert.Equal((4, ""), (ended.ExitCode, ended.Output)); // the outcome is unknown
        Assert.Contains("resume token: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains("start-bot-export --resume TOKEN", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90")]
    [InlineData("0s")]
    [InlineData("-1m")]
    [InlineData("m")]
    [InlineData("1d")]
    [InlineData("99999999h")]
    public async Task A_time_to_wait_has_a_unit(string wait)
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await ExportAsync(platform, "--wait", wait);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("such as 90s, 45m or 2h", ended.Error, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Requests);
    }

    [Fact]
    public async Task A_pause_that_the_platform_demands_is_reported()
    {
        await using var platform = await CalledPlatform.StartAsync();
        platform.Simulator.Faults = FaultPlan.On("startBotExport", 1, Fault.MinuteRefusal.WithRetryAfter(TimeSpan.FromSeconds(1)));

        var ended = await ExportAsync(platform, "--no-wait");

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("was rate limited; requests on rate limit 'bot' are paused for", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_that_a_job_links_to_is_saved()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var path = Path.Combine(platform.Folder, "travel.zip");

        var ended = await ExportAsync(platform, "--out", path);

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(JsonNode.Parse(ended.Output)!["fileSize"]!.GetValue<string>(), new FileInfo(path).Length.ToString(null, null));
    }

    [Fact]
    public async Task A_link_that_is_not_there_is_reported_beside_the_result()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await ExportAsync(platform, "--out", Path.Combine(platform.Folder, "travel.zip"), "--link", "/noSuchURL");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("--link: /downloadURL", ended.Error, StringComparison.Ordinal);
        Assert.NotEqual("", ended.Output);
    }

    [Fact]
    public async Task A_token_of_another_operation_is_refused()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var started = await ExportAsync(platform, "--no-wait");

        var ended = await platform.CallAsync("bot-definition", "start-bot-publish", "--resume", started.Output.Trim());

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("startBotExport", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_uploaded_from_its_path()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var file = platform.Write("utterances.csv", "hello,Greet\n");

        var ended = await platform.CallAsync([
            .. new[] { "bot-definition", "upload-file", "--file", $"@{file}", "--file-context", "bulkImport", "--file-extension", "csv" },
        ]);

        Assert.Equal(0, ended.ExitCode);
        Assert.NotNull(JsonNode.Parse(ended.Output)!["fileId"]);
        Assert.Contains("hello,Greet", Assert.Single(platform.Simulator.Requests).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_reported_before_anything_is_sent()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await platform.CallAsync([
            .. new[] { "bot-definition", "upload-file", "--file", "@no.csv", "--file-context", "bulkImport", "--file-extension", "csv" },
        ]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("'no.csv', which does not exist", ended.Error, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Requests);
    }

    private static Task<Korexo.Ended> ExportAsync(CalledPlatform platform, params string[] more) =>
        platform.CallAsync(["bot-definition", "start-bot-export", "--bot", platform.Bot.Id, "--export-type", "published", .. more]);
}
