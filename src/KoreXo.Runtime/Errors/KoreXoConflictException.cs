using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The call conflicts with the state of what it names (409).</summary>
public sealed class KoreXoConflictException : KoreXoException
{
    /// <summary>Makes an exception without details.</summary>
    public KoreXoConflictException() { }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoConflictException(string? message)
        : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoConflictException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoConflictException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }
}
