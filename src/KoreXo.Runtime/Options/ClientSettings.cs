using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace KoreXo.Runtime;

/// <summary>The validated copy of the options that a connection uses.</summary>
/// <remarks>It has fields where other types have properties: each accessor is a method to compile before the first response.</remarks>
internal sealed class ClientSettings
{
    // The longest time that the timers of .NET support.
    public static readonly TimeSpan LongestLimit = TimeSpan.FromDays(49);

    private readonly ConcurrentDictionary<ScopeCatalog, HeldScopes> _held = new();
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);

    private ClientSettings(KoreXoClientOptions options)
    {
        EndpointAddress = options.Endpoint!;
        Endpoint = EndpointAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Servers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (server, address) in options.Servers)
        {
            Servers[server] = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        }

        Credential = options.Credential;
        Credentials = Sorted(options.Credentials);
        Manifest = options.Scopes;
        TimeProvider = options.TimeProvider;
        MaxResponseBytes = options.MaxResponseBytes;
        AttemptTimeout = options.AttemptTimeout;
        IdleTimeout = options.IdleTimeout;
        TotalTimeout = options.TotalTimeout;
        MaxRetries = options.MaxRetries;
        MaxRateLimitWait = options.MaxRateLimitWait;
        EnforceRateLimits = options.EnforceRateLimits;
        RateLimits = new Dictionary<string, RateLimitWindow[]>(StringComparer.Ordinal);
        foreach (var (budget, windows) in options.RateLimits)
        {
            RateLimits[budget] = [.. windows];
        }

        RateLimitStore = options.RateLimitStore;
        RateLimitStoreFailure = options.RateLimitStoreFailure;
        ConfigureResilience = options.ConfigureResilience;
        LoggerFactory = options.LoggerFactory;
        Signature =
            options.TokenSigningKeys.Count == 0
                ? TokenSignature.None
                : new TokenSignature([.. options.TokenSigningKeys.Select(static key => (byte[])key.Clone())]);
        Host = EndpointAddress.IdnHost;
        Port = EndpointAddress.Port;
        SharedRateLimitStore = options.SharedStores?.Get(Host, Port, TimeProvider);
        UserAgent = Runtime.UserAgent.For(options.ApplicationId);
    }

    /// <summary>Gets a value indicating whether a <see cref="CredentialHandler"/> adds the headers with credentials.</summary>
    public bool HidesCredential { get; init; }

    /// <summary>Gets the endpoint as it was configured.</summary>
    public readonly Uri EndpointAddress;

    /// <summary>Gets the endpoint without a trailing slash.</summary>
    public readonly string Endpoint;

    /// <summary>Gets the addresses of the servers that a document declares for individual operations.</summary>
    public readonly Dictionary<string, string> Servers;

    public readonly KoreXoCredential? Credential;

    /// <summary>Gets the credentials by kind, sorted by kind so that the choice among them is deterministic.</summary>
    public readonly Dictionary<string, KoreXoCredential> Credentials;

    public readonly ScopeManifest? Manifest;

    public readonly TimeProvider TimeProvider;

    public readonly long MaxResponseBytes;

    public readonly TimeSpan AttemptTimeout;

    public readonly TimeSpan IdleTimeout;

    public readonly TimeSpan TotalTimeout;

    public readonly int MaxRetries;

    public readonly TimeSpan? MaxRateLimitWait;

    public readonly bool EnforceRateLimits;

    public readonly Dictionary<string, RateLimitWindow[]> RateLimits;

    public readonly IRateLimitStore? RateLimitStore;

    public readonly RateLimitStoreFailure RateLimitStoreFailure;

    /// <summary>Gets the shared store for calls of an identified client; <see langword="null"/> if there is none.</summary>
    public readonly MemoryRateLimitStore? SharedRateLimitStore;

    public readonly Action<ResiliencePipelineBuilder, ResiliencePipeline>? ConfigureResilience;

    public readonly ILoggerFactory? LoggerFactory;

    /// <summary>Gets the signature for resume tokens and continuation tokens.</summary>
    public readonly TokenSignature Signature;

    public readonly string Host;

    public readonly int Port;

    public readonly string UserAgent;

    // A dictionary from which nothing is removed enumerates in the order of insertion.
    private static Dictionary<string, KoreXoCredential> Sorted(IDictionary<string, KoreXoCredential> credentials)
    {
        var kinds = new string[credentials.Count];
        credentials.Keys.CopyTo(kinds, 0);
        Array.Sort(kinds, StringComparer.Ordinal);
        var sorted = new Dictionary<string, KoreXoCredential>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            sorted.Add(kind, credentials[kind]);
        }

        return sorted;
    }

    /// <summary>Validates and copies the options.</summary>
    /// <exception cref="ArgumentException">A setting is invalid; the message lists all that are.</exception>
    public static ClientSettings From(KoreXoClientOptions options, bool hidesCredential = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = OptionsValidation.FindErrors(options);
        return faults.Count == 0
            ? new ClientSettings(options) { HidesCredential = hidesCredential }
            : throw new ArgumentException(string.Join(" ", faults), nameof(options));
    }

    /// <summary>Checks whether a time is a valid limit: positive and supported by a timer, or infinite.</summary>
    public static bool IsLimit(TimeSpan time) => time == Timeout.InfiniteTimeSpan || (time > TimeSpan.Zero && time <= LongestLimit);

    public ILogger Logger(ApiDescription api) =>
        LoggerFactory is null
            ? NullLogger.Instance
            : _loggers.GetOrAdd(
                api.Name,
                static (name, factory) => new HarmlessLogger(factory.CreateLogger($"{Instruments.Name}.{name}")),
                LoggerFactory
            );

    /// <summary>Gets the scopes of an API that the manifest's credentials are granted; <see langword="null"/> without a manifest.</summary>
    public HeldScopes? Held(ApiDescription api) =>
        Manifest is null
            ? null
            : _held.GetOrAdd(api.ScopeCatalog, static (catalog, manifest) => new HeldScopes(manifest, catalog), Manifest);
}
