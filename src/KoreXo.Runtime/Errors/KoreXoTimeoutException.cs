using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A time limit was reached. Cancellation by the caller is never reported so.</summary>
public sealed class KoreXoTimeoutException : KoreXoException
{
    /// <summary>Makes an exception without details.</summary>
    public KoreXoTimeoutException() { }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoTimeoutException(string? message)
        : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoTimeoutException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoTimeoutException(string message, ErrorFacts facts, Exception? innerException)
        : base(message, facts, innerException) { }

    /// <summary>Gets the limit that was reached.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Gets the setting that the limit comes from, such as <c>KoreXoClientOptions.AttemptTimeout</c>.</summary>
    public string? Setting { get; init; }
}
