using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A job on the server ended in failure.</summary>
public sealed class KoreXoJobFailedException : KoreXoException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoJobFailedException"/> class.</summary>
    public KoreXoJobFailedException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoJobFailedException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoJobFailedException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoJobFailedException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoJobFailedException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoJobFailedException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }

    /// <summary>Gets the final state of the job, as the server spelled it.</summary>
    public string? State { get; init; }
}
