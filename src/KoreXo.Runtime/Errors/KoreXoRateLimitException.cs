using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// The call was rate limited, either by the server (429, or a message that the API uses for it) or before it was sent, because capacity
/// is further away than <see cref="KoreXoClientOptions.MaxRateLimitWait"/> allows. In the latter case, <see cref="KoreXoException.Status"/>
/// is <see langword="null"/>. <see cref="KoreXoException.RetryAfter"/> says when to retry.
/// </summary>
public sealed class KoreXoRateLimitException : KoreXoException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoRateLimitException"/> class.</summary>
    public KoreXoRateLimitException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoRateLimitException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoRateLimitException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoRateLimitException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoRateLimitException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoRateLimitException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }

    /// <summary>
    /// Gets the remaining capacity of the rate limit, as counted by the client; <see langword="null"/> if the client does not count.
    /// </summary>
    public RateLimitState? RateLimit { get; init; }
}
