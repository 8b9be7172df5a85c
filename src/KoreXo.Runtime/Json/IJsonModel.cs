using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>A type whose JSON code is emitted. It is implemented explicitly, so that nothing of it shows on a model.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<TSelf>
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Gets the codec of the type.</summary>
    static abstract JsonCodec<TSelf> Codec { get; }
}
