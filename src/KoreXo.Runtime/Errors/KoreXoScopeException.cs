using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// A scope is missing: the server says so (403), or, according to the manifest, no credential of the client is granted the scopes and the
/// request was not sent.
/// </summary>
public sealed class KoreXoScopeException : KoreXoForbiddenException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoScopeException"/> class.</summary>
    public KoreXoScopeException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoScopeException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoScopeException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoScopeException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoScopeException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoScopeException(string message, ErrorFacts facts)
        : base(message, facts) { }

    /// <summary>
    /// Gets the missing scopes, as far as the response or the manifest names them; if the response only says that one is missing, all that
    /// are required.
    /// </summary>
    public IReadOnlyList<string> MissingScopes { get; init; } = [];
}
