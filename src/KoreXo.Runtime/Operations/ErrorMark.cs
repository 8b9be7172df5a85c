using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>How a response with a success status reports that the request failed.</summary>
/// <param name="At">The location of a value, as a JSON pointer; <see langword="null"/> if only plain text reports it.</param>
/// <param name="Values">The values that report it, in any case.</param>
/// <param name="Text">Whether a response that is plain text rather than JSON reports it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ErrorMark(string? At, string[] Values, bool Text)
{
    private readonly JsonPointer? _place = At is null ? null : JsonPointer.Parse(At);

    internal bool IsOn(ReadOnlySpan<byte> body)
    {
        var text = Utf8Text.TrimStart(body);
        if (text is not [(byte)'{' or (byte)'[' or (byte)'"', ..])
        {
            return Text && text.Length > 0 && text[0] != '<'; // an HTML page does not come from the platform itself
        }

        if (_place is null)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(text, JsonReading.Options);
            using var document = JsonDocument.ParseValue(ref reader);
            return _place.Find(document.RootElement) is { ValueKind: JsonValueKind.String } value
                && Values.Contains(JsonString.Get(value), StringComparer.OrdinalIgnoreCase);
        }
        catch (JsonException)
        {
            return false; // reported when the response is read
        }
    }
}
