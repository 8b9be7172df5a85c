using System.Text.Json.Nodes;
using KoreXo.Package.Tests.Guides;
using KoreXo.Simulator;

namespace KoreXo.Package.Tests.Programs.Oracle;

/// <summary>An account whose programs are observed, with everything granted.</summary>
internal sealed class ObservedAccount : IAsyncDisposable
{
    private ObservedAccount(SimulatedAccount account, string observer)
    {
        Account = account;
        var manifest = Path.Combine(account.Folder, "all.json");
        var credentials = new JsonObject();
        foreach (var kind in Enum.GetValues<AppKind>())
        {
            var scopes = account.Platform.AddAppWithAllScopes(kind).Scopes.Select(static scope => (JsonNode)scope);
            credentials[kind.ToString().ToLowerInvariant()] = new JsonArray([.. scopes]);
        }

        File.WriteAllText(manifest, new JsonObject { ["app"] = "all", ["credentials"] = credentials }.ToJsonString());
        File.Delete(Log);
        var variables = account.Variables;
        variables["DOTNET_STARTUP_HOOKS"] = observer;
        variables["OBSERVED"] = Log;
        variables["XO_MANIFEST"] = variables["Manifest"] = manifest;
        variables["KoreXo__Endpoint"] = variables["XO_ENDPOINT"];
        variables["Web__Bot"] = variables["XO_BOT"];
        variables["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var kind in new[] { "PLATFORM", "ADMIN", "DATA" })
        {
            variables[$"{kind}__ClientId"] = variables[$"KOREXO_{kind}_ID"] = variables[$"XO_{kind}_ID"];
            variables[$"{kind}__ClientSecret"] = variables[$"KOREXO_{kind}_SECRET"] = variables[$"XO_{kind}_SECRET"];
        }
    }

    public SimulatedAccount Account { get; }

    /// <summary>What was observed so far.</summary>
    public IReadOnlyList<Observation> Observations => Observation.Read(Log);

    private string Log => Path.Combine(Account.Folder, "observed.txt");

    public static async Task<ObservedAccount> StartAsync(string observer)
    {
        var account = await SimulatedAccount.StartAsync();
        account.Platform.AddTestSuite(account.Bot, "Smoke", "welcome");
        account.Platform.AddUser("ada@example.com");
        return new ObservedAccount(account, observer);
    }

    /// <summary>Runs a program to its end, and returns what it printed.</summary>
    public async Task<CommandResult> RunAsync(params IEnumerable<string> command) =>
        await UserProcess.RunAsync(Account.Folder, Account.Variables, ["dotnet", .. command]);

    /// <summary>Starts a web app, and returns it with a client for it.</summary>
    public async Task<(UserProcess Process, HttpClient Client)> ServeAsync(params IEnumerable<string> command)
    {
        const string Listening = "Now listening on ";
        var app = UserProcess.Start(Account.Folder, Account.Variables, ["dotnet", .. command]);
        await app.WaitForAsync(Listening);
        var line = app.Output.Split('\n').First(static line => line.StartsWith(Listening, StringComparison.Ordinal));
        return (app, new HttpClient { BaseAddress = new Uri(line[Listening.Length..]) });
    }

    public ValueTask DisposeAsync() => Account.DisposeAsync();
}
