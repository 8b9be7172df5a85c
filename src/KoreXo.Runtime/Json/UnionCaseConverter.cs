using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo.Runtime;

/// <summary>
/// The converter of one case of a union, for members declared as the case rather than the union. The serializer does not inherit the
/// attribute of the base class.
/// </summary>
/// <typeparam name="TCase">The case.</typeparam>
/// <typeparam name="TValue">The type of the value of the case.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionCaseConverter<TCase, TValue> : JsonConverter<TCase>
    where TCase : class, IUnionCase<TCase, TValue>
{
    /// <inheritdoc/>
    public override TCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TCase.Create(TCase.Codec.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TCase value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        TCase.Codec.Write(writer, value.Value);
    }
}
