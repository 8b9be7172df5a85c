using System.Text;
using KoreXo.BotDefinition;
using KoreXo.NlpTraining;
using KoreXo.Samples;
using KoreXo.Simulator;
using Workloads.Utterances;

namespace KoreXo.Workloads;

public sealed class UtterancesTests : IDisposable
{
    private static readonly string[] Before =
    [
        "book a flight,Book",
        "I want to fly,Book",
        "drop it,Cancel",
        "never mind,Cancel",
        "hello,Welcome",
    ];
    private static readonly string[] Wanted = ["hello,Welcome", "a seat to Rome,Book", "drop it,Cancel", "\"no, thanks\",Cancel"];

    private readonly TestFolder _folder = new();
    private readonly List<string> _reports = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task Missing_utterances_are_added_and_the_bot_is_trained(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var bot = await BotAsync(scene);
        using var xo = TestApps.Open(scene, "utterances");
        scene.Break(weather, share: 0.4);

        var missing = await Scheduler.RunAsync(() => RunAsync(xo, bot));
        scene.AssertWeather(weather);

        Assert.Empty(missing);
        Assert.Equal([.. Before, "a seat to Rome,Book", "\"no, thanks\",Cancel"], bot.Utterances);
        Assert.Contains("5 utterances, 2 to add", _reports);
        Assert.Contains("7 utterances, trained", _reports);
        Assert.Contains(scene.Platform.Requests, static request => request is { OperationId: "startMlTraining", IsApplied: true });
    }

    [Fact]
    public async Task Nothing_is_imported_if_nothing_is_missing()
    {
        await using var scene = await Scene.StartAsync();
        var bot = await BotAsync(scene);
        using var xo = TestApps.Open(scene, "utterances");

        await RunAsync(xo, bot, Before);

        Assert.Equal(Before, bot.Utterances);
        Assert.Equal(1, Count(scene, "startMlUtterancesImport")); // by the preparation
    }

    [Fact]
    public async Task A_training_that_failed_is_repeated_by_the_next_run_without_another_import()
    {
        await using var scene = await Scene.StartAsync();
        var bot = await BotAsync(scene);
        using var xo = TestApps.Open(scene, "utterances");
        bot.TrainingFails = true;

        await Assert.ThrowsAsync<KoreXoJobFailedException>(() => RunAsync(xo, bot));
        bot.TrainingFails = false;
        Assert.Empty(await RunAsync(xo, bot));

        Assert.Equal(2, Count(scene, "startMlTraining"));
        Assert.Equal(2, Count(scene, "startMlUtterancesImport"));
    }

    [Theory]
    [InlineData("export")]
    [InlineData("import")]
    [InlineData("training")]
    [InlineData("check")]
    public async Task A_run_that_is_killed_is_continued_by_the_next_and_starts_nothing_twice(string moment)
    {
        await using var scene = await Scene.StartAsync();
        var bot = await BotAsync(scene);
        using var xo = TestApps.Open(scene, "utterances");
        using var kill = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(xo, bot, Wanted, kill, moment));
        Assert.Empty(await RunAsync(xo, bot));

        Assert.Equal(2, Count(scene, "startMlUtterancesExport"));
        Assert.Equal(2, Count(scene, "startMlUtterancesImport"));
        Assert.Equal(1, Count(scene, "startMlTraining"));
        Assert.Equal(7, bot.Utterances.Count);
    }

    private static int Count(Scene scene, string operation) => scene.Platform.Requests.Count(request => request.OperationId == operation);

    private static async Task<SimulatedBot> BotAsync(Scene scene)
    {
        var bot = scene.Platform.AddBot("Travel");
        using var xo = new KoreXoClient(
            scene.Options(
                (AppKind.Admin, scene.Platform.AddAppWithAllScopes(AppKind.Admin)),
                (AppKind.Platform, scene.Platform.AddAppWithAllScopes(AppKind.Platform))
            )
        );
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Before)));
        var file = await xo.BotDefinition.UploadFileAsync(
            new UploadFileRequest
            {
                File = new FilePart(content, "before.csv"),
                FileContext = FileContext.BulkImport,
                FileExtension = FileExtension.Csv,
            }
        );
        var request = new MlUtterancesImportRequest { FileId = file.FileId, FileName = "before.csv" };
        await (await xo.NlpTraining.StartMlUtterancesImportAsync(bot.Id, request)).WaitAsync();
        return bot;
    }

    /// <summary>Runs the program as a process of its own would.</summary>
    private Task<IReadOnlyList<string>> RunAsync(
        KoreXoClient xo,
        SimulatedBot bot,
        string[]? wanted = null,
        CancellationTokenSource? kill = null,
        string? moment = null
    ) =>
        new UtteranceUpdate(
            xo,
            bot.Id,
            "en",
            new RunState(_folder["state.json"], bot.Id),
            text =>
            {
                _reports.Add(text);
                if (moment is not null && text.StartsWith(moment, StringComparison.Ordinal))
                {
                    kill!.Cancel();
                }
            }
        ).RunAsync(wanted ?? Wanted, kill?.Token ?? CancellationToken.None);
}
