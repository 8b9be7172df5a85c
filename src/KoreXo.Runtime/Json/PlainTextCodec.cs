using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>A text that may come as a JSON string or plain. Only as a whole answer can it be plain; inside JSON it is a string.</summary>
internal sealed class PlainTextCodec : JsonCodec<string>
{
    public override string Read(ref Utf8JsonReader reader) => JsonReading.String(ref reader);

    public override void Write(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}
