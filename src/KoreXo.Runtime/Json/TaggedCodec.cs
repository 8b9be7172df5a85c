using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Writes an object as a case of one union, with the discriminator value that this union has for it.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="inner">The codec of the object.</param>
/// <param name="tag">Returns the object with that discriminator value; a copy if it has another.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaggedCodec<T>(JsonCodec<T> inner, Func<T, T> tag) : JsonCodec<T>
    where T : class
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader) => inner.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value) => inner.Write(writer, tag(value));

    internal override bool HasUnread(T value) => inner.HasUnread(value);
}
