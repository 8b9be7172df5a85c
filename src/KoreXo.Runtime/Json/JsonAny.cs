using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A JSON value of any type: a cell of a table, a member that may be a text today and a number tomorrow.</summary>
/// <remarks>
/// Texts, numbers and truth values convert from their .NET types. A number keeps the exact text it was read with; two numbers are equal if they
/// are the same number (<c>5</c> and <c>5.0</c>). Objects and arrays are a <see cref="JsonElement"/>, see <see cref="AsElement"/>.
/// The default value is JSON null.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct JsonAny : IEquatable<JsonAny>
{
    private readonly JsonValueKind _kind;
    private readonly long _integer;
    private readonly object? _payload; // string: the text of a string or number; a boxed JsonElement: object or array

    private JsonAny(JsonValueKind kind, object? payload = null, long integer = 0)
    {
        _kind = kind;
        _payload = payload;
        _integer = integer;
    }

    /// <summary>Gets the type of the value; never <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonValueKind Kind => _kind == JsonValueKind.Undefined ? JsonValueKind.Null : _kind;

    /// <summary>Wraps a text; <see langword="null"/> becomes JSON null.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator JsonAny(string? value) => value is null ? default : new(JsonValueKind.String, value);

    /// <summary>Wraps a truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(bool value) => new(value ? JsonValueKind.True : JsonValueKind.False);

    /// <summary>Wraps an integer.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(int value) => new(JsonValueKind.Number, integer: value);

    /// <summary>Wraps an integer.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(long value) => new(JsonValueKind.Number, integer: value);

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">JSON has no form for infinity and NaN.</exception>
    public static implicit operator JsonAny(double value) => double.IsFinite(value)
        ? Number(value.ToString("R", CultureInfo.InvariantCulture))
        : throw new ArgumentException("JSON has no form for infinity and NaN.", nameof(value));

    /// <summary>Wraps a number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(decimal value) => Number(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Wraps a point in time, as text in ISO 8601, in UTC.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator JsonAny(DateTimeOffset value) => new(JsonValueKind.String, IsoTime.Text(value));

    /// <summary>Wraps an element, which must outlive the value (clone it if its document will be disposed).</summary>
    /// <param name="value">The element.</param>
    public static implicit operator JsonAny(JsonElement value) => FromElement(value);

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
    public static JsonAny FromElement(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new(JsonValueKind.String, JsonText.Get(value)),
        JsonValueKind.Number => Number(value.GetRawText()),
        JsonValueKind.Object or JsonValueKind.Array => new(value.ValueKind, value),
        _ => new(value.ValueKind),
    };

    /// <summary>Reads a value.</summary>
    /// <param name="reader">The reader, on the first token of the value; left on its last.</param>
    /// <returns>The value.</returns>
    public static JsonAny Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new(JsonValueKind.String, JsonText.Get(ref reader)),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => default,
        JsonTokenType.StartObject or JsonTokenType.StartArray => FromElement(JsonElement.ParseValue(ref reader)),
        _ => throw JsonReading.Wrong(ref reader, "a value"),
    };

    /// <summary>Writes the value.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (_kind)
        {
            case JsonValueKind.String:
                writer.WriteStringValue((string)_payload!);
                break;
            case JsonValueKind.Number when _payload is string text:
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

    /// <summary>Gets the text of a string.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string AsString() => _kind == JsonValueKind.String ? (string)_payload! : throw Not("a string");

    /// <summary>Gets a truth value.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is neither true nor false.</exception>
    public bool AsBoolean() => _kind is JsonValueKind.True or JsonValueKind.False ? _kind == JsonValueKind.True : throw Not("true or false");

    /// <summary>Gets an integer.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an integer of 64 bits.</exception>
    public long AsInt64()
    {
        if (_kind == JsonValueKind.Number && _payload is null)
        {
            return _integer;
        }

        return TryDecimal(out var value) && decimal.IsInteger(value) && value is >= long.MinValue and <= long.MaxValue
            ? (long)value
            : throw Not("an integer of 64 bits");
    }

    /// <summary>Gets a number as the nearest binary one.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public double AsDouble() => _kind == JsonValueKind.Number ? ToDouble() : throw Not("a number");

    /// <summary>Gets a number as a decimal one.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a decimal one.</exception>
    public decimal AsDecimal() => TryDecimal(out var value) ? value : throw Not("a decimal number");

    /// <summary>Gets any value as an element.</summary>
    /// <returns>The element.</returns>
    public JsonElement AsElement()
    {
        if (_payload is JsonElement element)
        {
            return element;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            WriteTo(writer);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Gives the text: of a string its characters, of null nothing, else the JSON.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _kind switch
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
    public override int GetHashCode() => Kind switch
    {
        JsonValueKind.String => StringComparer.Ordinal.GetHashCode((string)_payload!),
        JsonValueKind.Number => ToDouble().GetHashCode(),
        var kind => (int)kind,
    };

    private static JsonAny ReadNumber(ref Utf8JsonReader reader)
    {
        // "-0" is an integer for the reader, but its sign would be lost.
        var negativeZero = !reader.HasValueSequence && reader.ValueSpan.SequenceEqual("-0"u8);
        return !negativeZero && reader.TryGetInt64(out var integer) ? integer : new JsonAny(JsonValueKind.Number, JsonReading.Raw(ref reader));
    }

    private static JsonAny Number(string text) =>
        text != "-0" && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? integer
            : new JsonAny(JsonValueKind.Number, text);

    private double ToDouble() => _payload is string text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : _integer;

    private bool TryDecimal(out decimal value)
    {
        value = _integer;
        return _kind == JsonValueKind.Number
            && (_payload is not string text || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));
    }

    private InvalidOperationException Not(string wanted) => new($"The JSON value is {Described(Kind)}, not {wanted}.");

    private static string Described(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
