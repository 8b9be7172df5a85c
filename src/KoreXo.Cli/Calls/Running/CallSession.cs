using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Calls.Requests;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Simulation;
using KoreXo.Runtime;
using KoreXo.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KoreXo.Cli.Calls.Running;

/// <summary>The client of one call, and the simulator if it is to be simulated.</summary>
internal sealed class CallSession : IAsyncDisposable
{
    private const string Section = "korexo";

    private readonly ServiceProvider _services;
    private readonly SimulatedPlatform? _platform;

    private CallSession(ServiceProvider services, CallClient client, SimulatedPlatform? platform, string? manifest)
    {
        _services = services;
        _platform = platform;
        Client = client;
        Manifest = manifest;
    }

    public CallClient Client { get; }

    /// <summary>Gets the file of the manifest; null without one.</summary>
    public string? Manifest { get; }

    /// <exception cref="CommandException">A setting is missing or invalid; the message says where it comes from.</exception>
    public static async Task<CallSession> OpenAsync(
        CallOperation operation,
        CallDescriptors descriptors,
        CallSettings settings,
        TextWriter remarks,
        CancellationToken cancellationToken
    )
    {
        var file = CallManifest.Find(settings.Manifest);
        var manifest = file is null ? null : CallManifest.Load(file);
        var platform = settings.Simulate ? await SimulateAsync(operation, descriptors.Api, manifest, remarks, cancellationToken) : null;
        var services = new ServiceCollection();
        try
        {
            var values =
                platform?.Settings ?? CallCredentials.Read(settings.Credentials, descriptors.Api, Environment.GetEnvironmentVariable);
            values["Endpoint"] = settings.Endpoint ?? values.GetValueOrDefault("Endpoint") ?? Server(operation);
            Demand(values, operation, descriptors.Api);
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(values.Select(static entry => KeyValuePair.Create($"{Section}:{entry.Key}", entry.Value)))
                .Build();
            ClientRegistration.Add(
                services,
                name: null,
                () => descriptors.Api,
                configuration.GetSection(Section),
                (_, options) =>
                {
                    options.Scopes = manifest;
                    options.ApplicationId = "korexo-call";
                },
                connection => new CallClient(connection, descriptors.Api)
            );
            var provider = services.BuildServiceProvider();
            return new CallSession(provider, provider.GetRequiredService<CallClient>(), platform?.Platform, file);
        }
        catch (Exception error) when (error is OptionsValidationException or CommandException)
        {
            if (platform is { } started)
            {
                await started.Platform.DisposeAsync();
            }

            throw error is OptionsValidationException invalid ? new CommandException(string.Join('\n', invalid.Failures), error) : error;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_platform is not null)
        {
            await _platform.DisposeAsync();
        }
    }

    private static string? Server(CallOperation operation) =>
        operation.Document.Model.ServerAddresses is [var only] && Uri.TryCreate(only, UriKind.Absolute, out _) ? only : null;

    private static void Demand(Dictionary<string, string?> values, CallOperation operation, ApiDescription api)
    {
        if (values["Endpoint"] is null)
        {
            throw new CommandException(
                $"The address of the service is unknown; write --endpoint https://…, or set {CallCredentials.EndpointVariable}."
            );
        }

        if (
            api.Authentication is not null
            && !operation.Model.IsAnonymous
            && !values.Keys.Any(static key => key.StartsWith("Credential", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new CommandException($"There is no credential. {CallCredentials.Advice(api)} With --simulate, none is needed.");
        }
    }

    private static async Task<(SimulatedPlatform Platform, Dictionary<string, string?> Settings)?> SimulateAsync(
        CallOperation operation,
        ApiDescription api,
        ScopeManifest? manifest,
        TextWriter remarks,
        CancellationToken cancellationToken
    )
    {
        if (operation.Document.Name.Length == 0)
        {
            throw new CommandException("--simulate is for operations of the platform; a document of your own needs an --endpoint.");
        }

        var platform = await SimulatedPlatform.StartAsync(
            0,
            new RequestedContent(new SeedOption(1, []), ["Travel"], [TableOption.Parse("Contacts:Name,Age:number")], 20),
            cancellationToken
        );
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Endpoint"] = platform.Simulator.Endpoint.AbsoluteUri,
        };
        foreach (
            var app in platform
                .Apps.Where(app => api.CredentialKinds?.Contains(SimulationJson.Name(app.Kind), StringComparer.Ordinal) != false)
                .Select(app => manifest is null ? app : Limited(platform, app.Kind, manifest))
        )
        {
            settings[$"Credentials:{SimulationJson.Name(app.Kind)}:ClientId"] = app.ClientId;
            settings[$"Credentials:{SimulationJson.Name(app.Kind)}:ClientSecret"] = app.ClientSecret;
        }

        await remarks.WriteLineAsync($"Simulated: bot {platform.Bots[0].Id} (Travel), table Contacts. Nothing is sent to the platform.");
        return (platform, settings);
    }

    // Its app holds what the manifest says, so that a simulated call fails where the deployed app would.
    private static SimulatedApp Limited(SimulatedPlatform platform, AppKind kind, ScopeManifest manifest) =>
        platform.Simulator.AddApp(
            kind,
            manifest
                .Credentials.Where(credential => credential.Key.Length == 0 || credential.Key == SimulationJson.Name(kind))
                .SelectMany(static credential => credential.Value)
                .Where(scope => platform.App(kind).Scopes.Contains(scope))
        );
}
