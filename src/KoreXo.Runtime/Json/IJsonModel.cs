using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>A type with an emitted codec. It is implemented explicitly, so that it does not show on the model.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<TSelf>
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Gets the codec of the type.</summary>
    static abstract JsonCodec<TSelf> Codec { get; }
}
