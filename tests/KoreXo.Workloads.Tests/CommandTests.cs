using KoreXo.Simulator;
using Workloads;

namespace KoreXo.Workloads;

/// <summary>The programs as they are started from a shell.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Notify_lists_who_was_not_reached_and_fails()
    {
        await using var platform = await XoSimulator.StartAsync(new XoSimulatorOptions { PollsPerJob = 1 });
        var bot = platform.AddBot("Travel");
        platform.AddUnreachableRecipient("b@example.com");
        SetSecrets(platform, "notify");
        var list = Write("people.txt", "a@example.com\nb@example.com\n");

        var exitCode = await RunAsync(
            platform,
            "notify",
            "--bot",
            bot.Id,
            "--channel",
            "slack",
            "--message",
            "Hello",
            "--recipients",
            list
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("b@example.com\tFalse\t", await File.ReadAllTextAsync($"{list}.journal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_report_and_timeline_write_their_files()
    {
        await using var platform = await XoSimulator.StartAsync();
        var bot = platform.AddBot("Travel");
        platform.SeedChanges(bot, 3);
        platform.SeedAuditLog(4);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var days = new[] { "--from", $"{today.AddDays(-1):yyyy-MM-dd}", "--to", $"{today.AddDays(1):yyyy-MM-dd}" };
        SetSecrets(platform, "usage-report");
        var (usage, timeline) = (Path.Combine(_folder, "usage.csv"), Path.Combine(_folder, "timeline.csv"));

        Assert.Equal(0, await RunAsync(platform, "usage-report", "--month", "2026-01", "--bots", bot.Id, "--out", usage));
        SetSecrets(platform, "timeline");
        Assert.Equal(0, await RunAsync(platform, "timeline", ["--bot", bot.Id, .. days, "--out", timeline]));

        Assert.Single(await File.ReadAllLinesAsync(usage));
        Assert.Equal(1 + 3 + 4, (await File.ReadAllLinesAsync(timeline)).Length);
    }

    [Fact]
    public async Task Table_fixture_gives_the_command_the_mark_and_returns_its_exit_code()
    {
        await using var platform = await XoSimulator.StartAsync();
        var table = platform.AddTable("Customers");
        SetSecrets(platform, "table-fixture");
        var rows = Write("rows.jsonl", "{\"Name\":\"Ada\"}\n");

        // 'dotnet exec' without an assembly fails.
        var exitCode = await RunAsync(platform, "table-fixture", "--table", "Customers", "--rows", rows, "--", "dotnet", "exec");

        Assert.NotEqual(0, exitCode);
        Assert.Contains(platform.Requests, static request => request is { OperationId: "insertRows", IsApplied: true });
        Assert.Equal(0, table.Count);
    }

    [Theory]
    [InlineData("listSessions", 0)]
    [InlineData("findIntent", 1)]
    [InlineData("nothing", 2)]
    public async Task Missing_scope_fails_if_one_is_missing(string operation, int expected)
    {
        var manifest = Write("travel.scopes.json", """{ "app": "travel", "credentials": { "platform": ["Bot Sessions"] } }""");

        Assert.Equal(
            expected,
            await Catalog.Programs["missing-scope"](["--manifest", manifest, "--operations", operation], CancellationToken.None)
        );
    }

    [Theory]
    [InlineData("table-fixture")]
    [InlineData("notify")]
    [InlineData("usage-report")]
    [InlineData("timeline")]
    [InlineData("missing-scope")]
    public async Task Help_is_no_failure_and_missing_options_are(string program)
    {
        Assert.Equal(0, await Catalog.Programs[program](["--help"], CancellationToken.None));
        Assert.Equal(2, await Catalog.Programs[program]([], CancellationToken.None));
    }

    private static Task<int> RunAsync(XoSimulator platform, string program, params string[] options) =>
        Catalog.Programs[program](["--endpoint", platform.Endpoint.AbsoluteUri, .. options], CancellationToken.None);

    private static void SetSecrets(XoSimulator platform, string program)
    {
        foreach (var (kind, scopes) in Connection.ReadManifest(program).Credentials)
        {
            var app = platform.AddApp(kind, scopes);
            Environment.SetEnvironmentVariable($"KOREXO_{kind.ToUpperInvariant()}_ID", app.ClientId);
            Environment.SetEnvironmentVariable($"KOREXO_{kind.ToUpperInvariant()}_SECRET", app.ClientSecret);
        }
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
