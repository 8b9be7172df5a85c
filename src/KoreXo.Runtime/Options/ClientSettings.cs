using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace KoreXo.Runtime;

/// <summary>The validated copy of the options that a connection uses.</summary>
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
        Servers = options.Servers.ToDictionary(
            static entry => entry.Key,
            static entry => entry.Value.GetLeftPart(UriPartial.Path).TrimEnd('/'),
            StringComparer.Ordinal
        );
        Credential = options.Credential;
        Credentials = new SortedDictionary<string, KoreXoCredential>(options.Credentials, StringComparer.Ordinal);
        Manifest = options.Scopes;
        TimeProvider = options.TimeProvider;
        MaxResponseBytes = options.MaxResponseBytes;
        AttemptTimeout = options.AttemptTimeout;
        IdleTimeout = options.IdleTimeout;
        TotalTimeout = options.TotalTimeout;
        MaxRetries = options.MaxRetries;
        MaxRateLimitWait = options.MaxRateLimitWait;
        EnforceQuotas = options.EnforceQuotas;
        Quotas = options.Quotas.ToDictionary(static entry => entry.Key, static entry => entry.Value.ToArray(), StringComparer.Ordinal);
        QuotaStore = options.QuotaStore;
        ConfigureResilience = options.ConfigureResilience;
        LoggerFactory = options.LoggerFactory;
        Signature =
            options.TokenSigningKeys.Count == 0
                ? TokenSignature.None
                : new TokenSignature([.. options.TokenSigningKeys.Select(static key => (byte[])key.Clone())]);
        Host = EndpointAddress.IdnHost;
        Port = EndpointAddress.Port;
        SharedQuotaStore = options.SharedStores?.Get(Host, Port, TimeProvider);
        UserAgent = Runtime.UserAgent.For(options.ApplicationId);
    }

    /// <summary>Gets a value indicating whether a <see cref="CredentialHandler"/> adds the headers with credentials.</summary>
    public bool HidesCredential { get; init; }

    /// <summary>Gets the endpoint as it was configured.</summary>
    public Uri EndpointAddress { get; }

    /// <summary>Gets the endpoint without a trailing slash.</summary>
    public string Endpoint { get; }

    /// <summary>Gets the addresses of the servers that a document declares for individual operations.</summary>
    public Dictionary<string, string> Servers { get; }

    public KoreXoCredential? Credential { get; }

    /// <summary>Gets the credentials by kind, sorted by kind so that the choice among them is deterministic.</summary>
    public SortedDictionary<string, KoreXoCredential> Credentials { get; }

    public ScopeManifest? Manifest { get; }

    public TimeProvider TimeProvider { get; }

    public long MaxResponseBytes { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan IdleTimeout { get; }

    public TimeSpan TotalTimeout { get; }

    public int MaxRetries { get; }

    public TimeSpan? MaxRateLimitWait { get; }

    public bool EnforceQuotas { get; }

    public IReadOnlyDictionary<string, RateWindow[]> Quotas { get; }

    public IQuotaStore? QuotaStore { get; }

    /// <summary>Gets the shared store for calls of an identified client; <see langword="null"/> if there is none.</summary>
    public MemoryQuotaStore? SharedQuotaStore { get; }

    public Action<ResiliencePipelineBuilder, ResiliencePipeline>? ConfigureResilience { get; }

    public ILoggerFactory? LoggerFactory { get; }

    /// <summary>Gets the signature for resume tokens and continuation tokens.</summary>
    public TokenSignature Signature { get; }

    public string Host { get; }

    public int Port { get; }

    public string UserAgent { get; }

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
            : _loggers.GetOrAdd(api.Name, static (name, factory) => factory.CreateLogger($"{Instruments.Name}.{name}"), LoggerFactory);

    /// <summary>Gets the scopes of an API that the manifest's credentials are granted; <see langword="null"/> without a manifest.</summary>
    public HeldScopes? Held(ApiDescription api) =>
        Manifest is null
            ? null
            : _held.GetOrAdd(api.ScopeCatalog, static (catalog, manifest) => new HeldScopes(manifest, catalog), Manifest);
}
