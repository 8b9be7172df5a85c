using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads a page whose items are members of the response itself: their names are data, except for a few.</summary>
internal static class KeyedPageReader
{
    public static PageContent<T> Read<T>(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> json,
        (string[] Beside, JsonCodec<T> Item, PageReading Reading) shape
    )
    {
        JsonReading.StartObject(ref reader);
        var fingerprint = new PageFingerprint();
        var items = new PageItems<T>(shape.Item, shape.Reading);
        var beside = new SharedBuffer();
        try
        {
            using var writer = new Utf8JsonWriter(beside, JsonWriting.Options);
            writer.WriteStartObject();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var start = (int)reader.TokenStartIndex;
                if (IsBeside(ref reader, shape.Beside))
                {
                    writer.WritePropertyName(JsonString.Get(ref reader));
                    reader.Read();
                    start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    JsonWriting.Raw(writer, json[start..(int)reader.BytesConsumed]);
                }
                else
                {
                    items.Read(ref reader);
                    fingerprint.Add(json[start..(int)reader.BytesConsumed]);
                }
            }

            writer.WriteEndObject();
            writer.Flush();
            var copy = new Utf8JsonReader(beside.Written.Span);
            return items.ToContent(fingerprint.ToValue(), JsonElement.ParseValue(ref copy));
        }
        finally
        {
            beside.Release();
        }
    }

    private static bool IsBeside(ref Utf8JsonReader reader, string[] names)
    {
        foreach (var name in names)
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}
