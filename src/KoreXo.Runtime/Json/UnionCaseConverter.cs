using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo.Runtime;

/// <summary>The converter of one case of a union. The serializer does not inherit the attribute of the base class.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
/// <typeparam name="TCase">The case.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionCaseConverter<TUnion, TCase> : JsonConverter<TCase>
    where TUnion : class, IJsonModel<TUnion>
    where TCase : TUnion
{
    /// <inheritdoc/>
    public override TCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TUnion.Codec.Read(ref reader) is var value && value is TCase wanted
            ? wanted
            : throw new JsonException($"Expected the case '{typeof(TCase).Name}' of {typeof(TUnion).Name}, found '{value.GetType().Name}'.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TCase value, JsonSerializerOptions options) => TUnion.Codec.Write(writer, value);
}
