using KoreXo;
using KoreXo.Admin;
using KoreXo.Samples;
using KoreXo.Simulator;
using UserAdmin;

return await Entry.RunAsync(
    AdminSettings.Usage,
    async cancellationToken =>
    {
        var settings = AdminSettings.Parse(args);
        var failures = await (
            settings.Endpoint is null ? SimulateAsync(settings, cancellationToken) : RunAsync(settings, cancellationToken)
        );
        Console.WriteLine($"{(settings.IsDryRun ? "dry run" : "done")}, {failures} failed");
        return failures == 0 ? 0 : 1;
    }
);

static async Task<int> SimulateAsync(AdminSettings settings, CancellationToken cancellationToken)
{
    await using var platform = await XoSimulator.StartAsync(cancellationToken: cancellationToken);
    var app = platform.AddApp(
        AppKind.Admin,
        "Profile Management > Role Management",
        "User Management",
        "Profile Management > Delete Users Data",
        "Logs Admin > Admin Console Audit Logs"
    );
    var bot = platform.AddBot("Travel");
    platform.AddRole(RoleKind.Bot, "Tester", "Bot Settings");
    platform.AddUser("member@example.com", firstName: "Mary", lastName: "Member");
    var customer = platform.SeedSessions(bot, count: 20)[0].UserId;
    using var admin = new AdminClient(
        new KoreXoClientOptions { Endpoint = platform.Endpoint, Credential = new JwtCredential(app.ClientId, app.ClientSecret) }
    );
    var before = platform.Users.Count;
    var failures = await new Administration(
        admin,
        settings with
        {
            BotId = bot.Id,
            Erase = settings.Erase ?? customer,
        },
        TimeProvider.System,
        cancellationToken
    ).RunAsync();
    Console.WriteLine(
        $"the account had {before} {(before == 1 ? "user" : "users")} and has {platform.Users.Count}; {platform.Sessions.Count} of 20 sessions are left"
    );
    return failures;
}

static async Task<int> RunAsync(AdminSettings settings, CancellationToken cancellationToken)
{
    using var admin = new AdminClient(
        new KoreXoClientOptions
        {
            Endpoint = settings.Endpoint,
            Credential = new JwtCredential(Arguments.Variable("KOREXO_CLIENT_ID"), Arguments.Variable("KOREXO_CLIENT_SECRET")),
        }
    );
    return await new Administration(admin, settings, TimeProvider.System, cancellationToken).RunAsync();
}
