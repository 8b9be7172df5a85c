using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The resource does not exist (404).</summary>
public sealed class KoreXoNotFoundException : KoreXoException
{
    /// <summary>Initializes a new instance of the <see cref="KoreXoNotFoundException"/> class.</summary>
    public KoreXoNotFoundException() { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoNotFoundException"/> class with a message.</summary>
    /// <param name="message">The message.</param>
    public KoreXoNotFoundException(string? message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoNotFoundException"/> class with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public KoreXoNotFoundException(string? message, Exception? innerException)
        : base(message, innerException) { }

    internal KoreXoNotFoundException(string message, ErrorFacts facts)
        : base(message, facts, innerException: null) { }
}
