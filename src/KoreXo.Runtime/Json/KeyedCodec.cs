using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads and writes one member of an object whose names are data: the name together with the value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The codec of the value.</param>
/// <remarks>
/// The reader is on the name, not on the value as with all other codecs: only paging, which walks the object, uses this codec.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyedCodec<T>(JsonCodec<T> value) : JsonCodec<KeyValuePair<string, T>>
{
    private readonly JsonCodec<T> _value = value;

    /// <inheritdoc/>
    public override KeyValuePair<string, T> Read(ref Utf8JsonReader reader)
    {
        var name = JsonString.Get(ref reader);
        reader.Read();
        return new(name, _value.Read(ref reader));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, KeyValuePair<string, T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Key);
        _value.Write(writer, value.Value);
    }
}
