using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The codec of a nullable value type.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <param name="inner">The codec of the value type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullableCodec<T>(JsonCodec<T> inner) : JsonCodec<T?>
    where T : struct
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader) => JsonReading.IsNull(ref reader) ? null : inner.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } present)
        {
            inner.Write(writer, present);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
