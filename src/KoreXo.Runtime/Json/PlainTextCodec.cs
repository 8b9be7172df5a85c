using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// The codec of a string that may be JSON or plain text. Only a whole response can be plain text; inside JSON, it is a JSON string.
/// </summary>
internal sealed class PlainTextCodec : JsonCodec<string>
{
    public override string Read(ref Utf8JsonReader reader) => JsonReading.String(ref reader);

    public override void Write(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}
