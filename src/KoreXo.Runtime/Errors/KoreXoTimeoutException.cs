using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A time limit was exceeded. Cancellation by the caller is never reported as a timeout.</summary>
public sealed class KoreXoTimeoutException : KoreXoException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoTimeoutException"/> class.</summary>
    public KoreXoTimeoutException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoTimeoutException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoTimeoutException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoTimeoutException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoTimeoutException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoTimeoutException(string message, ErrorFacts facts, Exception? innerException)
        : base(message, facts, innerException) { }

    /// <summary>Gets the limit that was exceeded.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Gets the setting that defines the limit, such as <c>KoreXoClientOptions.AttemptTimeout</c>.</summary>
    public string? Setting { get; init; }
}
