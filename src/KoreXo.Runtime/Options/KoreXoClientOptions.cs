using Microsoft.Extensions.Logging;
using Polly;

namespace KoreXo;

/// <summary>Options for a client. They are copied when a client is created; later changes have no effect on it.</summary>
public sealed class KoreXoClientOptions
{
    /// <summary>
    /// Gets or sets the address of the platform: absolute and https (plain http only for a loopback host). A path is kept as a prefix of
    /// every request; a query or fragment is rejected.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Gets the addresses of the servers that a document declares for individual operations, by the server's address in the document.
    /// </summary>
    /// <value>Empty by default: such an operation is sent to the server in the document, provided that <see cref="Endpoint"/> is on a host
    /// in the document too. With any other endpoint, it fails before it is sent until its server is set here.</value>
    public IDictionary<string, Uri> Servers { get; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>Gets or sets the credential for every call that no entry of <see cref="Credentials"/> applies to.</summary>
    public KoreXoCredential? Credential { get; set; }

    /// <summary>Gets the credentials by kind, for APIs that require different ones; kinds are compared ordinally.</summary>
    public IDictionary<string, KoreXoCredential> Credentials { get; } = new Dictionary<string, KoreXoCredential>(StringComparer.Ordinal);

    /// <summary>
    /// Gets or sets the scopes that the credentials are granted. If set, a call that no credential is permitted to make fails before it is
    /// sent.
    /// </summary>
    public ScopeManifest? Scopes { get; set; }

    /// <summary>Gets or sets the clock for timeouts, waits and rate limits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the name of the application in the user agent: letters, digits and <c>. _ - /</c>, at most 64 characters.
    /// </summary>
    public string? ApplicationId { get; set; }

    /// <summary>
    /// Gets or sets the maximum size of a response body in bytes, after decompression. It bounds the memory that a misbehaving server can
    /// consume.
    /// </summary>
    /// <value>
    /// The default is 32 MiB. Raw requests with <see cref="ApiClient.SendAsync"/> and downloads are not limited; see
    /// <see cref="CallOptions.MaxDownloadBytes"/>.
    /// </value>
    public long MaxResponseBytes { get; set; } = 32L * 1024 * 1024;

    /// <summary>
    /// Gets or sets the time limit for one attempt, including reading its response; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. It
    /// does not apply to file uploads.
    /// </summary>
    /// <value>The default is 100 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the longest time between two bytes of an upload or download, in either direction, from the first one to the end of the
    /// response; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. It takes the place of the attempt and total timeouts, which do not
    /// apply to these, and covers reading a <see cref="BinaryResponse"/> and the response to a raw request.
    /// </summary>
    /// <value>The default is 100 seconds. Raise it for a service that processes an upload for longer before it responds.</value>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the time limit for a call, including retries; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. The clock stops
    /// while the call waits for a rate limit. It does not apply to file uploads, nor to waiting for a job, which has
    /// <see cref="JobPolling.Timeout"/>.
    /// </summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets the maximum number of retries. Rate-limited requests, and those that were never sent because no connection could be
    /// established, are retried for any method; after other transport errors, timeouts, 408 and 5xx, only idempotent operations are.
    /// </summary>
    /// <value>The default is 3, the maximum 10. A retry with a renewed token after a 401 does not count.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// Gets or sets the longest total time that a call may wait for a rate limit, including its place in the queue, or because the server
    /// asks for it; <see cref="Timeout.InfiniteTimeSpan"/> for no limit, zero to never wait. A longer wait is not started: the call fails
    /// immediately with a <see cref="KoreXoRateLimitException"/> that says when to retry.
    /// <see cref="CallOptions.MaxRateLimitWait"/> overrides it for one call.
    /// </summary>
    /// <value>
    /// The default is <see langword="null"/>: a call queues behind any number of others as long as only windows of up to a minute are
    /// full, so that a burst never fails. Any other wait, such as for an hourly window or the server's Retry-After, may take the longest of
    /// these windows (a minute if there is none) plus <see cref="AttemptTimeout"/>: by default 160 seconds.
    /// </value>
    public TimeSpan? MaxRateLimitWait { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the client keeps to the rate limits of the API itself, so that the server does not have to
    /// reject requests.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnforceRateLimits { get; set; } = true;

    /// <summary>
    /// Gets the rate limits by budget name, for an account with other limits than the API documents. They replace all windows of a budget;
    /// an empty list means no limit.
    /// </summary>
    public IDictionary<string, IReadOnlyList<RateLimitWindow>> RateLimits { get; } =
        new Dictionary<string, IReadOnlyList<RateLimitWindow>>(StringComparer.Ordinal);

    /// <summary>Gets or sets the store that counts calls against rate limits.</summary>
    /// <value>
    /// By default, a client counts in its own <see cref="MemoryRateLimitStore"/>. Clients from one service provider share one store per
    /// server, so that those with the same <see cref="KoreXoCredential.ClientId"/> share its rate limits.
    /// </value>
    public IRateLimitStore? RateLimitStore { get; set; }

    /// <summary>Gets or sets what happens to calls while <see cref="RateLimitStore"/> is unavailable.</summary>
    /// <value>The default is <see cref="RateLimitStoreFailure.FailClosed"/>: calls wait up to 30 seconds for it, and then fail.</value>
    public RateLimitStoreFailure RateLimitStoreFailure { get; set; }

    /// <summary>
    /// Gets the keys that sign the resume tokens of jobs and the continuation tokens of lists (HMAC-SHA256), each of at least 32 bytes. The
    /// first key signs; tokens signed with any of them are accepted, and no others. Set a key if tokens come back from users, who could
    /// otherwise point one at another resource that the credential can access. All processes that exchange tokens need the same keys.
    /// </summary>
    /// <value>Empty by default: tokens are not signed, and only unsigned tokens are accepted.</value>
    public IList<byte[]> TokenSigningKeys { get; } = [];

    /// <summary>
    /// Gets or sets the logger factory. The log category is <c>KoreXo.</c> followed by the name of the API. Of a request and its response,
    /// only method, status and request ID are logged.
    /// </summary>
    /// <value>By default, nothing is logged. Registration sets it.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Gets or sets a callback that builds the resilience strategies around every call. It receives a builder and the client's own pipeline
    /// (retries and rate limits), which it must add at the position of its choice; otherwise, creating the client throws an
    /// <see cref="ArgumentException"/>.
    /// </summary>
    /// <remarks>
    /// <para>Strategies added before the client's own wrap the whole call; those added after it wrap each attempt, inside the rate
    /// limit:</para>
    /// <code>options.ConfigureResilience = (builder, own) => builder.AddPipeline(own).AddCircuitBreaker(new() { ShouldHandle = … });</code>
    /// <para>The strategies see every failure as a <see cref="KoreXoException"/>; <see cref="KoreXoException.IsTransient"/> separates
    /// failures of the server from those of the caller.</para>
    /// </remarks>
    public Action<ResiliencePipelineBuilder, ResiliencePipeline>? ConfigureResilience { get; set; }

    /// <summary>Gets or sets the stores that registered clients share.</summary>
    internal Runtime.SharedRateLimitStores? SharedStores { get; set; }

    /// <summary>Gets the configuration path that the options were read from, to name an invalid setting.</summary>
    internal string? ConfigurationPath { get; set; }

    /// <summary>Gets the errors in the configuration.</summary>
    internal IReadOnlyList<string> ConfigurationFaults { get; set; } = [];
}
