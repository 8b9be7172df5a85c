using KoreXo.Runtime;

namespace KoreXo;

/// <summary>Options for a single call.</summary>
public sealed class CallOptions
{
    private readonly TimeSpan? _totalTimeout;
    private readonly TimeSpan? _attemptTimeout;
    private readonly TimeSpan? _idleTimeout;
    private readonly long? _maxDownloadBytes;
    private readonly int? _maxRetries;
    private readonly TimeSpan? _maxRateLimitWait;

    /// <summary>Gets the object that receives the details of the response, even if the call fails.</summary>
    public ResponseDetails? Details { get; init; }

    /// <summary>Gets the credential for this call, instead of the one that the client would choose.</summary>
    public KoreXoCredential? Credential { get; init; }

    /// <summary>
    /// Gets the time limit for the whole call, excluding waits for rate limits; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// for no limit.
    /// </summary>
    /// <value>By default, <see cref="KoreXoClientOptions.TotalTimeout"/>, or no limit if the call uploads a file.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan? TotalTimeout
    {
        get => _totalTimeout;
        init => _totalTimeout = Checked(value);
    }

    /// <summary>Gets the time limit for one attempt; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <value>By default, <see cref="KoreXoClientOptions.AttemptTimeout"/>, or no limit if the call uploads a file.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan? AttemptTimeout
    {
        get => _attemptTimeout;
        init => _attemptTimeout = Checked(value);
    }

    /// <summary>
    /// Gets the longest time between two bytes of an upload or download; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no
    /// limit.
    /// </summary>
    /// <value>By default, <see cref="KoreXoClientOptions.IdleTimeout"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan? IdleTimeout
    {
        get => _idleTimeout;
        init => _idleTimeout = Checked(value);
    }

    /// <summary>Gets the maximum size of a download in bytes, after decompression.</summary>
    /// <value>By default, there is no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? MaxDownloadBytes
    {
        get => _maxDownloadBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.GetValueOrDefault(), nameof(value));
            _maxDownloadBytes = value;
        }
    }

    /// <summary>
    /// Gets a value indicating whether to accept a download that cannot be known to be complete, because the server announces no length
    /// and ends it by closing the connection.
    /// </summary>
    /// <value>The default is <see langword="false"/>: such a download fails.</value>
    public bool AllowUnknownLength { get; init; }

    /// <summary>Gets the maximum number of retries, instead of <see cref="KoreXoClientOptions.MaxRetries"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? MaxRetries
    {
        get => _maxRetries;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.GetValueOrDefault(), nameof(value));
            _maxRetries = value;
        }
    }

    /// <summary>
    /// Gets the longest total time that this call may wait for a rate limit, or because the server asks for it;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit, zero to never wait.
    /// </summary>
    /// <value>By default, <see cref="KoreXoClientOptions.MaxRateLimitWait"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not infinite, or longer than 49 days.</exception>
    public TimeSpan? MaxRateLimitWait
    {
        get => _maxRateLimitWait;
        init => _maxRateLimitWait = value == TimeSpan.Zero ? value : Checked(value);
    }

    /// <summary>Gets additional request headers. They replace those of the same name, except the one that carries the credential.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Gets the tags that the spans and measurements of this call carry in addition to those of the client, such as the name of a batch.
    /// Most metric stores create a time series for each combination of values, so keep them few, and free of secrets.
    /// </summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Gets additional query parameters, such as one that the document does not describe. Names and values are percent-encoded. They are
    /// also sent with each page of a list and each status call of a job, but not to links.
    /// </summary>
    /// <value>Empty by default. A parameter that the operation itself sends, or that carries the credential, fails the call with an
    /// <see cref="ArgumentException"/>.</value>
    public IReadOnlyDictionary<string, string> Query { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Gets the progress callback for file uploads, invoked on the thread that sends. Bytes are counted over the whole body, and start
    /// at 0 again when the call is retried.
    /// </summary>
    public IProgress<TransferProgress>? UploadProgress { get; init; }

    /// <summary>Copies the options for another call, which reports the details of its response elsewhere.</summary>
    internal CallOptions With(ResponseDetails? details) =>
        new()
        {
            Details = details,
            Credential = Credential,
            TotalTimeout = TotalTimeout,
            AttemptTimeout = AttemptTimeout,
            IdleTimeout = IdleTimeout,
            MaxDownloadBytes = MaxDownloadBytes,
            AllowUnknownLength = AllowUnknownLength,
            MaxRetries = MaxRetries,
            MaxRateLimitWait = MaxRateLimitWait,
            Headers = Headers,
            Tags = Tags,
            Query = Query,
            UploadProgress = UploadProgress,
        };

    private static TimeSpan? Checked(TimeSpan? value) =>
        value is null || ClientSettings.IsLimit(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), "A time limit must be positive or infinite.");
}
