using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KoreXo.Runtime;

namespace KoreXo;

/// <content>The .NET values that JSON can be read as, each by a method that throws and by one that does not.</content>
public readonly partial struct JsonAny
{
    /// <summary>Gets a string.</summary>
    /// <returns>The string.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string AsString() => TryGetString(out var value) ? value : throw Not("a string");

    /// <summary>Gets a truth value.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is neither true nor false.</exception>
    public bool AsBoolean() => TryGetBoolean(out var value) ? value : throw Not("true or false");

    /// <summary>Gets an integer of 32 bits.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an integer of 32 bits.</exception>
    public int AsInt32() => TryGetInt32(out var value) ? value : throw Not("an integer of 32 bits");

    /// <summary>Gets an integer of 64 bits.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or not an integer of 64 bits.</exception>
    public long AsInt64() => TryGetInt64(out var value) ? value : throw Not("an integer of 64 bits");

    /// <summary>Gets a number as the nearest binary one.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a binary one.</exception>
    public double AsDouble() => TryGetDouble(out var value) ? value : throw Not("a number");

    /// <summary>Gets a number as a decimal one.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a decimal one.</exception>
    public decimal AsDecimal() => TryGetDecimal(out var value) ? value : throw Not("a decimal number");

    /// <summary>Gets a point in time; without an offset it is taken as UTC.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date and time in ISO 8601.</exception>
    public DateTimeOffset AsDateTimeOffset() => TryGetDateTimeOffset(out var value) ? value : throw Not("a date and time (ISO 8601)");

    /// <summary>Gets a date and time, in UTC if it has an offset, else of an unspecified kind.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date and time in ISO 8601.</exception>
    public DateTime AsDateTime() => TryGetDateTime(out var value) ? value : throw Not("a date and time (ISO 8601)");

    /// <summary>Gets a date; of a date and time, the day as written.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a date (<c>yyyy-MM-dd</c>).</exception>
    public DateOnly AsDateOnly() => TryGetDateOnly(out var value) ? value : throw Not("a date (yyyy-MM-dd)");

    /// <summary>Gets a time of day.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a time (<c>HH:mm:ss</c>, with a fraction or
    /// without).</exception>
    public TimeOnly AsTimeOnly() => TryGetTimeOnly(out var value) ? value : throw Not("a time (HH:mm:ss)");

    /// <summary>Gets a GUID.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that holds a GUID.</exception>
    public Guid AsGuid() => TryGetGuid(out var value) ? value : throw Not("a GUID");

    /// <summary>Gets a string, if the value is one.</summary>
    /// <param name="value">The string.</param>
    /// <returns><see langword="true"/> if the value is a string.</returns>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = _kind == JsonValueKind.String ? (string)_payload! : null;
        return value is not null;
    }

    /// <summary>Gets a truth value, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetBoolean(out bool value)
    {
        value = _kind == JsonValueKind.True;
        return value || _kind == JsonValueKind.False;
    }

    /// <summary>Gets an integer of 32 bits, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetInt32(out int value)
    {
        var isInteger = TryGetInt64(out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = isInteger ? (int)wide : 0;
        return isInteger;
    }

    /// <summary>Gets an integer of 64 bits, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetInt64(out long value)
    {
        value = _integer;
        if (_kind != JsonValueKind.Number || _payload is null)
        {
            return _kind == JsonValueKind.Number;
        }

        var isInteger = TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue;
        value = isInteger ? (long)number : 0;
        return isInteger;
    }

    /// <summary>Gets a number as the nearest binary one, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDouble(out double value)
    {
        value = _kind == JsonValueKind.Number ? ToDouble() : 0;
        if (double.IsFinite(value))
        {
            return _kind == JsonValueKind.Number;
        }

        value = 0;
        return false;
    }

    /// <summary>Gets a number as a decimal one, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        value = _integer;
        return _kind == JsonValueKind.Number
            && (_payload is not string text || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));
    }

    /// <summary>Gets a point in time; without an offset it is taken as UTC, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        return TryGetString(out var text) && IsoTime.TryParse(text, out value);
    }

    /// <summary>Gets a date and time, in UTC if it has an offset, else of an unspecified kind, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDateTime(out DateTime value)
    {
        value = default;
        return TryGetString(out var text) && IsoTime.TryParseDateTime(text, out value);
    }

    /// <summary>Gets a date; of a date and time, the day as written, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDateOnly(out DateOnly value)
    {
        value = default;
        return TryGetString(out var text) && IsoTime.TryParseDate(text, out value);
    }

    /// <summary>Gets a time of day, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetTimeOnly(out TimeOnly value)
    {
        value = default;
        return TryGetString(out var text) && IsoTime.TryParseTime(text, out value);
    }

    /// <summary>Gets a GUID, if the value is one.</summary>
    /// <param name="value">The result; the default value if there is none.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetGuid(out Guid value)
    {
        value = default;
        return TryGetString(out var text) && Guid.TryParse(text, out value);
    }
}
