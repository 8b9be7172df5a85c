using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Calls.Requests;
using KoreXo.Cli.Outcomes;
using KoreXo.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KoreXo.Cli.Calls.Running;

/// <summary>The client of one call, and the simulator if it is to be simulated.</summary>
internal sealed class CallSession : IAsyncDisposable
{
    private const string Section = "korexo";

    private readonly ServiceProvider _services;
    private readonly CallSimulation? _simulation;

    private CallSession(ServiceProvider services, CallClient client, CallSimulation? simulation, string? manifest)
    {
        _services = services;
        _simulation = simulation;
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
        var simulation = settings.Simulate
            ? await CallSimulation.StartAsync(operation.Document, descriptors.Api, manifest, remarks, cancellationToken)
            : null;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new CallLog(remarks)));
        try
        {
            var values =
                simulation?.Settings ?? CallCredentials.Read(settings.Credentials, descriptors.Api, Environment.GetEnvironmentVariable);
            values["Endpoint"] = settings.Endpoint ?? values.GetValueOrDefault("Endpoint") ?? Server(operation);
            Demand(values, operation, descriptors.Api);
            var api = operation.Model.IsAnonymous && !HasCredential(values) ? descriptors.Anonymous : descriptors.Api;
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(values.Select(static entry => KeyValuePair.Create($"{Section}:{entry.Key}", entry.Value)))
                .Build();
            ClientRegistration.Add(
                services,
                name: null,
                () => api,
                configuration.GetSection(Section),
                (_, options) =>
                {
                    options.Scopes = manifest;
                    options.ApplicationId = "korexo-call";
                },
                connection => new CallClient(connection, api)
            );
            var provider = services.BuildServiceProvider();
            return new CallSession(provider, provider.GetRequiredService<CallClient>(), simulation, file);
        }
        catch (Exception error) when (error is OptionsValidationException or CommandException)
        {
            if (simulation is not null)
            {
                await simulation.DisposeAsync();
            }

            throw error is OptionsValidationException invalid
                ? new CommandException(string.Join('\n', invalid.Failures.Select(failure => Describe(failure, settings))), error)
                : error;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_simulation is not null)
        {
            await _simulation.DisposeAsync();
        }
    }

    // The section is one that nobody has written; an address is named by where it was.
    private static string Describe(string failure, CallSettings settings) =>
        failure
            .Replace(
                $"{Section}:Endpoint ",
                settings.Endpoint is not null ? "--endpoint "
                    : settings.Credentials is null ? $"{CallCredentials.EndpointVariable} "
                    : "Endpoint ",
                StringComparison.Ordinal
            )
            .Replace($"{Section}:", "", StringComparison.Ordinal);

    private static string? Server(CallOperation operation) =>
        operation.Document.Model.ServerAddresses is [var only] && Uri.TryCreate(only, UriKind.Absolute, out _) ? only : null;

    private static bool HasCredential(Dictionary<string, string?> values) =>
        values.Keys.Any(static key => key.StartsWith("Credential", StringComparison.OrdinalIgnoreCase));

    private static void Demand(Dictionary<string, string?> values, CallOperation operation, ApiDescription api)
    {
        if (values["Endpoint"] is null)
        {
            throw new CommandException(
                $"The address of the service is unknown; use --endpoint https://…, or set {CallCredentials.EndpointVariable}."
            );
        }

        if (api.Authentication is not null && !operation.Model.IsAnonymous && !HasCredential(values))
        {
            throw new CommandException($"There is no credential. {CallCredentials.Advice(api)} With --simulate, none is needed.");
        }
    }
}
