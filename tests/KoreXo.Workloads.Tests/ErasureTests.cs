using System.Globalization;
using System.Text.Json;
using KoreXo.Samples;
using KoreXo.Simulator;
using Workloads.Erasure;

namespace KoreXo.Workloads;

public sealed class ErasureTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task The_data_of_the_customer_is_erased_and_that_of_others_is_not(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var (bot, customer) = Seed(scene);
        using var xo = TestApps.Open(scene, "erasure");
        scene.Break(weather, share: 0.4);

        var proof = await Scheduler.RunAsync(() => RunAsync(scene, xo, bot, customer));
        scene.AssertWeather(weather);
        proof!.Save(_folder["proof.json"]);

        // 200 sessions of 10 customers, and 30 of them in another bot.
        Assert.DoesNotContain(scene.Platform.Sessions, session => session.Bot == bot && session.UserId == customer);
        Assert.Equal(180 + 30, scene.Platform.Sessions.Count);
        var json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["proof.json"])).RootElement;
        Assert.True(json.GetProperty("isErased").GetBoolean());
        Assert.Equal("20 120", Counts(json, "before"));
        Assert.Equal("0 0", Counts(json, "after"));
        Assert.DoesNotContain(customer, json.ToString(), StringComparison.Ordinal);
        var (requested, verified) = (
            json.GetProperty("requestedOn").GetDateTimeOffset(),
            json.GetProperty("verifiedOn").GetDateTimeOffset()
        );
        Assert.True(requested < verified);
        // The requests that counted nothing are those in the platform's log.
        Assert.All(
            json.GetProperty("verifyingRequests").EnumerateArray(),
            id => Assert.Contains(scene.Platform.Requests, request => request.RequestId == id.GetString())
        );
    }

    [Fact]
    public async Task Nothing_is_erased_without_a_confirmation()
    {
        await using var scene = await Scene.StartAsync();
        var (bot, customer) = Seed(scene);
        using var xo = TestApps.Open(scene, "erasure");
        Holdings? shown = null;

        var proof = await RunAsync(
            scene,
            xo,
            bot,
            customer,
            confirm: found =>
            {
                shown = found;
                return false;
            }
        );

        Assert.Null(proof);
        Assert.Equal((20, 120), (shown!.Sessions, shown.Messages));
        Assert.Equal(230, scene.Platform.Sessions.Count);
    }

    [Fact]
    public async Task What_is_still_there_after_a_success_is_not_proved_away()
    {
        await using var scene = await Scene.StartAsync();
        var (bot, customer) = Seed(scene);
        using var xo = TestApps.Open(scene, "erasure");

        var proof = await RunAsync(
            scene,
            xo,
            bot,
            customer,
            report: text =>
            {
                if (text.StartsWith("deletion eud-", StringComparison.Ordinal))
                {
                    scene.Platform.SeedSessions(bot, count: 10); // The customer goes on talking.
                }
            }
        );

        Assert.False(proof!.After.IsEmpty);
        Assert.Equal((1, 6), (proof.After.Sessions, proof.After.Messages));
    }

    [Fact]
    public async Task An_erasure_that_is_killed_is_continued_without_asking_and_without_a_second_deletion()
    {
        await using var scene = await Scene.StartAsync();
        var (bot, customer) = Seed(scene);
        using var xo = TestApps.Open(scene, "erasure");
        using var kill = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(scene, xo, bot, customer, _ => kill.Cancel(), cancellationToken: kill.Token)
        );
        var proof = await RunAsync(scene, xo, bot, customer, confirm: static _ => throw new InvalidOperationException("It asks again."));

        Assert.True(proof!.After.IsEmpty);
        Assert.Equal((20, 120), (proof.SessionsBefore, proof.MessagesBefore));
        Assert.Single(scene.Platform.Requests, static request => request.OperationId == "startCustomerDataDeletion");
    }

    [Fact]
    public async Task The_data_of_a_member_of_the_account_is_not_reported_as_erased()
    {
        await using var scene = await Scene.StartAsync();
        var (bot, _) = Seed(scene);
        scene.Platform.AddUser("member@example.com");
        using var xo = TestApps.Open(scene, "erasure");

        await Assert.ThrowsAsync<KoreXoValidationException>(() => RunAsync(scene, xo, bot, "member@example.com"));

        Assert.Equal(230, scene.Platform.Sessions.Count);
    }

    private static (SimulatedBot Bot, string Customer) Seed(Scene scene)
    {
        var bot = scene.Platform.AddBot("Travel");
        var customer = scene.Platform.SeedSessions(bot, count: 200, new SessionSeed { AlertEvery = 7 })[0].UserId;
        scene.Platform.SeedSessions(scene.Platform.AddBot("Billing"), count: 30);
        return (bot, customer);
    }

    /// <summary>Runs the program as a process of its own would.</summary>
    private Task<Proof?> RunAsync(
        Scene scene,
        KoreXoClient xo,
        SimulatedBot bot,
        string customer,
        Action<string>? report = null,
        Func<Holdings, bool>? confirm = null,
        CancellationToken cancellationToken = default
    ) =>
        new ErasureRun(
            xo,
            bot.Id,
            customer,
            new RunState(_folder["state.json"], customer),
            scene.Clock,
            report ?? (static _ => { })
        ).RunAsync(confirm ?? (static _ => true), cancellationToken);

    private static string Counts(JsonElement json, string moment) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{json.GetProperty(moment).GetProperty("sessions").GetInt32()} {json.GetProperty(moment).GetProperty("messages").GetInt32()}"
        );
}
