using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads and writes a JSON array.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="item">The codec of an item.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListCodec<T>(JsonCodec<T> item) : JsonCodec<IReadOnlyList<T>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader) => JsonReading.List(ref reader, item);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value) => JsonWriting.Items(writer, value, item);
}
