using Microsoft.Extensions.Logging;
using Polly;

namespace KoreXo;

/// <summary>How a client reaches the platform. Copied when a client is made: later changes have no effect on it.</summary>
public sealed class KoreXoClientOptions
{
    /// <summary>
    /// Gets or sets the address of the platform: absolute, https (plain http only for a loopback host). A path is kept as a prefix of
    /// every call; query and fragment are refused.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Gets the addresses of the servers that a document names for single operations, by the server's address in the document.
    /// </summary>
    /// <value>Empty by default: such an operation is sent to the server that the document names, as long as <see cref="Endpoint"/> is on a
    /// host that the document names too. With any other endpoint it fails before it is sent, until its server is set here.</value>
    public IDictionary<string, Uri> Servers { get; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>Gets or sets the credential for every call that no entry of <see cref="Credentials"/> serves.</summary>
    public KoreXoCredential? Credential { get; set; }

    /// <summary>Gets the credentials by kind, for APIs that need different ones; kinds are compared ordinally.</summary>
    public IDictionary<string, KoreXoCredential> Credentials { get; } = new Dictionary<string, KoreXoCredential>(StringComparer.Ordinal);

    /// <summary>
    /// Gets or sets the scopes that the credentials hold. With it, a call that no credential can make fails before it is sent.
    /// </summary>
    public ScopeManifest? Scopes { get; set; }

    /// <summary>Gets or sets the clock of timeouts, waits and quotas.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the name of the application for the user agent: letters, digits and <c>. _ - /</c>, at most 64 characters.
    /// </summary>
    public string? ApplicationId { get; set; }

    /// <summary>
    /// Gets or sets the most bytes that the body of an answer may have after decompression. It bounds the memory that a faulty server can
    /// take.
    /// </summary>
    /// <value>
    /// The default is 32 MiB. Raw calls by <see cref="ApiClient.SendAsync"/> and downloads are not limited; see
    /// <see cref="CallOptions.MaxDownloadBytes"/>.
    /// </value>
    public long MaxResponseBytes { get; set; } = 32L * 1024 * 1024;

    /// <summary>
    /// Gets or sets the time that one attempt may take, until its answer is read; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. It
    /// does not apply to uploads of files.
    /// </summary>
    /// <value>The default is 100 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the time that may pass between two bytes of an upload or a download, in either direction, from the first one to the
    /// end of the response; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. It replaces the limits of time that these have none of,
    /// and applies to reading a <see cref="BinaryResponse"/> and the response of a raw call.
    /// </summary>
    /// <value>The default is 100 seconds. Raise it for a service that works on an upload for longer before it responds.</value>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Gets or sets the time that a call may take, repetitions included; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. It stands
    /// still while the call waits for quota. It does not apply to uploads of files, nor to the wait for a job, which has
    /// <see cref="JobPolling.Timeout"/>.
    /// </summary>
    /// <value>The default is 5 minutes.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets how often a call may be retried. Rate-limited requests, and those that were never sent since no connection came
    /// about, are retried for any method; after other transport errors, timeouts, 408 and 5xx only idempotent operations are.
    /// </summary>
    /// <value>The default is 3, at most 10. A repetition with a renewed token after a 401 is not counted.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// Gets or sets the longest time that a call may wait in total for a rate limit, its place in the queue included, or because the
    /// server asks for it; <see cref="Timeout.InfiniteTimeSpan"/> for no limit, zero to never wait. A longer wait is not begun: the call
    /// fails immediately with a <see cref="KoreXoRateLimitException"/> that says when to retry.
    /// <see cref="CallOptions.MaxRateLimitWait"/> overrides it for one call.
    /// </summary>
    /// <value>
    /// The default is <see langword="null"/>: a call waits for its turn behind any number of others as long as only windows of up to a
    /// minute are full, so that a burst never fails.
    /// Every other wait, such as for an hourly window or a Retry-After of the server, may take the longest of these windows (a minute if
    /// there is none) plus <see cref="AttemptTimeout"/>: by default 160 seconds.
    /// </value>
    public TimeSpan? MaxRateLimitWait { get; set; }

    /// <summary>
    /// Gets or sets whether the client keeps to the rates of the API by itself, so that the server need not refuse a call.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool EnforceQuotas { get; set; } = true;

    /// <summary>
    /// Gets the rates by the name of the budget, for an account that was given others than the API documents; all windows of a budget are
    /// replaced, and none means no limit.
    /// </summary>
    public IDictionary<string, IReadOnlyList<RateWindow>> Quotas { get; } =
        new Dictionary<string, IReadOnlyList<RateWindow>>(StringComparer.Ordinal);

    /// <summary>Gets or sets what counts calls against quotas.</summary>
    /// <value>Without it, a client counts in a <see cref="MemoryQuotaStore"/> of its own; clients that one service provider creates share
    /// one per server, so that those with the same <see cref="KoreXoCredential.ClientId"/> keep its rate together.</value>
    public IQuotaStore? QuotaStore { get; set; }

    /// <summary>
    /// Gets the keys that sign resume tokens of jobs and continuations of lists (HMAC-SHA256), each of 32 bytes or more. The first one
    /// signs; tokens that are signed by any of them are accepted, and no others. Set one where tokens come back from users, who could
    /// otherwise name another resource of the credential's. Keep it the same in all processes that exchange tokens.
    /// </summary>
    /// <value>Empty: tokens are not signed, and neither are those that are accepted.</value>
    public IList<byte[]> TokenSigningKeys { get; } = [];

    /// <summary>
    /// Gets or sets what makes the loggers; their category is <c>KoreXo.</c> and the name of the API. Nothing of a request or an answer
    /// is logged but method, status and request id.
    /// </summary>
    /// <value>Without it nothing is logged. Registration sets it.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Gets or sets what builds the strategies around every call. It is given a builder and the client's own pipeline, repetition and
    /// quota, which it must add at the place of its choice; a client whose pipeline lacks it throws an <see cref="ArgumentException"/>
    /// when it is created.
    /// </summary>
    /// <remarks>
    /// <para>What is added before the client's own lies around the whole call; what is added after it lies around each attempt, inside
    /// the quota:</para>
    /// <code>options.ConfigureResilience = (builder, own) => builder.AddPipeline(own).AddCircuitBreaker(new() { ShouldHandle = … });</code>
    /// <para>The strategies see every failure as a <see cref="KoreXoException"/>; <see cref="KoreXoException.IsTransient"/> tells those
    /// of the server from those of the caller.</para>
    /// </remarks>
    public Action<ResiliencePipelineBuilder, ResiliencePipeline>? ConfigureResilience { get; set; }

    /// <summary>Gets or sets the counts that registered clients share.</summary>
    internal Runtime.SharedQuotaStores? SharedStores { get; set; }

    /// <summary>Gets where the options were read from, to name a faulty setting by its path.</summary>
    internal string? ConfigurationPath { get; set; }

    /// <summary>Gets what could not be read.</summary>
    internal IReadOnlyList<string> ConfigurationFaults { get; set; } = [];
}
