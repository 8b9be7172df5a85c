using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The codec of a nullable reference type.</summary>
/// <typeparam name="T">The reference type.</typeparam>
/// <param name="inner">The codec of the reference type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullableReferenceCodec<T>(JsonCodec<T> inner) : JsonCodec<T?>
    where T : class
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader) => JsonReading.IsNull(ref reader) ? null : inner.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            inner.Write(writer, value);
        }
    }
}
