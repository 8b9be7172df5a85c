using KoreXo.Runtime;

namespace KoreXo;

/// <summary>What the call names does not exist (404).</summary>
public sealed class KoreXoNotFoundException : KoreXoException
{
    /// <summary>Makes an exception without details.</summary>
    public KoreXoNotFoundException() { }

    /// <summary>Makes an exception with a message.</summary>
    /// <param name="message">What failed.</param>
    public KoreXoNotFoundException(string? message)
        : base(message) { }

    /// <summary>Makes an exception with a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoNotFoundException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoNotFoundException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }
}
