using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The credential may not make the call: the server refused it (403), or no credential of the client holds the scopes and the call was not sent.</summary>
public sealed class KoreXoScopeException : KoreXoException
{
    /// <summary>Makes an exception without details.</summary>
    public KoreXoScopeException()
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoScopeException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoScopeException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal KoreXoScopeException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null)
    {
    }

    /// <summary>Gets the scopes that are missing. When the server refused the call it does not say which: then all that the call needs.</summary>
    public IReadOnlyList<string> MissingScopes { get; init; } = [];

    /// <summary>Gets the kind of credential that needs them; <see langword="null"/> when any kind will do.</summary>
    public string? Credential { get; init; }
}
