using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KoreXo.Runtime;

namespace KoreXo;

/// <content>Conversions to .NET values, each as a method that throws and one that does not.</content>
public readonly partial struct JsonAny
{
    /// <summary>Gets the value as a string.</summary>
    /// <returns>The string.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string AsString() => TryGetString(out var value) ? value : throw Not("a string");

    /// <summary>Gets the value as a Boolean.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is neither true nor false.</exception>
    public bool AsBoolean() => TryGetBoolean(out var value) ? value : throw Not("true or false");

    /// <summary>Gets the value as a 32-bit integer.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or not a 32-bit integer.</exception>
    public int AsInt32() => TryGetInt32(out var value) ? value : throw Not("a 32-bit integer");

    /// <summary>Gets the value as a 64-bit integer.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or not a 64-bit integer.</exception>
    public long AsInt64() => TryGetInt64(out var value) ? value : throw Not("a 64-bit integer");

    /// <summary>Gets the value as the nearest <see cref="double"/>.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a <see cref="double"/>.</exception>
    public double AsDouble() => TryGetDouble(out var value) ? value : throw Not("a number");

    /// <summary>Gets the value as a <see cref="decimal"/>.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a number, or too large for a <see cref="decimal"/>.</exception>
    public decimal AsDecimal() => TryGetDecimal(out var value) ? value : throw Not("a decimal number");

    /// <summary>Gets the value as a point in time. Without an offset, UTC is assumed.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that contains an ISO 8601 date and time.</exception>
    public DateTimeOffset AsDateTimeOffset() => TryGetDateTimeOffset(out var value) ? value : throw Not("a date and time (ISO 8601)");

    /// <summary>Gets the value as a date and time. The result is UTC if there is an offset, and of unspecified kind otherwise.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that contains an ISO 8601 date and time.</exception>
    public DateTime AsDateTime() => TryGetDateTime(out var value) ? value : throw Not("a date and time (ISO 8601)");

    /// <summary>Gets the value as a date. For a date and time, it is the date as written.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that contains a date (<c>yyyy-MM-dd</c>).</exception>
    public DateOnly AsDateOnly() => TryGetDateOnly(out var value) ? value : throw Not("a date (yyyy-MM-dd)");

    /// <summary>Gets the value as a time of day.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that contains a time (<c>HH:mm:ss</c>, with a fraction or
    /// without).</exception>
    public TimeOnly AsTimeOnly() => TryGetTimeOnly(out var value) ? value : throw Not("a time (HH:mm:ss)");

    /// <summary>Gets the value as a GUID.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The value is not a string that contains a GUID.</exception>
    public Guid AsGuid() => TryGetGuid(out var value) ? value : throw Not("a GUID");

    /// <summary>Gets the value as a string, if it is one.</summary>
    /// <param name="value">The string.</param>
    /// <returns><see langword="true"/> if the value is a string.</returns>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = _kind == JsonValueKind.String ? (string)_payload! : null;
        return value is not null;
    }

    /// <summary>Gets the value as a Boolean, if it is one.</summary>
    /// <param name="value">The result, or the default value.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetBoolean(out bool value)
    {
        value = _kind == JsonValueKind.True;
        return value || _kind == JsonValueKind.False;
    }

    /// <summary>Gets the value as a 32-bit integer, if it is one.</summary>
    /// <param name="value">The result, or the default value.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetInt32(out int value)
    {
        var isInteger = TryGetInt64(out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = isInteger ? (int)wide : 0;
        return isInteger;
    }

    /// <summary>Gets the value as a 64-bit integer, if it is one.</summary>
    /// <param name="value">The result, or the default value.</param>
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

    /// <summary>Gets the value as the nearest <see cref="double"/>, if it is a number.</summary>
    /// <param name="value">The result, or the default value.</param>
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

    /// <summary>Gets the value as a <see cref="decimal"/>, if it is a number.</summary>
    /// <param name="value">The result, or the default value.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        value = _integer;
        return _kind == JsonValueKind.Number
            && (_payload is not string text || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value));
    }

    /// <summary>Gets the value as a point in time, if it is one. Without an offset, UTC is assumed.</summary>
    /// <param name="value">The result, or the default value.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        return TryGetString(out var text) && IsoTime.TryParse(text, out value);
    }

    /// <summary>
    /// Gets the value as a date and time, if it is one. The result is UTC if there is an offset, and of unspecified kind otherwise.
    /// </summary>
    /// <param name="value">The result, or the default value.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDateTime(out DateTime value)
    {
        value = default;
        return TryGetString(out var text) && IsoTime.TryParseDateTime(text, out value);
    }

    /// <summary>Gets the value as a date, if it is one. For a date and time, it is the date as written.</summary>
    /// <param name="value">The result, or the default value.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetDateOnly(out DateOnly value)
    {
        value = default;
        return TryGetString(out var text) && IsoTime.TryParseDate(text, out value);
    }

    /// <summary>Gets the value as a time of day, if it is one.</summary>
    /// <param name="value">The result, or the default value.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetTimeOnly(out TimeOnly value)
    {
        value = default;
        return TryGetString(out var text) && IsoTime.TryParseTime(text, out value);
    }

    /// <summary>Gets the value as a GUID, if it is one.</summary>
    /// <param name="value">The result, or the default value.</param>
    /// <returns><see langword="true"/> if there is a result.</returns>
    public bool TryGetGuid(out Guid value)
    {
        value = default;
        return TryGetString(out var text) && Guid.TryParse(text, out value);
    }
}
