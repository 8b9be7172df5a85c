using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Collects the items of a page. An item that cannot be read fails the page, or is skipped and kept as received.</summary>
internal sealed class PageItems<T>(JsonCodec<T> codec, PageReading reading)
{
    private readonly List<T> _items = new(reading.Expected);
    private List<UnreadableItem>? _unreadable;

    private int Count => _items.Count + (_unreadable?.Count ?? 0);

    /// <summary>Reads an item; the reader is on its first token.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        var start = reader;
        try
        {
            _items.Add(codec.Read(ref reader));
        }
        catch (UnexpectedValueException failure) when (reading.SkipsUnreadable)
        {
            reader = start;
            (_unreadable ??= []).Add(new UnreadableItem(Count, failure.Message, Raw(ref reader)));
        }
        catch (UnexpectedValueException failure)
        {
            throw new JsonException(
                $"Item {Count} of the page: {failure.Message} To read the other items, use {nameof(PagedResult<T>.SkipUnreadable)}.",
                failure
            );
        }
    }

    public PageContent<T> ToContent(UInt128 fingerprint, JsonElement body) =>
        new(_items, fingerprint, body) { Unreadable = _unreadable ?? [] };

    /// <summary>
    /// Gets the item as an element. An item of a keyed page is a member, and its element an object with only that member.
    /// </summary>
    private static JsonElement Raw(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return JsonElement.ParseValue(ref reader);
        }

        var name = JsonString.Get(ref reader);
        var value = JsonElement.ParseValue(ref reader);
        var buffer = new SharedBuffer();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
            writer.WriteStartObject();
            writer.WritePropertyName(name);
            JsonWriting.Element(writer, value);
            writer.WriteEndObject();
            writer.Flush();
            var copy = new Utf8JsonReader(buffer.Written.Span, JsonReading.Options);
            return JsonElement.ParseValue(ref copy);
        }
        finally
        {
            buffer.Release();
        }
    }
}
