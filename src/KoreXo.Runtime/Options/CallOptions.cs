using KoreXo.Runtime;

namespace KoreXo;

/// <summary>What differs for one call.</summary>
public sealed class CallOptions
{
    private readonly TimeSpan? _timeout;
    private readonly TimeSpan? _attemptTimeout;
    private readonly TimeSpan? _idleTimeout;
    private readonly long? _maxDownloadBytes;
    private readonly int? _maxRetries;
    private readonly TimeSpan? _maxRateLimitWait;

    /// <summary>Gets the object that the call fills with what is known about the answer, also when the call fails.</summary>
    public ResponseDetails? Details { get; init; }

    /// <summary>Gets the credential for this call, instead of the one that the client would choose.</summary>
    public KoreXoCredential? Credential { get; init; }

    /// <summary>
    /// Gets the time that the whole call may take, but for waits for quota; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for
    /// no limit.
    /// </summary>
    /// <value>Without it: <see cref="KoreXoClientOptions.TotalTimeout"/>, or no limit when the call uploads a file.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan? Timeout
    {
        get => _timeout;
        init => _timeout = Checked(value);
    }

    /// <summary>Gets the time that one attempt may take; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <value>Without it: <see cref="KoreXoClientOptions.AttemptTimeout"/>, or no limit when the call uploads a file.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan? AttemptTimeout
    {
        get => _attemptTimeout;
        init => _attemptTimeout = Checked(value);
    }

    /// <summary>
    /// Gets the time that may pass between two bytes of an upload or a download; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// for no limit.
    /// </summary>
    /// <value>Without it: <see cref="KoreXoClientOptions.IdleTimeout"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan? IdleTimeout
    {
        get => _idleTimeout;
        init => _idleTimeout = Checked(value);
    }

    /// <summary>Gets the most bytes that a download may have, after it was unpacked.</summary>
    /// <value>Without it: no limit.</value>
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
    /// Gets a value indicating whether a download is accepted of which nobody can know whether it is whole, since the server announces no
    /// length and ends it by closing the connection.
    /// </summary>
    /// <value>The default is <see langword="false"/>: such a download fails.</value>
    public bool AllowUnknownLength { get; init; }

    /// <summary>Gets how often the call may be repeated, instead of <see cref="KoreXoClientOptions.MaxRetries"/>.</summary>
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
    /// Gets the longest time that this call may wait in total for a rate limit, or because the server asks for it;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit, zero to never wait.
    /// </summary>
    /// <value>Without it: <see cref="KoreXoClientOptions.MaxRateLimitWait"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative and not infinite, or longer than 49 days.</exception>
    public TimeSpan? MaxRateLimitWait
    {
        get => _maxRateLimitWait;
        init => _maxRateLimitWait = value == TimeSpan.Zero ? value : Checked(value);
    }

    /// <summary>Gets more request headers; they replace those of the same name, but for the one that carries the credential.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Gets the tags that the spans and measurements of this call carry besides those of the client, such as the name of a batch. Each
    /// combination of values is a time series of its own in most metric stores, so keep them few, and free of secrets.
    /// </summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Gets further query parameters, such as one that the document does not describe; names and values are percent-encoded. They are
    /// sent with each page of a list and each status call of a job too, but not to links.
    /// </summary>
    /// <value>None by default. A parameter that the operation sends itself, or that carries the credential, fails the call with an
    /// <see cref="ArgumentException"/>.</value>
    public IReadOnlyDictionary<string, string> Query { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>
    /// Gets who is told while a file is uploaded; called on the thread that sends. The bytes are those of the whole body, and begin at 0
    /// again when the call is repeated.
    /// </summary>
    public IProgress<TransferProgress>? UploadProgress { get; init; }

    /// <summary>Copies the options for another call, which tells of its answer elsewhere.</summary>
    internal CallOptions With(ResponseDetails? details) =>
        new()
        {
            Details = details,
            Credential = Credential,
            Timeout = Timeout,
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
            : throw new ArgumentOutOfRangeException(nameof(value), "A time limit must be positive, or infinite.");
}
