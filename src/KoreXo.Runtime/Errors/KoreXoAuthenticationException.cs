using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The server rejected the credential (401), the credential gave no token, or the client has none for the call.</summary>
public sealed class KoreXoAuthenticationException : KoreXoException
{
    /// <summary>Makes an exception without details.</summary>
    public KoreXoAuthenticationException() { }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoAuthenticationException(string? message)
        : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoAuthenticationException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoAuthenticationException(string message, ErrorFacts facts, Exception? innerException = null)
        : base(message, facts, innerException) { }
}
