using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo.Runtime;

/// <summary>
/// The converter that a model's attribute names. The serializer, and the code that its source generator emits, create it themselves.
/// </summary>
/// <typeparam name="T">The type of the model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelConverter<T> : JsonConverter<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    public override bool HandleNull => T.Codec.HandleNull;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Codec.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => T.Codec.Write(writer, value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Codec.ReadAsPropertyName(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        T.Codec.WriteAsPropertyName(writer, value, options);
}
