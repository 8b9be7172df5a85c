using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The server rejected the credential (401), the credential returned no token, or the client has none for the call.</summary>
public sealed class KoreXoAuthenticationException : KoreXoException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoAuthenticationException"/> class.</summary>
    public KoreXoAuthenticationException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoAuthenticationException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoAuthenticationException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoAuthenticationException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoAuthenticationException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoAuthenticationException(string message, ErrorFacts facts, Exception? innerException = null)
        : base(message, facts, innerException) { }
}
