using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>The body of a request: created before the first attempt, disposed after the last.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RequestBody : IDisposable
{
    private protected RequestBody() { }

    /// <summary>Gets a value indicating whether the body can be sent more than once.</summary>
    public abstract bool CanReplay { get; }

    /// <summary>Gets the body as UTF-8 JSON; empty when it is not JSON. Not valid after <see cref="Dispose"/>.</summary>
    public virtual ReadOnlyMemory<byte> Json => default;

    /// <summary>Creates the content of one attempt.</summary>
    internal abstract HttpContent CreateContent();

    /// <summary>Finds the strings and numbers under the given names, to redact them. Slow: only for calls that have failed.</summary>
    /// <param name="names">The names, at any depth.</param>
    /// <param name="found">Receives the values one by one.</param>
    internal virtual void Collect(string[] names, Action<string> found) { }

    /// <summary>Keeps what <see cref="Collect"/> needs beyond the end of the call; <see langword="null"/> if that is nothing.</summary>
    internal virtual RequestBody? Share() => null;

    /// <summary>Releases the resources of the body.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
