using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo;

/// <content>
/// Casts to .NET values. A cast to a type that can be null gives null for JSON null; each throws for a value of another kind.
/// </content>
public readonly partial struct JsonAny
{
    /// <summary>Gets a string, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither a string nor null.</exception>
    public static explicit operator string?(JsonAny value) => value.IsNull ? null : value.AsString();

    /// <summary>Gets a truth value.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither true nor false.</exception>
    public static explicit operator bool(JsonAny value) => value.AsBoolean();

    /// <summary>Gets a truth value, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither true nor false, nor is it null.</exception>
    public static explicit operator bool?(JsonAny value) => value.IsNull ? null : value.AsBoolean();

    /// <summary>Gets an integer of 32 bits.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an integer of 32 bits.</exception>
    public static explicit operator int(JsonAny value) => value.AsInt32();

    /// <summary>Gets an integer of 32 bits, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an integer of 32 bits, nor is it null.</exception>
    public static explicit operator int?(JsonAny value) => value.IsNull ? null : value.AsInt32();

    /// <summary>Gets an integer of 64 bits.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an integer of 64 bits.</exception>
    public static explicit operator long(JsonAny value) => value.AsInt64();

    /// <summary>Gets an integer of 64 bits, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an integer of 64 bits, nor is it null.</exception>
    public static explicit operator long?(JsonAny value) => value.IsNull ? null : value.AsInt64();

    /// <summary>Gets a number as the nearest binary one.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public static explicit operator float(JsonAny value) => (float)value.AsDouble();

    /// <summary>Gets a number as the nearest binary one, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, nor is it null.</exception>
    public static explicit operator float?(JsonAny value) => value.IsNull ? null : (float)value.AsDouble();

    /// <summary>Gets a number as the nearest binary one.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a binary one.</exception>
    public static explicit operator double(JsonAny value) => value.AsDouble();

    /// <summary>Gets a number as the nearest binary one, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a binary one, nor is it null.</exception>
    public static explicit operator double?(JsonAny value) => value.IsNull ? null : value.AsDouble();

    /// <summary>Gets a number as a decimal one.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a decimal one.</exception>
    public static explicit operator decimal(JsonAny value) => value.AsDecimal();

    /// <summary>Gets a number as a decimal one, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a decimal one, nor is it null.</exception>
    public static explicit operator decimal?(JsonAny value) => value.IsNull ? null : value.AsDecimal();

    /// <summary>Gets a point in time; without an offset it is taken as UTC.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date and time in ISO 8601.</exception>
    public static explicit operator DateTimeOffset(JsonAny value) => value.AsDateTimeOffset();

    /// <summary>Gets a point in time; without an offset it is taken as UTC, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date and time in ISO 8601, nor is it
    /// null.</exception>
    public static explicit operator DateTimeOffset?(JsonAny value) => value.IsNull ? null : value.AsDateTimeOffset();

    /// <summary>Gets a date and time, in UTC if it has an offset, else of an unspecified kind.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date and time in ISO 8601.</exception>
    public static explicit operator DateTime(JsonAny value) => value.AsDateTime();

    /// <summary>Gets a date and time, in UTC if it has an offset, else of an unspecified kind, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date and time in ISO 8601, nor is it
    /// null.</exception>
    public static explicit operator DateTime?(JsonAny value) => value.IsNull ? null : value.AsDateTime();

    /// <summary>Gets a date; of a date and time, the day as written.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date (<c>yyyy-MM-dd</c>).</exception>
    public static explicit operator DateOnly(JsonAny value) => value.AsDateOnly();

    /// <summary>Gets a date; of a date and time, the day as written, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date (<c>yyyy-MM-dd</c>), nor is it
    /// null.</exception>
    public static explicit operator DateOnly?(JsonAny value) => value.IsNull ? null : value.AsDateOnly();

    /// <summary>Gets a time of day.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a time (<c>HH:mm:ss</c>, with a fraction or
    /// without).</exception>
    public static explicit operator TimeOnly(JsonAny value) => value.AsTimeOnly();

    /// <summary>Gets a time of day, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a time (<c>HH:mm:ss</c>, with a fraction or
    /// without), nor is it null.</exception>
    public static explicit operator TimeOnly?(JsonAny value) => value.IsNull ? null : value.AsTimeOnly();

    /// <summary>Gets a GUID.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a GUID.</exception>
    public static explicit operator Guid(JsonAny value) => value.AsGuid();

    /// <summary>Gets a GUID, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a GUID, nor is it null.</exception>
    public static explicit operator Guid?(JsonAny value) => value.IsNull ? null : value.AsGuid();

    /// <summary>Gets an unsigned integer of 64 bits.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an unsigned integer of 64 bits.</exception>
    public static explicit operator ulong(JsonAny value) =>
        value.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= 0 and <= ulong.MaxValue
            ? (ulong)number
            : throw value.Not("an unsigned integer of 64 bits");

    /// <summary>Gets an unsigned integer of 64 bits, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an unsigned integer of 64 bits, nor is it
    /// null.</exception>
    public static explicit operator ulong?(JsonAny value) => value.IsNull ? null : (ulong)value;

    /// <summary>Gets any value as an element.</summary>
    /// <param name="value">The JSON value.</param>
    public static explicit operator JsonElement(JsonAny value) => value.AsElement();

    /// <summary>Gets any value as a node that can be changed, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    public static explicit operator JsonNode?(JsonAny value) => value.IsNull ? null : JsonNode.Parse(value.AsElement().GetRawText());

    /// <summary>Gets the items of an array, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither an array nor null.</exception>
    public static explicit operator JsonAny[]?(JsonAny value) => value.IsNull ? null : [.. value.EnumerateArray()];

    /// <summary>Gets the items of an array, or null for JSON null.</summary>
    /// <param name="value">The JSON value.</param>
    /// <exception cref="InvalidOperationException">The value is neither an array nor null.</exception>
    public static explicit operator List<JsonAny>?(JsonAny value) => value.IsNull ? null : [.. value.EnumerateArray()];

    /// <summary>Gets the members of an object, or null for JSON null. Of two members with one name the last wins.</summary>
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
