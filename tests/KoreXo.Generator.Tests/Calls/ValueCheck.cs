using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>
/// Compares JSON by what it means: a point in time may be written differently, and an absent member is one without a value.
/// </summary>
internal static class ValueCheck
{
    /// <summary>The first place where two values differ, and how; null where they are the same.</summary>
    public static string? Difference(JsonNode? actual, JsonNode? expected, string pointer = "")
    {
        switch (actual, expected)
        {
            case (JsonObject one, JsonObject other):
                return one.Concat(other)
                    .Select(static member => member.Key)
                    .Distinct()
                    .Select(name => Difference(one[name], other[name], $"{pointer}/{name}"))
                    .FirstOrDefault(static found => found is not null);
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                return Enumerable
                    .Range(0, one.Count)
                    .Select(index => Difference(one[index], other[index], $"{pointer}/{index}"))
                    .FirstOrDefault(static found => found is not null);
            default:
                return Same(actual, expected)
                    ? null
                    : $"{(pointer.Length == 0 ? "the value" : pointer)} is {actual?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}";
        }
    }

    private static bool Same(JsonNode? left, JsonNode? right) =>
        (left, right) switch
        {
            (null, null) => true,
            (JsonValue one, JsonValue other) => JsonNode.DeepEquals(one, other)
                || (Text(one) is { } text && Text(other) is { } time && SameTime(text, time))
                || SameNumber(one, other),
            _ => false,
        };

    private static string? Text(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool SameTime(string left, string right) =>
        DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var a)
        && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var b)
        && a == b;

    /// <summary>A number with more digits than a double has.</summary>
    private static bool SameNumber(JsonValue left, JsonValue right) =>
        left.GetValueKind() == JsonValueKind.Number
        && right.GetValueKind() == JsonValueKind.Number
        && double.Parse(left.ToJsonString(), CultureInfo.InvariantCulture)
            .Equals(double.Parse(right.ToJsonString(), CultureInfo.InvariantCulture));
}
