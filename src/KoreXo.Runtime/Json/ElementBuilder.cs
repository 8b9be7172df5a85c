using System.Buffers;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Builds an element by writing it.</summary>
internal static class ElementBuilder
{
    public static JsonElement Build<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            write(writer, value);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, JsonReading.OwnOptions);
        return JsonElement.ParseValue(ref reader);
    }
}
