using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads the items of a response directly from its bytes, and copies the rest.</summary>
internal static class PageReader
{
    public static PageContent<T> Read<T>(ApiResponse response, PagingDescriptor paging, JsonCodec<T> item, in PageReading reading) =>
        paging.IsKeyed
            ? ResponseReader.Read(response, (paging.Beside, item, reading), KeyedPageReader.Read)
            : ResponseReader.Read(response, (paging.ItemsPointer.Segments, item, reading, paging.AllowsSingleItem), Read);

    private static PageContent<T> Read<T>(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> json,
        (string[] Path, JsonCodec<T> Item, PageReading Reading, bool AllowsSingleItem) shape
    )
    {
        // Some servers return a bare [] or null for an empty list, whatever the shape of a full one.
        if (reader.TokenType == JsonTokenType.Null)
        {
            return new PageContent<T>([], default, default);
        }

        if (shape.Path.Length == 0 || reader.TokenType == JsonTokenType.StartArray)
        {
            var items = Items(ref reader, json, shape);
            return shape.Path.Length == 0 || items.Count == 0
                ? items
                : throw new JsonException("Expected an object that contains the items, found an array.");
        }

        var beside = new SharedBuffer();
        try
        {
            using var writer = new Utf8JsonWriter(beside, JsonWriting.Options);
            PageContent<T>? found = null;
            Object(ref reader, json, shape, depth: 0, writer, ref found);
            writer.Flush();
            var copy = new Utf8JsonReader(beside.Written.Span, JsonReading.Options);
            return (found ?? new PageContent<T>([], default, default)) with { Body = JsonElement.ParseValue(ref copy) };
        }
        finally
        {
            beside.Release();
        }
    }

    private static void Object<T>(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> json,
        (string[] Path, JsonCodec<T> Item, PageReading Reading, bool AllowsSingleItem) shape,
        int depth,
        Utf8JsonWriter writer,
        ref PageContent<T>? found
    )
    {
        JsonReading.StartObject(ref reader);
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var onTheWay = reader.ValueTextEquals(shape.Path[depth]);
            if (onTheWay && depth == shape.Path.Length - 1)
            {
                reader.Read();
                found = JsonReading.IsNull(ref reader) ? new PageContent<T>([], default, default) : Items(ref reader, json, shape);
                continue;
            }

            writer.WritePropertyName(JsonString.Get(ref reader));
            reader.Read();
            if (onTheWay && reader.TokenType == JsonTokenType.StartObject)
            {
                Object(ref reader, json, shape, depth + 1, writer, ref found);
            }
            else
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                JsonWriting.Raw(writer, json[start..(int)reader.BytesConsumed]);
            }
        }

        writer.WriteEndObject();
    }

    private static PageContent<T> Items<T>(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> json,
        (string[] Path, JsonCodec<T> Item, PageReading Reading, bool AllowsSingleItem) shape
    )
    {
        var items = new PageItems<T>(shape.Item, shape.Reading);
        var start = (int)reader.TokenStartIndex;
        if (shape.AllowsSingleItem && reader.TokenType == JsonTokenType.StartObject)
        {
            items.Read(ref reader);
            return items.ToContent(PageFingerprint.Of(json[start..(int)reader.BytesConsumed]), default);
        }

        JsonReading.StartArray(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Read(ref reader);
        }

        return items.ToContent(PageFingerprint.Of(json[start..(int)reader.BytesConsumed]), default);
    }
}
