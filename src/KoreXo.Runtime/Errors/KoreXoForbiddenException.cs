using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The server accepted the credential but rejected the request (403).</summary>
/// <remarks>
/// If the response or the manifest shows that a scope is missing, it is a <see cref="KoreXoScopeException"/>. Other reasons are, for
/// example, an IP address that is not allowed, the wrong kind of app, or a plan without the feature.
/// </remarks>
public class KoreXoForbiddenException : KoreXoException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoForbiddenException"/> class.</summary>
    public KoreXoForbiddenException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoForbiddenException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoForbiddenException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoForbiddenException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoForbiddenException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoForbiddenException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }

    /// <summary>
    /// Gets the scopes that the document requires for the call, all of them on one credential; empty if none are required or known. They
    /// are not necessarily missing.
    /// </summary>
    public IReadOnlyList<string> RequiredScopes { get; init; } = [];

    /// <summary>Gets the kind of credential that the document requires; <see langword="null"/> when any kind will do.</summary>
    public string? Credential { get; init; }

    /// <summary>
    /// Gets the resource that the scopes are required on, for example the name of a table; <see langword="null"/> if the service does not
    /// grant them for each resource separately.
    /// </summary>
    public string? Resource { get; init; }
}
