namespace KoreXo;

/// <summary>
/// A rate limit store failed, so that a call was not sent; the <see cref="Exception.InnerException"/> of that call's
/// <see cref="KoreXoException"/>. Its own inner exception is that of the store.
/// </summary>
public sealed class RateLimitStoreException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="RateLimitStoreException"/> class.</summary>
    public RateLimitStoreException() { }

    /// <summary>Initializes a new instance of the <see cref="RateLimitStoreException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public RateLimitStoreException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="RateLimitStoreException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The exception of the store.</param>
    public RateLimitStoreException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal static RateLimitStoreException From(IRateLimitStore store, Exception fault) =>
        new(
            fault is TimeoutException
                ? $"{store.GetType().Name} did not respond in time"
                : $"{store.GetType().Name} threw {fault.GetType().Name}, see the inner exception",
            fault
        );
}
