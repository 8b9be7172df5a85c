using System.Globalization;
using System.Text.Json;

namespace KoreXo.Simulator.Tables;

/// <summary>
/// A value in a comparison. Numbers are compared as numbers, and so are a number and a numeric string, since the platform's samples write
/// every filter value as a string: <c>10</c> is greater than <c>"9"</c>. Everything else is compared as ordinal strings.
/// </summary>
internal readonly struct CellValue
{
    private readonly JsonElement _element;
    private readonly string? _text;

    private CellValue(JsonElement element, string? text)
    {
        _element = element;
        _text = text;
    }

    /// <summary>
    /// Gets a value indicating whether the value is absent or null: equal only to null, and neither less nor greater than anything.
    /// </summary>
    private bool IsNull => _text is null && _element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    private bool IsNumber => _text is null && _element.ValueKind == JsonValueKind.Number;

    private bool IsTree => _text is null && _element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    public static CellValue From(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? new CellValue(default, element.GetString()) : new CellValue(element, null);

    public static CellValue From(string text) => new(default, text);

    /// <summary>Returns a number less than, equal to or greater than zero; null if the values are neither ordered nor equal.</summary>
    public static int? Compare(CellValue left, CellValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull && right.IsNull ? 0 : null;
        }

        if (left.IsTree || right.IsTree)
        {
            return left.IsTree && right.IsTree && JsonElement.DeepEquals(left._element, right._element) ? 0 : null;
        }

        // Two strings of digits are compared as strings: "10" comes before "9". One of the two has to be a number to make it a comparison
        // of numbers.
        if ((left.IsNumber || right.IsNumber) && CompareNumbers(left.ToString(), right.ToString()) is { } order)
        {
            return order;
        }

        return string.CompareOrdinal(left.ToString(), right.ToString());
    }

    public override string ToString() =>
        _text
        ?? _element.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => _element.GetRawText(),
        };

    // Up to 28 digits fit a decimal exactly: 0.1 is less than 0.10000000000000001, and ids of 20 digits differ in their last one. Beyond
    // that, or with an exponent, both are compared as doubles, which is near enough to order them.
    private static int? CompareNumbers(string left, string right)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        const int DecimalDigits = 28;
        if (
            left.Length <= DecimalDigits
            && right.Length <= DecimalDigits
            && decimal.TryParse(left, Plain, CultureInfo.InvariantCulture, out var exactLeft)
            && decimal.TryParse(right, Plain, CultureInfo.InvariantCulture, out var exactRight)
        )
        {
            return exactLeft.CompareTo(exactRight);
        }

        const NumberStyles Scientific = Plain | NumberStyles.AllowExponent;
        return
            double.TryParse(left, Scientific, CultureInfo.InvariantCulture, out var about)
            && double.TryParse(right, Scientific, CultureInfo.InvariantCulture, out var other)
            && !double.IsNaN(about)
            && !double.IsNaN(other)
            ? about.CompareTo(other)
            : null;
    }
}
