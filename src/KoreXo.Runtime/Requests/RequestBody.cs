using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>The body of a request: made before the first attempt, disposed after the last.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RequestBody : IDisposable
{
    private protected RequestBody() { }

    /// <summary>Gets whether the body can be sent more than once.</summary>
    public abstract bool CanReplay { get; }

    /// <summary>Gets the body as UTF-8 JSON; empty when it is not JSON. Not valid after <see cref="Dispose"/>.</summary>
    public virtual ReadOnlyMemory<byte> Json => default;

    /// <summary>Makes the content of one attempt.</summary>
    internal abstract HttpContent CreateContent();

    /// <summary>Finds the texts and numbers under some names, to black them out. Slow: only for calls that have failed.</summary>
    /// <param name="names">The names, at any depth.</param>
    /// <param name="found">Takes the values, one by one.</param>
    internal virtual void Collect(string[] names, Action<string> found) { }

    /// <summary>Holds what <see cref="Collect"/> needs beyond the call; <see langword="null"/> when that is nothing.</summary>
    internal virtual RequestBody? Share() => null;

    /// <summary>Gives back what the body holds.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
