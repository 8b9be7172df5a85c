using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>Compares JSON by what it means: a point in time may be written differently, and an absent member is one without a value.</summary>
internal static class ValueCheck
{
    public static bool Same(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (JsonObject a, JsonObject b) => a.Select(static member => member.Key).Union(b.Select(static member => member.Key)).All(name => Same(a[name], b[name])),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(static pair => Same(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) => JsonNode.DeepEquals(a, b) || (Text(a) is { } one && Text(b) is { } other && SameTime(one, other)) || SameNumber(a, b),
        _ => false,
    };

    private static string? Text(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool SameTime(string left, string right) =>
        DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var a)
        && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var b)
        && a == b;

    /// <summary>A number with more digits than a double has.</summary>
    private static bool SameNumber(JsonValue left, JsonValue right) =>
        left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number
        && double.Parse(left.ToJsonString(), CultureInfo.InvariantCulture).Equals(double.Parse(right.ToJsonString(), CultureInfo.InvariantCulture));
}
