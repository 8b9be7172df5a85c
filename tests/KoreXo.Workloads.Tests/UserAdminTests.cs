using KoreXo.Simulator;
using UserAdmin;

namespace KoreXo.Workloads;

/// <summary>The program in <c>samples/04-UserAdmin</c>.</summary>
public sealed class UserAdminTests : IDisposable
{
    private const int Listed = 30;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task Each_user_is_created_once_and_has_its_role_once(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var (bot, role) = Prepare(scene);
        await File.WriteAllLinesAsync(_folder["users.csv"], ["email,firstName,lastName,role", .. Lines()]);
        using var xo = Connect(scene);
        scene.Break(weather, share: 0.5);

        var failures = await Scheduler.RunAsync(() => RunAsync(scene, xo, bot, apply: "yes"));
        scene.AssertWeather(weather);

        // By hand: 30 listed users, 3 of whom were there, and one who was there but is not listed; every second one is a tester.
        Assert.Equal(0, failures);
        Assert.Equal(
            Enumerable
                .Range(1, Listed)
                .Select(static number => $"user{number}@example.com")
                .Append("guest@example.com")
                .Order(StringComparer.Ordinal),
            scene.Platform.Users.Select(static user => user.Email).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            scene
                .Platform.Users.Where(static user => user.Email != "guest@example.com" && Number(user.Email) % 2 == 0)
                .Select(static user => user.Id)
                .Order(StringComparer.Ordinal),
            scene
                .Platform.RoleAssignments.Where(given => given.RoleId == role.Id)
                .Select(static given => given.UserId!)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task A_dry_run_only_reads(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var (bot, _) = Prepare(scene);
        await File.WriteAllLinesAsync(_folder["users.csv"], ["email,firstName,lastName,role", .. Lines()]);
        using var xo = Connect(scene);
        scene.Break(weather, share: 0.5);

        await Scheduler.RunAsync(() => RunAsync(scene, xo, bot, apply: "no"));
        scene.AssertWeather(weather);

        Assert.Equal(4, scene.Platform.Users.Count);
        Assert.Equal(
            ["getRoles", "getUsers"],
            scene.Platform.Requests.Select(static request => request.OperationId!).Distinct(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_user_whom_the_platform_rejects_does_not_keep_the_others_from_their_roles()
    {
        await using var scene = await Scene.StartAsync();
        var (bot, role) = Prepare(scene);
        await File.WriteAllLinesAsync(
            _folder["users.csv"],
            ["email,firstName,lastName,role", "ada@example.com,Ada,Lovelace,Tester", "no one@,No,One,Tester"]
        );
        using var xo = Connect(scene);

        var failures = await RunAsync(scene, xo, bot, apply: "yes");

        Assert.Equal(1, failures);
        var ada = Assert.Single(scene.Platform.Users, static user => user.Email == "ada@example.com");
        Assert.Equal([ada.Id], scene.Platform.RoleAssignments.Where(given => given.RoleId == role.Id).Select(static given => given.UserId));
    }

    private static KoreXoClient Connect(Scene scene)
    {
        var manifest = ScopeManifest.Load(Path.Combine(AppContext.BaseDirectory, "user-admin.scopes.json"));
        return scene.Connect(AppKind.Admin, manifest.Credentials["admin"]);
    }

    private static (SimulatedBot Bot, SimulatedRole Role) Prepare(Scene scene)
    {
        foreach (var email in new[] { "user1@example.com", "user2@example.com", "user3@example.com", "guest@example.com" })
        {
            scene.Platform.AddUser(email);
        }

        return (scene.Platform.AddBot("Travel"), scene.Platform.AddRole(RoleKind.Bot, "Tester", "Bot Settings"));
    }

    private static IEnumerable<string> Lines() =>
        Enumerable
            .Range(1, Listed)
            .Select(static number => $"user{number}@example.com,First{number},Last{number},{(number % 2 == 0 ? "Tester" : "")}");

    private static int Number(string email) =>
        int.Parse(email["user".Length..email.IndexOf('@', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);

    private Task<int> RunAsync(Scene scene, KoreXoClient xo, SimulatedBot bot, string apply)
    {
        var settings = AdminSettings.Parse([
            "--endpoint",
            scene.Platform.Endpoint.AbsoluteUri,
            "--bot",
            bot.Id,
            "--users",
            _folder["users.csv"],
            "--apply",
            apply,
        ]);
        return new Administration(xo.Admin, settings, scene.Clock, CancellationToken.None).RunAsync();
    }
}
