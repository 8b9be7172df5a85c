using KoreXo.Simulator;

namespace KoreXo.Samples.Tests;

public sealed class BotPipelineTests : IDisposable
{
    private const string Sample = "BotPipeline";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Backup => Path.Combine(_folder, "backup.zip");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("batch", "failed: \"book a flight to Rome\"")]
    [InlineData("conversation", "1 of 3 steps failed")]
    public async Task A_test_suite_that_fails_keeps_the_bot_from_being_published(string suite, string reason)
    {
        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, ["--fail", suite, "--backup", Backup]);

        Assert.Equal(1, exitCode);
        Assert.Equal("not published: a test suite failed", lastLine);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.False(File.Exists(Backup));
    }

    [Fact]
    public async Task A_bot_that_passes_is_published_and_saved()
    {
        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, ["--backup", Backup]);

        Assert.True(exitCode == 0, output);
        Assert.Equal("published", lastLine);
        using var archive = System.IO.Compression.ZipFile.OpenRead(Backup);
        Assert.NotEmpty(archive.Entries);
    }

    [Fact]
    public async Task A_run_that_is_killed_is_taken_up_by_the_next_and_starts_nothing_twice()
    {
        await using var platform = await XoSimulator.StartAsync(new XoSimulatorOptions { PollsPerJob = 2 });
        var bot = platform.AddBot("Travel");
        platform.AddTestSuite(bot, "Regression", "hello");
        platform.AddConversationTestSuite(bot, "Booking", "hello");
        var (admin, app) = (platform.AddAppWithAllScopes(AppKind.Admin), platform.AddAppWithAllScopes(AppKind.Platform));
        string[] arguments =
        [
            "--endpoint",
            platform.Endpoint.AbsoluteUri,
            "--bot",
            bot.Id,
            "--backup",
            Backup,
            "--state",
            Path.Combine(_folder, "state.json"),
        ];
        (string, string)[] secrets =
        [
            ("KOREXO_ADMIN_ID", admin.ClientId),
            ("KOREXO_ADMIN_SECRET", admin.ClientSecret),
            ("KOREXO_PLATFORM_ID", app.ClientId),
            ("KOREXO_PLATFORM_SECRET", app.ClientSecret),
        ];

        // Each process is killed once it has asked for the status of a job that the one before did not know.
        foreach (var status in new[] { "getBotImportStatus", "getMlTrainingStatus", "getBatchTestExecutionStatus", "getBotPublishStatus" })
        {
            using var sample = SampleProcess.Start(Sample, arguments, secrets);
            while (!sample.HasExited && !platform.Requests.Any(request => request.OperationId == status))
            {
                await Task.Delay(10);
            }

            await sample.KillAsync();
        }

        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, arguments, secrets);

        Assert.True(exitCode == 0, output);
        Assert.Equal("published", lastLine);
        var starts = platform
            .Requests.Where(request =>
                request.OperationId is { } id && (id.StartsWith("start", StringComparison.Ordinal) || id == "uploadFile")
            )
            .CountBy(request => request.OperationId!)
            .ToDictionary();
        Assert.Equal(2, starts["uploadFile"]);
        Assert.All(starts.Where(start => start.Key != "uploadFile"), start => Assert.Equal(1, start.Value));
        Assert.Equal(6, starts.Count - 1);
        Assert.Equal("Travel", bot.Name);
        Assert.False(File.Exists(Path.Combine(_folder, "state.json")));
    }

    [Fact]
    public async Task Without_secrets_nothing_is_tried()
    {
        var (exitCode, _, output) = await SampleProcess.RunAsync(
            Sample,
            ["--endpoint", "https://example.com", "--bot", "st-1"],
            ("KOREXO_ADMIN_ID", "")
        );
        Assert.Equal(2, exitCode);
        Assert.Contains("KOREXO_ADMIN_ID is not set", output, StringComparison.Ordinal);
    }
}
