using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The call conflicts with the state of the resource (409).</summary>
public sealed class KoreXoConflictException : KoreXoException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoConflictException"/> class.</summary>
    public KoreXoConflictException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoConflictException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoConflictException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoConflictException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoConflictException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoConflictException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }
}
