using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Simulation;
using KoreXo.Runtime;
using KoreXo.Simulator;

namespace KoreXo.Cli.Calls.Running;

/// <summary>The simulator of one call, and the settings of a client of it.</summary>
internal sealed class CallSimulation : IAsyncDisposable
{
    private readonly IAsyncDisposable _service;

    private CallSimulation(IAsyncDisposable service, Uri endpoint)
    {
        _service = service;
        Settings = new(StringComparer.OrdinalIgnoreCase) { ["Endpoint"] = endpoint.AbsoluteUri };
    }

    public Dictionary<string, string?> Settings { get; }

    /// <summary>Starts the platform, or the service that a document of the user describes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="api">Its description.</param>
    /// <param name="manifest">What the apps hold; all scopes without one. So a simulated call fails where the deployed app would.</param>
    /// <param name="remarks">Where it is said what is simulated.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    public static Task<CallSimulation> StartAsync(
        CallDocument document,
        ApiDescription api,
        ScopeManifest? manifest,
        TextWriter remarks,
        CancellationToken cancellationToken
    ) =>
        document.Name.Length > 0
            ? StartPlatformAsync(api, manifest, remarks, cancellationToken)
            : StartDocumentAsync(document.File, api, manifest, remarks, cancellationToken);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static async Task<CallSimulation> StartPlatformAsync(
        ApiDescription api,
        ScopeManifest? manifest,
        TextWriter remarks,
        CancellationToken cancellationToken
    )
    {
        var platform = await SimulatedPlatform.StartAsync(
            0,
            new RequestedContent(new SeedOption(1, []), ["Travel"], [TableOption.Parse("Contacts:Name,Age:number")], 20),
            cancellationToken
        );
        var simulation = new CallSimulation(platform, platform.Simulator.Endpoint);
        foreach (var full in platform.Apps)
        {
            var kind = SimulationJson.Name(full.Kind);
            if (api.CredentialKinds?.Contains(kind, StringComparer.Ordinal) != false)
            {
                var app = manifest is null ? full : platform.Simulator.AddApp(full.Kind, Held(manifest, kind, full));
                simulation.Settings[$"Credentials:{kind}:ClientId"] = app.ClientId;
                simulation.Settings[$"Credentials:{kind}:ClientSecret"] = app.ClientSecret;
            }
        }

        await remarks.WriteLineAsync($"Simulated: bot {platform.Bots[0].Id} (Travel), table Contacts. Nothing is sent to the platform.");
        return simulation;
    }

    private static async Task<CallSimulation> StartDocumentAsync(
        string file,
        ApiDescription api,
        ScopeManifest? manifest,
        TextWriter remarks,
        CancellationToken cancellationToken
    )
    {
        var service = await SimulatedDocument.StartAsync(file, port: 0, seed: 1, cancellationToken);
        var simulation = new CallSimulation(service, service.Simulator.Endpoint);
        foreach (var full in service.Apps)
        {
            var app = manifest is null ? full : service.Simulator.AddApp(full.Credential, Held(manifest, full.Credential, full));
            var scheme = api.Schemes.FirstOrDefault(scheme => scheme.Scheme == full.Credential) ?? api.Authentication;
            var section = $"Credentials:{full.Credential}";
            if (scheme is { Prefix: "Basic " })
            {
                simulation.Settings[$"{section}:UserName"] = app.ClientId;
                simulation.Settings[$"{section}:Password"] = app.ClientSecret;
            }
            else
            {
                simulation.Settings[$"{section}:{(scheme is { Prefix: "Bearer " } ? "BearerToken" : "ApiKey")}"] = app.ClientSecret;
            }
        }

        await remarks.WriteLineAsync($"Simulated from {file}. Nothing is sent to the service.");
        return simulation;
    }

    // The simulated platform grants scopes to an app as a whole; the client refuses a call for a resource that the manifest does not list.
    private static IEnumerable<string> Held(ScopeManifest manifest, string kind, SimulatedApp full) =>
        manifest
            .Credentials.Where(credential => credential.Key.Length == 0 || credential.Key == kind)
            .SelectMany(static credential => credential.Value)
            .Concat(
                manifest
                    .ResourceGrants.Where(grant => grant.Credential.Length == 0 || grant.Credential == kind)
                    .SelectMany(static grant => grant.Scopes)
            )
            .Where(scope => full.Scopes.Contains(scope));
}
