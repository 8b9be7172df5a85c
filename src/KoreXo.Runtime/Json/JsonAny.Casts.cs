using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo;

/// <content>
/// Casts to .NET values. A cast to a nullable type converts JSON null to null; each throws for a value of another kind.
/// </content>
public readonly partial struct JsonAny
{
    /// <summary>Converts a JSON value to a string; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither a string nor null.</exception>
    public static explicit operator string?(JsonAny value) => value.IsNull ? null : value.AsString();

    /// <summary>Converts a JSON value to a Boolean.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither true nor false.</exception>
    public static explicit operator bool(JsonAny value) => value.AsBoolean();

    /// <summary>Converts a JSON value to a Boolean; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither true, false nor null.</exception>
    public static explicit operator bool?(JsonAny value) => value.IsNull ? null : value.AsBoolean();

    /// <summary>Converts a JSON value to a 32-bit integer.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not a 32-bit integer.</exception>
    public static explicit operator int(JsonAny value) => value.AsInt32();

    /// <summary>Converts a JSON value to a 32-bit integer; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a 32-bit integer.</exception>
    public static explicit operator int?(JsonAny value) => value.IsNull ? null : value.AsInt32();

    /// <summary>Converts a JSON value to a 64-bit integer.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not a 64-bit integer.</exception>
    public static explicit operator long(JsonAny value) => value.AsInt64();

    /// <summary>Converts a JSON value to a 64-bit integer; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a 64-bit integer.</exception>
    public static explicit operator long?(JsonAny value) => value.IsNull ? null : value.AsInt64();

    /// <summary>Converts a JSON value to the nearest <see cref="float"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public static explicit operator float(JsonAny value) => (float)value.AsDouble();

    /// <summary>Converts a JSON value to the nearest <see cref="float"/>; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a number.</exception>
    public static explicit operator float?(JsonAny value) => value.IsNull ? null : (float)value.AsDouble();

    /// <summary>Converts a JSON value to the nearest <see cref="double"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a <see cref="double"/>.</exception>
    public static explicit operator double(JsonAny value) => value.AsDouble();

    /// <summary>Converts a JSON value to the nearest <see cref="double"/>; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a number that fits a <see cref="double"/>.</exception>
    public static explicit operator double?(JsonAny value) => value.IsNull ? null : value.AsDouble();

    /// <summary>Converts a JSON value to a <see cref="decimal"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a <see cref="decimal"/>.</exception>
    public static explicit operator decimal(JsonAny value) => value.AsDecimal();

    /// <summary>Converts a JSON value to a <see cref="decimal"/>; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a number that fits a <see cref="decimal"/>.</exception>
    public static explicit operator decimal?(JsonAny value) => value.IsNull ? null : value.AsDecimal();

    /// <summary>Converts a JSON value to a point in time. Without an offset, UTC is assumed.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that contains an ISO 8601 date and time.</exception>
    public static explicit operator DateTimeOffset(JsonAny value) => value.AsDateTimeOffset();

    /// <summary>
    /// Converts a JSON value to a point in time; JSON null becomes <see langword="null"/>. Without an offset, UTC is assumed.
    /// </summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a string that contains an ISO 8601 date and
    /// time.</exception>
    public static explicit operator DateTimeOffset?(JsonAny value) => value.IsNull ? null : value.AsDateTimeOffset();

    /// <summary>
    /// Converts a JSON value to a date and time. The result is UTC if there is an offset, and of unspecified kind otherwise.
    /// </summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that contains an ISO 8601 date and time.</exception>
    public static explicit operator DateTime(JsonAny value) => value.AsDateTime();

    /// <summary>
    /// Converts a JSON value to a date and time; JSON null becomes <see langword="null"/>. The result is UTC if there is an offset, and of
    /// unspecified kind otherwise.
    /// </summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a string that contains an ISO 8601 date and
    /// time.</exception>
    public static explicit operator DateTime?(JsonAny value) => value.IsNull ? null : value.AsDateTime();

    /// <summary>Converts a JSON value to a date. For a date and time, it is the date as written.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that contains a date (<c>yyyy-MM-dd</c>).</exception>
    public static explicit operator DateOnly(JsonAny value) => value.AsDateOnly();

    /// <summary>
    /// Converts a JSON value to a date; JSON null becomes <see langword="null"/>. For a date and time, it is the date as written.
    /// </summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a string that contains a date
    /// (<c>yyyy-MM-dd</c>).</exception>
    public static explicit operator DateOnly?(JsonAny value) => value.IsNull ? null : value.AsDateOnly();

    /// <summary>Converts a JSON value to a time of day.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that contains a time (<c>HH:mm:ss</c>, with a fraction or
    /// without).</exception>
    public static explicit operator TimeOnly(JsonAny value) => value.AsTimeOnly();

    /// <summary>Converts a JSON value to a time of day; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a string that contains a time (<c>HH:mm:ss</c>, with a
    /// fraction or without).</exception>
    public static explicit operator TimeOnly?(JsonAny value) => value.IsNull ? null : value.AsTimeOnly();

    /// <summary>Converts a JSON value to a GUID.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that contains a GUID.</exception>
    public static explicit operator Guid(JsonAny value) => value.AsGuid();

    /// <summary>Converts a JSON value to a GUID; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor a string that contains a GUID.</exception>
    public static explicit operator Guid?(JsonAny value) => value.IsNull ? null : value.AsGuid();

    /// <summary>Converts a JSON value to an unsigned 64-bit integer.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an unsigned 64-bit integer.</exception>
    public static explicit operator ulong(JsonAny value) =>
        value.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= 0 and <= ulong.MaxValue
            ? (ulong)number
            : throw value.Not("an unsigned 64-bit integer");

    /// <summary>Converts a JSON value to an unsigned 64-bit integer; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither null nor an unsigned 64-bit integer.</exception>
    public static explicit operator ulong?(JsonAny value) => value.IsNull ? null : (ulong)value;

    /// <summary>Converts a JSON value of any type to an element.</summary>
    /// <param name="value">The JSON value.</param>
    public static explicit operator JsonElement(JsonAny value) => value.AsElement();

    /// <summary>Converts a JSON value of any type to a mutable node; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    public static explicit operator JsonNode?(JsonAny value) => value.IsNull ? null : JsonNode.Parse(value.AsElement().GetRawText());

    /// <summary>Converts a JSON value to an array; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither an array nor null.</exception>
    public static explicit operator JsonAny[]?(JsonAny value) => value.IsNull ? null : [.. value.EnumerateArray()];

    /// <summary>Converts a JSON value to a list; JSON null becomes <see langword="null"/>.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither an array nor null.</exception>
    public static explicit operator List<JsonAny>?(JsonAny value) => value.IsNull ? null : [.. value.EnumerateArray()];

    /// <summary>
    /// Converts a JSON value to a dictionary; JSON null becomes <see langword="null"/>. If a name occurs more than once, the last member
    /// wins.
    /// </summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither an object nor null.</exception>
    public static explicit operator Dictionary<string, JsonAny>?(JsonAny value)
    {
        if (value.IsNull)
        {
            return null;
        }

        var members = new Dictionary<string, JsonAny>(StringComparer.Ordinal);
        foreach (var (name, member) in value.EnumerateObject())
        {
            members[name] = member;
        }

        return members;
    }
}
