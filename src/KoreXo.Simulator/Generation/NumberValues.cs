using System.Text.Json.Nodes;
using NJsonSchema;

namespace KoreXo.Simulator.Generation;

/// <summary>Generates numbers within the bounds of a schema.</summary>
internal sealed class NumberValues(ValueSource source)
{
    private const long Usual = 100;

    public JsonValue Create(JsonSchema schema, bool isInteger)
    {
        try
        {
            return Json(Within(schema, isInteger));
        }
        catch (OverflowException)
        {
            // The bounds are too far from zero, or from each other, to calculate with. Each of them is a value, unless it is excluded.
            return Json(schema.Minimum ?? schema.Maximum ?? 0);
        }
    }

    private decimal Within(JsonSchema schema, bool isInteger)
    {
        var step = schema.MultipleOf is { } multiple and > 0 ? multiple : 1m;
        // Both bounds of a side may be given; the narrower one counts.
        var isExclusiveBelow = schema.ExclusiveMinimum is { } above ? !(schema.Minimum > above) : schema.IsExclusiveMinimum;
        var isExclusiveAbove = schema.ExclusiveMaximum is { } below ? !(schema.Maximum < below) : schema.IsExclusiveMaximum;
        var most = isExclusiveAbove ? schema.ExclusiveMaximum ?? schema.Maximum : schema.Maximum;
        var least =
            (isExclusiveBelow ? schema.ExclusiveMinimum ?? schema.Minimum : schema.Minimum) ?? Math.Min(0, (most ?? 0) - (Usual * step));

        // 0.1 to 0.9 has no integer in it. The middle is as good as any other number.
        var first = Math.Ceiling(least / step);
        first = isExclusiveBelow && first * step == least ? first + 1 : first;
        var last = most is { } end ? Math.Floor(end / step) : first + Usual;
        last = isExclusiveAbove && last * step == most ? last - 1 : last;
        if (isInteger)
        {
            var (lowest, highest) = schema.Format == "int32" ? (int.MinValue, int.MaxValue) : (long.MinValue, long.MaxValue);
            (first, last) = (Math.Max(first, Math.Ceiling(lowest / step)), Math.Min(last, Math.Floor(highest / step)));
        }

        if (last < first)
        {
            return isInteger ? decimal.Truncate(least) : (least + (most ?? least)) / 2;
        }

        return (first + source.Next((int)Math.Min(last - first + 1, int.MaxValue))) * step;
    }

    private static JsonValue Json(decimal value) =>
        value == decimal.Truncate(value) && value is > long.MinValue and < long.MaxValue
            ? JsonValue.Create((long)value)
            : JsonValue.Create(value);
}
