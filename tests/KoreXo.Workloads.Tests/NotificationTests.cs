using System.Text.Json;
using KoreXo.Simulator;
using Workloads.Notifications;
using Xunit.Abstractions;

namespace KoreXo.Workloads;

public sealed class NotificationTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Place => Path.Combine(_folder, "recipients.journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task Each_recipient_is_notified_once_and_has_an_outcome(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        string[] recipients = [.. People(120)];
        string[] unreachable = [recipients[3], recipients[77], recipients[110]];
        Array.ForEach(unreachable, scene.Platform.AddUnreachableRecipient);
        using var xo = TestApps.Open(scene, "notify");
        scene.Break(weather);

        // Some are listed twice.
        var outcomes = await Scheduler.RunAsync(() => RunAsync(xo, bot, [.. recipients, recipients[0].ToUpperInvariant(), recipients[9]]));

        Assert.Equal(recipients, outcomes.Select(static outcome => outcome.Recipient));
        var notified = Notified(scene);
        Assert.All(notified, static recipient => Assert.Equal(1, recipient.Value));
        var unknown = outcomes.Where(static outcome => outcome.IsDelivered is null).Select(static outcome => outcome.Recipient).ToList();
        Assert.Equal(
            recipients.Except(unknown).Except(unreachable),
            outcomes.Where(static o => o.IsDelivered == true).Select(static o => o.Recipient)
        );
        Assert.Equal(unreachable.Except(unknown), outcomes.Where(static o => o.IsDelivered == false).Select(static o => o.Recipient));
        Assert.Empty(recipients.Except(unknown).Except(notified.Keys));

        // Calls whose response was lost, and no others, are unknown.
        Assert.Equal(weather == Weather.Storm, unknown.Count > 0);
        output.WriteLine($"{weather}: {outcomes.Count} recipients, {unknown.Count} unknown; {scene.Count()}");
    }

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task A_run_that_is_killed_at_any_batch_goes_on_and_notifies_nobody_twice(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        string[] recipients = [.. People(60)];
        using var xo = TestApps.Open(scene, "notify");
        scene.Break(weather);
        for (var kill = 0; kill < 4; kill++)
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(xo, bot, recipients, _ => stop.Cancel(), stop.Token));
        }

        var outcomes = await Scheduler.RunAsync(() => RunAsync(xo, bot, recipients));

        Assert.Equal(recipients, outcomes.Select(static outcome => outcome.Recipient));
        Assert.All(Notified(scene), static recipient => Assert.Equal(1, recipient.Value));
        if (weather == Weather.Fair)
        {
            Assert.All(outcomes, static outcome => Assert.True(outcome.IsDelivered));
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_while_it_sends_reports_that_batch_as_unknown()
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        string[] recipients = [.. People(20)];
        using var xo = TestApps.Open(scene, "notify");
        using var stop = new CancellationTokenSource();
        scene.Platform.Faults = FaultPlan.From(call =>
        {
            if (call is { OperationId: "startProactiveNotification", Number: 2 })
            {
                stop.Cancel();
            }

            return null;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(xo, bot, recipients, cancellationToken: stop.Token));

        // The line that was being written when the power failed.
        await File.AppendAllTextAsync(Place, "sending\t3\tperson-");
        var outcomes = await RunAsync(xo, bot, recipients);

        Assert.Equal(
            recipients[5..10],
            outcomes.Where(static outcome => outcome.IsDelivered is null).Select(static outcome => outcome.Recipient)
        );
        Assert.Equal(15, outcomes.Count(static outcome => outcome.IsDelivered == true));
        Assert.All(Notified(scene), static recipient => Assert.Equal(1, recipient.Value));
    }

    [Fact]
    public async Task A_batch_that_reaches_nobody_names_each_recipient_with_a_reason()
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        string[] recipients = [.. People(3)];
        Array.ForEach(recipients, scene.Platform.AddUnreachableRecipient);
        using var xo = TestApps.Open(scene, "notify");

        var outcomes = await RunAsync(xo, bot, recipients);

        Assert.Equal(
            recipients.Select(static recipient => new Outcome(recipient, false, "The recipient is not known on the channel")),
            outcomes
        );
    }

    [Fact]
    public async Task A_batch_that_the_platform_rejects_is_sent_by_the_next_run()
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        string[] recipients = [.. People(15)];
        using var xo = TestApps.Open(scene, "notify");
        scene.Platform.Faults = FaultPlan.On("startProactiveNotification", 2, Fault.Error(400));
        await Assert.ThrowsAsync<KoreXoValidationException>(() => RunAsync(xo, bot, recipients));

        var outcomes = await RunAsync(xo, bot, recipients);

        Assert.Equal(recipients, outcomes.Select(static outcome => outcome.Recipient));
        Assert.All(outcomes, static outcome => Assert.True(outcome.IsDelivered));
        Assert.All(Notified(scene), static recipient => Assert.Equal(1, recipient.Value));
    }

    private static IEnumerable<string> People(int count) =>
        Enumerable.Range(1, count).Select(static number => $"person-{number}@example.com");

    private async Task<IReadOnlyList<Outcome>> RunAsync(
        KoreXoClient xo,
        SimulatedBot bot,
        IReadOnlyList<string> recipients,
        Action<string>? report = null,
        CancellationToken cancellationToken = default
    )
    {
        var settings = new NotificationSettings
        {
            BotId = bot.Id,
            Channel = "msteams",
            Message = "The service is down from 8 to 9.",
            Recipients = recipients,
            BatchSize = 5,
        };
        using var journal = new Journal(Place);
        return await new NotificationRun(xo.BotDefinition, settings, journal, report ?? (static _ => { })).RunAsync(cancellationToken);
    }

    /// <summary>Counts what the platform has sent, by recipient.</summary>
    private static Dictionary<string, int> Notified(Scene scene) =>
        scene
            .Platform.Requests.Where(static request => request is { OperationId: "startProactiveNotification", IsApplied: true })
            .SelectMany(static request => JsonElement.Parse(request.BodyText).GetProperty("identities").EnumerateArray())
            .CountBy(static recipient => recipient.GetString()!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
}
