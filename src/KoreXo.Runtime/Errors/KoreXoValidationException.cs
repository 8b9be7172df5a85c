using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The server found the request invalid (400, 422).</summary>
public sealed class KoreXoValidationException : KoreXoException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoValidationException"/> class.</summary>
    public KoreXoValidationException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoValidationException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoValidationException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoValidationException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoValidationException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoValidationException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }
}
