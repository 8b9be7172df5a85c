using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Reads and writes a JSON object with arbitrary member names. The order is kept; if a name occurs more than once, the last member wins.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="value">The codec of a value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MapCodec<T>(JsonCodec<T> value) : JsonCodec<IReadOnlyDictionary<string, T>>
{
    private readonly JsonCodec<T> _value = value;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader) => JsonReading.Map(ref reader, _value);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        JsonWriting.Members(writer, value, _value);
        writer.WriteEndObject();
    }
}
