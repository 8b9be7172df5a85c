using System.Diagnostics;
using KoreXo.Samples;
using KoreXo.Simulator;
using Workloads.Promotion;

namespace KoreXo.Workloads;

public sealed class PromotionTests : IDisposable
{
    private const string Suite = "Regression";

    private readonly TestFolder _folder = new();
    private readonly List<string> _reports = [];
    private readonly List<KoreXoClient> _clients = [];

    public void Dispose()
    {
        _clients.ForEach(static client => client.Dispose());
        _folder.Dispose();
    }

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task What_is_developed_is_published_and_what_was_published_is_kept_in_git(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var (dev, test, prod) = Bots(scene);
        var (developed, before) = (Text(dev.Definition), Text(prod.PublishedDefinition!.Value));
        await GitAsync("init", "--quiet");
        var run = Program(scene, dev, test, prod);
        scene.Break(weather);

        Assert.True(await Scheduler.RunAsync(() => run(CancellationToken.None)));
        scene.AssertWeather(weather);

        Assert.NotEqual(before, developed);
        Assert.Equal(developed, Text(test.Definition));
        Assert.Equal(developed, Text(prod.PublishedDefinition.Value));
        Assert.Equal(developed, await GitAsync("show", "HEAD:release/botDefinition.json"));
        Assert.Equal(before, await GitAsync("show", "HEAD:backup/botDefinition.json"));
        Assert.Equal("2", await GitAsync("rev-list", "--count", "HEAD"));
        Assert.False(File.Exists(_folder["state.json"]));
    }

    [Fact]
    public async Task A_suite_that_fails_leaves_production_untouched()
    {
        await using var scene = await Scene.StartAsync();
        var (dev, test, prod) = Bots(scene);
        test.TestSuites[Suite].Failures = 1;
        await GitAsync("init", "--quiet");

        Assert.False(await Program(scene, dev, test, prod)(CancellationToken.None));

        Assert.Contains("Regression: 2 passed, 1 failed, F1 0.80", _reports);
        Assert.DoesNotContain(scene.Platform.Requests, request => request.Target.Contains(prod.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dev commit")]
    [InlineData("test import")]
    [InlineData("Regression")]
    [InlineData("prod commit")]
    [InlineData("prod training")]
    public async Task A_run_that_is_killed_is_continued_by_the_next_and_starts_nothing_twice(string moment)
    {
        await using var scene = await Scene.StartAsync();
        var (dev, test, prod) = Bots(scene);
        await GitAsync("init", "--quiet");
        using var kill = new CancellationTokenSource();
        var run = Program(
            scene,
            dev,
            test,
            prod,
            text =>
            {
                if (text.StartsWith(moment, StringComparison.Ordinal))
                {
                    kill.Cancel();
                }
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run(kill.Token));
        Assert.True(await run(CancellationToken.None));

        Assert.Equal(
            [
                "startBatchTestExecution",
                "startBotExport",
                "startBotExport",
                "startBotImportIntoExistingBot",
                "startBotImportIntoExistingBot",
                "startBotPublish",
                "startMlTraining",
                "startMlTraining",
            ],
            scene
                .Platform.Requests.Select(static request => request.OperationId!)
                .Where(static operation => operation?.StartsWith("start", StringComparison.Ordinal) == true)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(Text(dev.Definition), Text(prod.PublishedDefinition!.Value));
    }

    private static (SimulatedBot Dev, SimulatedBot Test, SimulatedBot Prod) Bots(Scene scene)
    {
        var test = scene.Platform.AddBot("Travel (test)");
        scene.Platform.AddTestSuite(test, Suite, "book a flight", "cancel it", "talk to a human");
        return (scene.Platform.AddBot("Travel (dev)"), test, scene.Platform.AddBot("Travel (prod)"));
    }

    /// <summary>Returns the program; each call is a new process for it. Each environment has apps of its own.</summary>
    private Func<CancellationToken, Task<bool>> Program(
        Scene scene,
        SimulatedBot dev,
        SimulatedBot test,
        SimulatedBot prod,
        Action<string>? report = null
    )
    {
        var stages = new[] { ("dev", dev), ("test", test), ("prod", prod) }
            .Select(stage =>
            {
                _clients.Add(TestApps.Open(scene, "promotion"));
                return new Stage(stage.Item1, _clients[^1], stage.Item2.Id);
            })
            .ToArray();
        return cancellationToken =>
            new PromotionRun(
                stages[0],
                stages[1],
                stages[2],
                _folder.Path,
                Suite,
                new RunState(_folder["state.json"], "run"),
                text =>
                {
                    _reports.Add(text);
                    report?.Invoke(text);
                }
            ).RunAsync(cancellationToken);
    }

    private static string Text(ReadOnlyMemory<byte> content) => System.Text.Encoding.UTF8.GetString(content.Span);

    private async Task<string> GitAsync(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["-C", _folder.Path, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var output = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.Equal(0, git.ExitCode);
        if (arguments[0] == "init")
        {
            await GitAsync("config", "user.name", "Test");
            await GitAsync("config", "user.email", "test@example.com");
        }

        return output.Trim();
    }
}
