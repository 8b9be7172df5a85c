namespace KoreXo;

/// <summary>What differs for one call.</summary>
public sealed class CallOptions
{
    private readonly TimeSpan? _timeout;

    /// <summary>Gets the object that the call fills with what is known about the answer, also when the call fails.</summary>
    public ResponseDetails? Details { get; init; }

    /// <summary>Gets the credential for this call, instead of the one that the client would choose.</summary>
    public KoreXoCredential? Credential { get; init; }

    /// <summary>Gets the time that the whole call may take; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <value>Without it: 100 seconds, or no limit when the call uploads a file.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan? Timeout
    {
        get => _timeout;
        init => _timeout = value > TimeSpan.Zero || value is null || value == System.Threading.Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), "A timeout must be positive, or infinite.");
    }

    /// <summary>Gets more request headers; they replace those of the same name, but for the one that carries the credential.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
