using KoreXo.Simulator;

namespace KoreXo.Package.Tests.Guides;

/// <summary>
/// The account that guides and programs call: a simulated platform with some data, and the environment variables that name it.
/// </summary>
internal sealed class SimulatedAccount : IAsyncDisposable
{
    private SimulatedAccount(XoSimulator platform)
    {
        Platform = platform;
        Bot = platform.AddBot("Travel");
        Variables["XO_ENDPOINT"] = platform.Endpoint.AbsoluteUri;
        Variables["XO_BOT"] = Bot.Id;
        foreach (var kind in Enum.GetValues<AppKind>())
        {
            var app = platform.AddAppWithAllScopes(kind);
            Variables[$"XO_{kind.ToString().ToUpperInvariant()}_ID"] = app.ClientId;
            Variables[$"XO_{kind.ToString().ToUpperInvariant()}_SECRET"] = app.ClientSecret;
        }
    }

    /// <summary>The folder that its programs run in.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-account-").FullName;

    public XoSimulator Platform { get; }

    public SimulatedBot Bot { get; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public static async Task<SimulatedAccount> StartAsync(XoSimulatorOptions? options = null)
    {
        var account = new SimulatedAccount(await XoSimulator.StartAsync(options));
        account.Platform.SeedSessions(account.Bot, 3);
        foreach (var table in new[] { "Contacts", "People", "Numbers" })
        {
            account.Platform.AddTable(table);
        }

        return account;
    }

    public async ValueTask DisposeAsync()
    {
        await Platform.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
