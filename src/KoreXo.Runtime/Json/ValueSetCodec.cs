using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Writes a value set, as a value and as a member name. The emitted codec reads it.</summary>
/// <typeparam name="T">The value set.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueSetCodec<T> : JsonCodec<T>
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public sealed override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Parse(JsonString.Get(ref reader), provider: null);

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString()!);
    }
}
