using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The server found the request faulty (400, 422).</summary>
public sealed class KoreXoValidationException : KoreXoException
{
    /// <summary>Makes an exception without details.</summary>
    public KoreXoValidationException() { }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoValidationException(string? message)
        : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoValidationException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoValidationException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }
}
