using System.Text.Json;

namespace KoreXo.Runtime;

public static partial class JsonReading
{
    /// <summary>Reads an unsigned 64-bit integer; <c>"947"</c> and <c>5.0</c> are accepted.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static ulong UInt64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var value))
        {
            return value;
        }

        return TryDecimal(ref reader, out var number) && decimal.IsInteger(number) && number is >= ulong.MinValue and <= ulong.MaxValue
            ? (ulong)number
            : throw Wrong(ref reader, "an unsigned 64-bit integer");
    }

    /// <summary>Reads a GUID in any common format, with or without hyphens and braces.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static Guid Guid(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetGuid(out var value) || System.Guid.TryParse(JsonString.Get(ref reader), out value))
            {
                return value;
            }
        }

        throw Wrong(ref reader, "a GUID");
    }

    /// <summary>Reads a URI, absolute or relative.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static Uri Uri(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && System.Uri.TryCreate(JsonString.Get(ref reader), UriKind.RelativeOrAbsolute, out var value)
            ? value
            : throw Wrong(ref reader, "a URI");

    /// <summary>Reads a time of day; one with an offset is rejected.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static TimeOnly TimeOnly(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && IsoTime.TryParseTime(JsonString.Get(ref reader), out var value)
            ? value
            : throw Wrong(ref reader, "a time (HH:mm:ss)");

    /// <summary>Reads an ISO 8601 duration of days and smaller units: <c>P1DT2H</c>.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static TimeSpan TimeSpan(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && IsoTime.TryParseDuration(JsonString.Get(ref reader), out var value)
            ? value
            : throw Wrong(ref reader, "a duration (ISO 8601, without years and months)");

    /// <summary>Reads bytes from base64 in either alphabet, with or without padding.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Base64Url(ref Utf8JsonReader reader) => Bytes(ref reader);
}
