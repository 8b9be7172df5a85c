using System.Text.Json.Nodes;
using KoreXo.Simulator;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>A simulated platform on a loopback port, and a shell that has credentials for it.</summary>
internal sealed class CalledPlatform : IAsyncDisposable
{
    private CalledPlatform(XoSimulator simulator)
    {
        Simulator = simulator;
        Bot = simulator.AddBot("Travel");
        Table = simulator.AddTable("Contacts");
    }

    public XoSimulator Simulator { get; }

    public SimulatedBot Bot { get; }

    public SimulatedTable Table { get; }

    /// <summary>An empty folder for the files of a test.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-call-").FullName;

    public string CredentialFile => Path.Combine(Folder, "credentials.json");

    public Dictionary<string, SimulatedApp> Apps { get; } = new(StringComparer.Ordinal);

    public static async Task<CalledPlatform> StartAsync(XoSimulatorOptions? options = null)
    {
        var platform = new CalledPlatform(await XoSimulator.StartAsync(options));
        foreach (var kind in Enum.GetValues<AppKind>())
        {
            platform.Apps[kind.ToString().ToLowerInvariant()] = platform.Simulator.AddAppWithAllScopes(kind);
        }

        var credentials = platform.Apps.Select(app =>
            KeyValuePair.Create<string, JsonNode?>(
                app.Key,
                new JsonObject { ["ClientId"] = app.Value.ClientId, ["ClientSecret"] = app.Value.ClientSecret }
            )
        );
        await File.WriteAllTextAsync(
            platform.CredentialFile,
            new JsonObject
            {
                ["Endpoint"] = platform.Simulator.Endpoint.AbsoluteUri,
                ["Credentials"] = new JsonObject(credentials),
            }.ToJsonString()
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(platform.CredentialFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return platform;
    }

    /// <summary>Runs <c>korexo call</c> with the credentials of all kinds of app.</summary>
    public Task<Korexo.Ended> CallAsync(params string[] arguments) =>
        Korexo.RunAsync(["call", .. arguments, "--credentials", CredentialFile]);

    /// <summary>Writes a file, and returns its path.</summary>
    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
