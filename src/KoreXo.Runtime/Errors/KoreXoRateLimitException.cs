using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// The call was rate limited: by the server (429, or a text that the API uses for it), or before it was sent, because capacity is further
/// away
/// than <see cref="KoreXoClientOptions.MaxRateLimitWait"/> allows; then <see cref="KoreXoException.Status"/> is <see langword="null"/>.
/// <see cref="KoreXoException.RetryAfter"/> says when to retry.
/// </summary>
public sealed class KoreXoRateLimitException : KoreXoException
{
    /// <summary>Makes an exception without details.</summary>
    public KoreXoRateLimitException() { }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoRateLimitException(string? message)
        : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoRateLimitException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoRateLimitException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }

    /// <summary>Gets how much of the quota is left, as this side counts; <see langword="null"/> if it does not.</summary>
    public RateLimitState? RateLimit { get; init; }
}
