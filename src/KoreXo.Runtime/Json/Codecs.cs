using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The codecs of the types that need no emitted one. Reading is lenient, see <see cref="JsonReading"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Codecs
{
    /// <summary>Gets the codec of a string.</summary>
    public static JsonCodec<string> String => StringHolder.Codec;

    /// <summary>Gets the codec of a string that may also be plain text if it is the whole response.</summary>
    public static JsonCodec<string> Text => TextHolder.Codec;

    /// <summary>Gets the codec of a Boolean.</summary>
    public static JsonCodec<bool> Boolean => BooleanHolder.Codec;

    /// <summary>Gets the codec of a 32-bit integer.</summary>
    public static JsonCodec<int> Int32 => Int32Holder.Codec;

    /// <summary>Gets the codec of a 64-bit integer.</summary>
    public static JsonCodec<long> Int64 => Int64Holder.Codec;

    /// <summary>Gets the codec of an unsigned 64-bit integer.</summary>
    public static JsonCodec<ulong> UInt64 => UInt64Holder.Codec;

    /// <summary>Gets the codec of a binary floating-point number.</summary>
    public static JsonCodec<double> Double => DoubleHolder.Codec;

    /// <summary>Gets the codec of a decimal number.</summary>
    public static JsonCodec<decimal> Decimal => DecimalHolder.Codec;

    /// <summary>Gets the codec of a point in time.</summary>
    public static JsonCodec<DateTimeOffset> DateTimeOffset => DateTimeOffsetHolder.Codec;

    /// <summary>Gets the codec of a date.</summary>
    public static JsonCodec<DateOnly> DateOnly => DateOnlyHolder.Codec;

    /// <summary>Gets the codec of a time of day, without an offset.</summary>
    public static JsonCodec<TimeOnly> TimeOnly => TimeOnlyHolder.Codec;

    /// <summary>Gets the codec of an ISO 8601 duration.</summary>
    public static JsonCodec<TimeSpan> TimeSpan => TimeSpanHolder.Codec;

    /// <summary>Gets the codec of a GUID.</summary>
    public static JsonCodec<Guid> Guid => GuidHolder.Codec;

    /// <summary>Gets the codec of a URI, absolute or relative; written as it was read.</summary>
    public static JsonCodec<Uri> Uri => UriHolder.Codec;

    /// <summary>Gets the codec of bytes as base64 in the URL-safe alphabet, without padding.</summary>
    public static JsonCodec<byte[]> Base64Url => Base64UrlHolder.Codec;

    /// <summary>Gets the codec of bytes as base64.</summary>
    public static JsonCodec<byte[]> Bytes => BytesHolder.Codec;

    /// <summary>Gets the codec of a value of any type, as an element.</summary>
    public static JsonCodec<JsonElement> Element => ElementHolder.Codec;

    /// <summary>Gets the codec of a value of any type.</summary>
    public static JsonCodec<JsonAny> Any => AnyHolder.Codec;

    // A class for each, since the initializer of one creates all of its fields: a client needs few codecs for its first response.
    private static class StringHolder
    {
        public static readonly JsonCodec<string> Codec = new ScalarCodec<string>(
            JsonReading.String,
            static (writer, value) => writer.WriteStringValue(value)
        );
    }

    private static class TextHolder
    {
        public static readonly JsonCodec<string> Codec = new PlainTextCodec();
    }

    private static class BooleanHolder
    {
        public static readonly JsonCodec<bool> Codec = new ScalarCodec<bool>(
            JsonReading.Boolean,
            static (writer, value) => writer.WriteBooleanValue(value)
        );
    }

    private static class Int32Holder
    {
        public static readonly JsonCodec<int> Codec = new ScalarCodec<int>(
            JsonReading.Int32,
            static (writer, value) => writer.WriteNumberValue(value)
        );
    }

    private static class Int64Holder
    {
        public static readonly JsonCodec<long> Codec = new ScalarCodec<long>(
            JsonReading.Int64,
            static (writer, value) => writer.WriteNumberValue(value)
        );
    }

    private static class UInt64Holder
    {
        public static readonly JsonCodec<ulong> Codec = new ScalarCodec<ulong>(
            JsonReading.UInt64,
            static (writer, value) => writer.WriteNumberValue(value)
        );
    }

    private static class DoubleHolder
    {
        public static readonly JsonCodec<double> Codec = new ScalarCodec<double>(
            JsonReading.Double,
            static (writer, value) => writer.WriteNumberValue(value)
        );
    }

    private static class DecimalHolder
    {
        public static readonly JsonCodec<decimal> Codec = new ScalarCodec<decimal>(
            JsonReading.Decimal,
            static (writer, value) => writer.WriteNumberValue(value)
        );
    }

    private static class DateTimeOffsetHolder
    {
        public static readonly JsonCodec<DateTimeOffset> Codec = new ScalarCodec<DateTimeOffset>(
            JsonReading.DateTimeOffset,
            JsonWriting.Value
        );
    }

    private static class DateOnlyHolder
    {
        public static readonly JsonCodec<DateOnly> Codec = new ScalarCodec<DateOnly>(JsonReading.DateOnly, JsonWriting.Value);
    }

    private static class TimeOnlyHolder
    {
        public static readonly JsonCodec<TimeOnly> Codec = new ScalarCodec<TimeOnly>(
            JsonReading.TimeOnly,
            static (writer, value) => writer.WriteStringValue(IsoTime.Text(value))
        );
    }

    private static class TimeSpanHolder
    {
        public static readonly JsonCodec<TimeSpan> Codec = new ScalarCodec<TimeSpan>(
            JsonReading.TimeSpan,
            static (writer, value) => writer.WriteStringValue(IsoTime.Text(value))
        );
    }

    private static class GuidHolder
    {
        public static readonly JsonCodec<Guid> Codec = new ScalarCodec<Guid>(
            JsonReading.Guid,
            static (writer, value) => writer.WriteStringValue(value)
        );
    }

    private static class UriHolder
    {
        public static readonly JsonCodec<Uri> Codec = new ScalarCodec<Uri>(
            JsonReading.Uri,
            static (writer, value) => writer.WriteStringValue(value.OriginalString)
        );
    }

    private static class Base64UrlHolder
    {
        public static readonly JsonCodec<byte[]> Codec = new ScalarCodec<byte[]>(
            JsonReading.Base64Url,
            static (writer, value) => writer.WriteStringValue(Runtime.Base64Url.Encode(value))
        );
    }

    private static class BytesHolder
    {
        public static readonly JsonCodec<byte[]> Codec = new ScalarCodec<byte[]>(
            JsonReading.Bytes,
            static (writer, value) => writer.WriteBase64StringValue(value)
        );
    }

    private static class ElementHolder
    {
        public static readonly JsonCodec<JsonElement> Codec = new ScalarCodec<JsonElement>(JsonReading.Element, JsonWriting.Element);
    }

    private static class AnyHolder
    {
        public static readonly JsonCodec<JsonAny> Codec = new AnyCodec();
    }
}
