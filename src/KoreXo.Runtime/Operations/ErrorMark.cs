using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>How an answer with the status of a success says that the call was refused.</summary>
/// <param name="At">The place of a value, as a JSON pointer; <see langword="null"/> where only a bare text says so.</param>
/// <param name="Values">What the value is then, in any case.</param>
/// <param name="Text">Whether an answer that is no JSON, but a text, says so.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ErrorMark(string? At, string[] Values, bool Text)
{
    private readonly JsonPointer? _place = At is null ? null : JsonPointer.Parse(At);

    internal bool IsOn(ReadOnlySpan<byte> body)
    {
        var text = Utf8Text.TrimStart(body);
        if (text is not [(byte)'{' or (byte)'[' or (byte)'"', ..])
        {
            return Text && text.Length > 0 && text[0] != '<'; // a page is no word of the platform's
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
            return false; // told by whoever reads the answer
        }
    }
}
