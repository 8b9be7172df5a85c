using System.Globalization;

namespace KoreXo.Simulator;

/// <summary>
/// Parses a JSON number by its value rather than its spelling, as JSON Schema requires: <c>1e2</c> and <c>1.0</c> are integers.
/// </summary>
internal static class JsonNumber
{
    private const int LongestInteger = 19;

    /// <summary>Returns the value; null if it has a fraction or does not fit into 64 bits.</summary>
    public static long? ToInteger(ReadOnlySpan<char> text)
    {
        var isNegative = text.StartsWith('-');
        var mantissa = text.TrimStart('-');
        var exponent = 0L;
        if (mantissa.IndexOfAny('e', 'E') is >= 0 and var mark)
        {
            exponent = Exponent(mantissa[(mark + 1)..]);
            mantissa = mantissa[..mark];
        }

        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? [] : mantissa[(point + 1)..];
        var digits = string.Concat(point < 0 ? mantissa : mantissa[..point], fraction).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return 0;
        }

        //     1.50e3: digits 150, fraction 2, exponent 3  →  significant 15, zeros 3 - 2 + 1 = 2  →  1500
        // The value is an integer if no digit is left behind the point, that is, if this is not negative. Calculating with the digits
        // avoids the powers of ten: 1e999999999 is too large by its length, and is never written out.
        var zeros = exponent - fraction.Length + digits.Length - significant.Length;
        if (zeros < 0 || zeros > LongestInteger || significant.Length + zeros > LongestInteger)
        {
            return null;
        }

        var value = Int128.Parse(significant + new string('0', (int)zeros), NumberStyles.None, CultureInfo.InvariantCulture);
        value = isNegative ? -value : value;
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : null;
    }

    /// <summary>
    /// Returns the nearest value for comparison with the bounds of a schema, which are always within the range of a decimal.
    /// </summary>
    public static decimal ToBounded(ReadOnlySpan<char> text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        return text.StartsWith('-') ? decimal.MinValue : decimal.MaxValue;
    }

    /// <summary>Returns the exponent; one that overflows is treated like any other that is too large.</summary>
    private static long Exponent(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) ? exponent
        : text.StartsWith('-') ? int.MinValue
        : int.MaxValue;
}
