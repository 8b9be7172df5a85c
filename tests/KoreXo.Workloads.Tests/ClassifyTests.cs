using System.Net;
using System.Text.Json;
using KoreXo.Simulator;
using KoreXo.Testing;
using Workloads.Classification;

namespace KoreXo.Workloads;

public sealed class ClassifyTests : IDisposable
{
    // The rate limit is 60 a minute and 1,800 an hour: 600 utterances take ten minutes of the platform's clock.
    private const int Acceleration = 300;

    private readonly TestFolder _folder = new();
    private readonly string[] _utterances =
    [
        .. Enumerable
            .Range(1, Soak.Rounds(few: 600, all: 5000))
            .Select(static number => number % 3 == 0 ? $"Welcome me, number {number}" : $"Something else, \"{number}\""),
    ];

    private string Path => _folder["intents.jsonl"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task Each_utterance_gets_its_intent_once_and_in_order_within_the_rate_limit(Weather weather)
    {
        await using var scene = await Scene.StartAsync(acceleration: Acceleration);
        var bot = scene.Platform.AddBot("Travel");
        using var xo = TestApps.Open(scene, "classify");
        scene.Break(weather);

        var rejected = await Scheduler.RunAsync(() => RunAsync(xo, bot));
        scene.AssertWeather(weather);

        Assert.Equal(0, rejected);
        AssertComplete();
        Assert.DoesNotContain(
            scene.Platform.Requests,
            static request => request is { Status: (int)HttpStatusCode.TooManyRequests, Fault: null }
        );
    }

    [Fact]
    public async Task A_run_that_is_killed_is_continued_by_the_next_at_the_first_utterance_without_a_result()
    {
        await using var scene = await Scene.StartAsync(acceleration: Acceleration);
        var bot = scene.Platform.AddBot("Travel");
        using var xo = TestApps.Open(scene, "classify");
        using var kill = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(xo, bot, kill, at: 100));
        await File.AppendAllTextAsync(Path, "{\"utterance\":\"cut in the midd");
        await RunAsync(xo, bot);

        AssertComplete();
        // The calls that were in flight are sent again; findIntent only reads.
        Assert.InRange(scene.Platform.Requests.Count(static request => request.IsApplied), _utterances.Length, _utterances.Length + 8);
    }

    [Fact]
    public async Task An_utterance_that_the_platform_rejects_is_reported_and_does_not_affect_the_others()
    {
        await using var scene = await Scene.StartAsync(acceleration: Acceleration);
        var bot = scene.Platform.AddBot("Travel");
        using var xo = TestApps.Open(scene, "classify");
        scene.Platform.Faults = FaultPlan.On("findIntent", 7, Fault.Refusal("the input is not valid", status: 400));

        var rejected = await RunAsync(xo, bot);

        Assert.Equal(1, rejected);
        var results = Results();
        Assert.Equal(_utterances, results.Select(static result => result.GetProperty("utterance").GetString()));
        Assert.Single(results, static result => result.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Results_of_other_utterances_are_not_continued()
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        using var xo = TestApps.Open(scene, "classify");
        await File.WriteAllTextAsync(Path, "{\"utterance\":\"of another file\",\"intent\":null}\n");

        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(xo, bot));

        Assert.Empty(scene.Platform.Requests);
    }

    private async Task<int> RunAsync(KoreXoClient xo, SimulatedBot bot, CancellationTokenSource? kill = null, int at = 0)
    {
        using var results = new ResultFile(Path);
        var progress = new Progress(done =>
        {
            if (done == at)
            {
                kill?.Cancel();
            }
        });
        var classifier = new Classifier(xo.Analytics, bot.Id, bot.Name);
        return (await classifier.RunAsync(_utterances, results, progress, kill?.Token ?? CancellationToken.None)).Rejected;
    }

    private void AssertComplete()
    {
        var results = Results();
        Assert.Equal(_utterances, results.Select(static result => result.GetProperty("utterance").GetString()));
        Assert.Equal(
            _utterances.Select(static utterance => utterance.StartsWith("Welcome", StringComparison.Ordinal) ? "Welcome" : null),
            results.Select(static result => result.GetProperty("intent").GetString())
        );
    }

    private List<JsonElement> Results() => [.. File.ReadLines(Path).Select(static line => JsonDocument.Parse(line).RootElement)];

    private sealed class Progress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
