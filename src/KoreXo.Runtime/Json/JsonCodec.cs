using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo.Runtime;

/// <summary>Reads and writes one type as JSON, directly on the UTF-8 reader and writer.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <remarks>It is also a <see cref="JsonConverter{T}"/>, so that it can be added to a user's own serializer options.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonCodec<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public override bool HandleNull => false;

    /// <summary>Reads a value.</summary>
    /// <param name="reader">The reader, on the first token of the value; left on the last.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON does not have the shape of the type.</exception>
    public abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Checks whether a part of the value could not be read as its type and is kept as received.</summary>
    internal virtual bool HasUnread(T value) => false;

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => Write(writer, value);
}
