using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>A case of a union. It is implemented explicitly, so that it does not show on the case.</summary>
/// <typeparam name="TSelf">The case itself.</typeparam>
/// <typeparam name="TValue">The type of the value of the case.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUnionCase<TSelf, TValue>
    where TSelf : class, IUnionCase<TSelf, TValue>
{
    /// <summary>Gets the codec of the value.</summary>
    static abstract JsonCodec<TValue> Codec { get; }

    /// <summary>Gets the value.</summary>
    TValue Value { get; }

    /// <summary>Creates the case.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The case.</returns>
    static abstract TSelf Create(TValue value);
}
