using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// The building blocks of emitted codecs for reading. Scalars are read leniently: a number in a string is accepted as a number, and a
/// number where a string is expected as its text.
/// </summary>
/// <remarks>
/// Each method expects the reader on the first token of the value and leaves it on the last. An unacceptable token throws a
/// <see cref="JsonException"/> that says what was expected and what was found.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonReading
{
    // What a list without a capacity takes for its first item.
    private const int FewItems = 4;

    /// <summary>Deeper than .NET's default: responses contain whole conversations and bot definitions.</summary>
    internal static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <summary>For JSON that was written by the client: it is as deep as the caller's value.</summary>
    internal static readonly JsonReaderOptions OwnOptions = new() { MaxDepth = int.MaxValue };

    /// <summary>The same for whole documents.</summary>
    internal static readonly JsonDocumentOptions OwnDocumentOptions = new() { MaxDepth = int.MaxValue };

    /// <summary>
    /// Reads a member that the document does not name, unchanged. If a name occurs more than once, the last member wins.
    /// </summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="members">Receives the member; created for the first one.</param>
    /// <param name="name">The name of the member.</param>
    public static void Other(ref Utf8JsonReader reader, ref IReadOnlyDictionary<string, JsonElement>? members, string name) =>
        Mutable(ref members)[name] = JsonElement.ParseValue(ref reader);

    /// <summary>Reads a member that is not one of the named ones. If a name occurs more than once, the last member wins.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="members">Receives the member; created for the first one.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="codec">The codec of the value.</param>
    public static void Other<T>(ref Utf8JsonReader reader, ref IReadOnlyDictionary<string, T>? members, string name, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        Mutable(ref members)[name] = codec.Read(ref reader);
    }

    /// <summary>Checks that an object starts at the current token.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">Something else starts there.</exception>
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong(ref reader, "an object");
        }
    }

    /// <summary>Checks whether the value is null.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Reads a string; a number or a Boolean is accepted as its text.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The string.</returns>
    public static string String(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => JsonString.Get(ref reader),
            JsonTokenType.Number => Raw(ref reader),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw Wrong(ref reader, "a string"),
        };

    /// <summary>Reads a Boolean; <c>"true"</c> and <c>"false"</c> in any case, and 1 and 0, are accepted.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static bool Boolean(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String when bool.TryParse(JsonString.Get(ref reader), out var value):
                return value;
            case JsonTokenType.Number when reader.TryGetInt64(out var number) && number is 0 or 1:
                return number == 1;
            default:
                throw Wrong(ref reader, "true or false");
        }
    }

    /// <summary>Reads a 32-bit integer; <c>"947"</c> and <c>5.0</c> are accepted.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static int Int32(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value))
        {
            return value;
        }

        return Int64(ref reader) is >= int.MinValue and <= int.MaxValue and var wide
            ? (int)wide
            : throw Wrong(ref reader, "a 32-bit integer");
    }

    /// <summary>Reads a 64-bit integer; <c>"947"</c> and <c>5.0</c> are accepted.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static long Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value))
        {
            return value;
        }

        return TryDecimal(ref reader, out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : throw Wrong(ref reader, "a 64-bit integer");
    }

    /// <summary>Reads a binary floating-point number; a number in a string is accepted.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static double Double(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value))
        {
            return value;
        }

        return
            reader.TokenType == JsonTokenType.String
            && double.TryParse(JsonString.Get(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value)
            ? value
            : throw Wrong(ref reader, "a number");
    }

    /// <summary>Reads a decimal number; a number in a string is accepted.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static decimal Decimal(ref Utf8JsonReader reader) =>
        TryDecimal(ref reader, out var value) ? value : throw Wrong(ref reader, "a decimal number");

    /// <summary>
    /// Reads a point in time: ISO 8601 in any common precision, including <c>+0000</c>. Without an offset, UTC is assumed.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            // The common format, without creating a string. Without the Z, the reader would apply the machine's own offset.
            if (
                reader is { HasValueSequence: false, ValueIsEscaped: false, ValueSpan: [.., (byte)'Z'] }
                && reader.TryGetDateTimeOffset(out var value)
            )
            {
                return value;
            }

            if (IsoTime.TryParse(JsonString.Get(ref reader), out value))
            {
                return value;
            }
        }

        throw Wrong(ref reader, "a date and time (ISO 8601)");
    }

    /// <summary>Reads a date; for a date and time, the date as written.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static DateOnly DateOnly(ref Utf8JsonReader reader)
    {
        return reader.TokenType == JsonTokenType.String && IsoTime.TryParseDate(JsonString.Get(ref reader), out var value)
            ? value
            : throw Wrong(ref reader, "a date (yyyy-MM-dd)");
    }

    /// <summary>Reads bytes from base64; the URL-safe alphabet and missing padding are accepted.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Bytes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetBytesFromBase64(out var bytes) || Runtime.Base64Url.TryDecode(JsonString.Get(ref reader), out bytes))
            {
                return bytes;
            }
        }

        throw Wrong(ref reader, "base64");
    }

    /// <summary>Reads a value of any type.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value.</returns>
    public static JsonAny Any(ref Utf8JsonReader reader) => JsonAny.Read(ref reader);

    /// <summary>Reads a value of any type as a self-contained element.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The element.</returns>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="item">The codec of an item.</param>
    /// <returns>The items.</returns>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, JsonCodec<T> item)
    {
        ArgumentNullException.ThrowIfNull(item);
        StartArray(ref reader);
        var depth = reader.CurrentDepth;
        List<T>? items = null;
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                (items ??= new List<T>(FewItems)).Add(item.Read(ref reader));
            }
        }
        catch (UnexpectedValueException failure)
        {
            failure.In(items?.Count ?? 0);
            failure.IsNullItem |= IsItem(ref reader, depth);
            throw;
        }

        return items ?? (IReadOnlyList<T>)[];
    }

    /// <summary>
    /// Reads an object with arbitrary member names. The order is kept; if a name occurs more than once, the last member wins.
    /// </summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="value">The codec of a value.</param>
    /// <returns>The members.</returns>
    public static IReadOnlyDictionary<string, T> Map<T>(ref Utf8JsonReader reader, JsonCodec<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        StartObject(ref reader);
        var depth = reader.CurrentDepth;
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = JsonString.Get(ref reader);
                reader.Read();
                members[name] = value.Read(ref reader);
            }
        }
        catch (UnexpectedValueException failure)
        {
            failure.In(UnexpectedValueException.AnyName);
            failure.IsNullItem |= IsItem(ref reader, depth);
            throw;
        }

        return members;
    }

    internal static void StartArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong(ref reader, "an array");
        }
    }

    internal static string Raw(ref Utf8JsonReader reader) =>
        Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);

    internal static UnexpectedValueException Wrong(ref Utf8JsonReader reader, string expected) => new(expected, Found(ref reader));

    // Where reading failed, the reader is still on the value.
    private static bool IsItem(ref Utf8JsonReader reader, int depth) =>
        reader.TokenType == JsonTokenType.Null && reader.CurrentDepth == depth + 1;

    private static bool TryDecimal(ref Utf8JsonReader reader, out decimal value)
    {
        value = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out value),
            JsonTokenType.String => decimal.TryParse(
                JsonString.Get(ref reader),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out value
            ),
            _ => false,
        };
    }

    // Names the kind, never the value: it may be a secret.
    private static string Found(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "true or false",
            JsonTokenType.Null => "null",
            _ => "the end of a value",
        };

    private static Dictionary<string, T> Mutable<T>(ref IReadOnlyDictionary<string, T>? members)
    {
        if (members is not Dictionary<string, T> mutable)
        {
            members = mutable = new Dictionary<string, T>(StringComparer.Ordinal);
        }

        return mutable;
    }
}
