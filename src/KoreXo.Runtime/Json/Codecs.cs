using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The codecs of the types that need no emitted one. Reading is lenient, see <see cref="JsonReading"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Codecs
{
    /// <summary>A string.</summary>
    public static readonly JsonCodec<string> String = new ScalarCodec<string>(
        JsonReading.String,
        static (writer, value) => writer.WriteStringValue(value)
    );

    /// <summary>A string that may also be plain text if it is the whole response.</summary>
    public static readonly JsonCodec<string> Text = new PlainTextCodec();

    /// <summary>A Boolean.</summary>
    public static readonly JsonCodec<bool> Boolean = new ScalarCodec<bool>(
        JsonReading.Boolean,
        static (writer, value) => writer.WriteBooleanValue(value)
    );

    /// <summary>A 32-bit integer.</summary>
    public static readonly JsonCodec<int> Int32 = new ScalarCodec<int>(
        JsonReading.Int32,
        static (writer, value) => writer.WriteNumberValue(value)
    );

    /// <summary>A 64-bit integer.</summary>
    public static readonly JsonCodec<long> Int64 = new ScalarCodec<long>(
        JsonReading.Int64,
        static (writer, value) => writer.WriteNumberValue(value)
    );

    /// <summary>An unsigned 64-bit integer.</summary>
    public static readonly JsonCodec<ulong> UInt64 = new ScalarCodec<ulong>(
        JsonReading.UInt64,
        static (writer, value) => writer.WriteNumberValue(value)
    );

    /// <summary>A binary floating-point number.</summary>
    public static readonly JsonCodec<double> Double = new ScalarCodec<double>(
        JsonReading.Double,
        static (writer, value) => writer.WriteNumberValue(value)
    );

    /// <summary>A decimal number.</summary>
    public static readonly JsonCodec<decimal> Decimal = new ScalarCodec<decimal>(
        JsonReading.Decimal,
        static (writer, value) => writer.WriteNumberValue(value)
    );

    /// <summary>A point in time.</summary>
    public static readonly JsonCodec<DateTimeOffset> DateTimeOffset = new ScalarCodec<DateTimeOffset>(
        JsonReading.DateTimeOffset,
        JsonWriting.Value
    );

    /// <summary>A date.</summary>
    public static readonly JsonCodec<DateOnly> DateOnly = new ScalarCodec<DateOnly>(JsonReading.DateOnly, JsonWriting.Value);

    /// <summary>A time of day, without an offset.</summary>
    public static readonly JsonCodec<TimeOnly> TimeOnly = new ScalarCodec<TimeOnly>(
        JsonReading.TimeOnly,
        static (writer, value) => writer.WriteStringValue(IsoTime.Text(value))
    );

    /// <summary>An ISO 8601 duration.</summary>
    public static readonly JsonCodec<TimeSpan> TimeSpan = new ScalarCodec<TimeSpan>(
        JsonReading.TimeSpan,
        static (writer, value) => writer.WriteStringValue(IsoTime.Text(value))
    );

    /// <summary>A GUID.</summary>
    public static readonly JsonCodec<Guid> Guid = new ScalarCodec<Guid>(
        JsonReading.Guid,
        static (writer, value) => writer.WriteStringValue(value)
    );

    /// <summary>A URI, absolute or relative; written as it was read.</summary>
    public static readonly JsonCodec<Uri> Uri = new ScalarCodec<Uri>(
        JsonReading.Uri,
        static (writer, value) => writer.WriteStringValue(value.OriginalString)
    );

    /// <summary>Bytes as base64 in the URL-safe alphabet, without padding.</summary>
    public static readonly JsonCodec<byte[]> Base64Url = new ScalarCodec<byte[]>(
        JsonReading.Base64Url,
        static (writer, value) => writer.WriteStringValue(Runtime.Base64Url.Encode(value))
    );

    /// <summary>Bytes as base64.</summary>
    public static readonly JsonCodec<byte[]> Bytes = new ScalarCodec<byte[]>(
        JsonReading.Bytes,
        static (writer, value) => writer.WriteBase64StringValue(value)
    );

    /// <summary>A value of any type, as an element.</summary>
    public static readonly JsonCodec<JsonElement> Element = new ScalarCodec<JsonElement>(JsonReading.Element, JsonWriting.Element);

    /// <summary>A value of any type.</summary>
    public static readonly JsonCodec<JsonAny> Any = new AnyCodec();
}
