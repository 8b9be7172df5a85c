using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A JSON value of any type, such as a table cell, or a member that is a string today and a number tomorrow.</summary>
/// <remarks>
/// .NET values convert to it implicitly, and from it with a cast, an <c>As…</c> method or a <c>TryGet…</c> method. A number keeps the exact
/// text it was read with; two numbers are equal if they have the same value (<c>5</c> and <c>5.0</c>). Dates, times and GUIDs are strings,
/// as JSON has no type for them. The default value is JSON null.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(ModelConverter<JsonAny>))]
[DebuggerDisplay("{AsElement().GetRawText(),nq}")]
public readonly partial struct JsonAny : IEquatable<JsonAny>, IJsonModel<JsonAny>
{
    private readonly JsonValueKind _kind;
    private readonly long _integer;
    private readonly object? _payload; // string: the text of a string or number; a boxed JsonElement: object or array

    static JsonCodec<JsonAny> IJsonModel<JsonAny>.Codec => Codecs.Any;

    private JsonAny(JsonValueKind kind, object? payload = null, long integer = 0)
    {
        _kind = kind;
        _payload = payload;
        _integer = integer;
    }

    /// <summary>Gets the type of the value; never <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonValueKind Kind => _kind == JsonValueKind.Undefined ? JsonValueKind.Null : _kind;

    /// <summary>Gets JSON null, which is also the default value.</summary>
    public static JsonAny Null => default;

    /// <summary>Gets a value indicating whether the value is JSON null.</summary>
    public bool IsNull => Kind == JsonValueKind.Null;

    /// <summary>Compares two values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are the same JSON value.</returns>
    public static bool operator ==(JsonAny left, JsonAny right) => left.Equals(right);

    /// <summary>Compares two values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are different JSON values.</returns>
    public static bool operator !=(JsonAny left, JsonAny right) => !left.Equals(right);

    /// <summary>Wraps an element, which must outlive the value (clone it if its document will be disposed).</summary>
    /// <param name="value">The element.</param>
    /// <returns>The value.</returns>
    public static JsonAny FromElement(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => new(JsonValueKind.String, JsonString.Get(value)),
            JsonValueKind.Number => Number(value.GetRawText()),
            JsonValueKind.Object or JsonValueKind.Array => new(value.ValueKind, value),
            _ => new(value.ValueKind),
        };

    /// <summary>Reads a value.</summary>
    /// <param name="reader">The reader, on the first token of the value; left on the last.</param>
    /// <returns>The value.</returns>
    public static JsonAny Read(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new(JsonValueKind.String, JsonString.Get(ref reader)),
            JsonTokenType.Number => ReadNumber(ref reader),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => default,
            JsonTokenType.StartObject or JsonTokenType.StartArray => FromElement(JsonElement.ParseValue(ref reader)),
            _ => throw JsonReading.Wrong(ref reader, "a value"),
        };

    /// <summary>Writes the value.</summary>
    /// <param name="writer">The writer.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (_kind)
        {
            case JsonValueKind.String:
                writer.WriteStringValue((string)_payload!);
                break;
            case JsonValueKind.Number when _payload is string text:
                // Stryker disable once Boolean : what was read is valid, and to check it again takes time
                writer.WriteRawValue(text, skipInputValidation: true);
                break;
            case JsonValueKind.Number:
                writer.WriteNumberValue(_integer);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBooleanValue(_kind == JsonValueKind.True);
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                ElementWriter.Write(writer, (JsonElement)_payload!);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Gets any value as an element.</summary>
    /// <returns>The element, whose document does not have to be disposed.</returns>
    public JsonElement AsElement() =>
        _payload is JsonElement element ? element : ElementBuilder.Build(this, static (writer, value) => value.WriteTo(writer));

    /// <summary>Returns the characters of a string, an empty string for null, and otherwise the JSON.</summary>
    /// <returns>The string.</returns>
    public override string ToString() =>
        _kind switch
        {
            JsonValueKind.String => (string)_payload!,
            JsonValueKind.Number => _payload as string ?? _integer.ToString(CultureInfo.InvariantCulture),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Object or JsonValueKind.Array => ((JsonElement)_payload!).GetRawText(),
            _ => "",
        };

    /// <inheritdoc/>
    public bool Equals(JsonAny other)
    {
        if (Kind != other.Kind)
        {
            return false;
        }

        return Kind switch
        {
            JsonValueKind.String => (string)_payload! == (string)other._payload!,
            JsonValueKind.Number when _payload is null && other._payload is null => _integer == other._integer,
            JsonValueKind.Number => JsonEquality.SameNumber(ToString(), other.ToString()),
            JsonValueKind.Object or JsonValueKind.Array => JsonEquality.Same((JsonElement)_payload!, (JsonElement)other._payload!),
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonAny other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Kind switch
        {
            JsonValueKind.String => StringComparer.Ordinal.GetHashCode((string)_payload!),
            JsonValueKind.Number => ToDouble().GetHashCode(),
            var kind => (int)kind,
        };

    private static JsonAny ReadNumber(ref Utf8JsonReader reader)
    {
        // The reader accepts "-0" as an integer, but its sign would be lost.
        var negativeZero = reader.HasValueSequence
            ? reader.ValueSequence.FirstSpan[0] == (byte)'-'
            : reader.ValueSpan.SequenceEqual("-0"u8);
        return !negativeZero && reader.TryGetInt64(out var integer) ? integer : Number(JsonReading.Raw(ref reader));
    }

    private static JsonAny Number(string text) =>
        text != "-0" && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? integer
            : new JsonAny(JsonValueKind.Number, text);

    private double ToDouble() => _payload is string text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : _integer;

    private InvalidOperationException Not(string wanted) => new($"The JSON value is {Described(Kind)}, not {wanted}.");

    private static string Described(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            _ => "null",
        };
}
