using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A job on the server ended in failure.</summary>
public sealed class KoreXoJobFailedException : KoreXoException
{
    /// <summary>Makes an exception without details.</summary>
    public KoreXoJobFailedException() { }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoJobFailedException(string? message)
        : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoJobFailedException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoJobFailedException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }

    /// <summary>Gets the state in which the job ended, as the server wrote it.</summary>
    public string? State { get; init; }
}
