using System.Globalization;
using System.Text.Json;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator;

/// <summary>Reads members of an object that has been validated against its schema; absent and null are treated alike.</summary>
internal static class JsonMembers
{
    public static JsonElement? Member(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    /// <exception cref="RefusalException">400: the value is not a string, which a schema with several shapes may allow.</exception>
    public static string? Text(this JsonElement value, string name) =>
        value.Member(name) is { } member
            ? (member.ValueKind == JsonValueKind.String ? member.GetString() : throw Wrong(name, "a text"))
            : null;

    /// <exception cref="RefusalException">400: the value is neither true nor false.</exception>
    public static bool? Flag(this JsonElement value, string name) =>
        value.Member(name) is { } member
            ? (member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : throw Wrong(name, "true or false"))
            : null;

    /// <exception cref="RefusalException">400: the value is not a 64-bit integer.</exception>
    public static long? Integer(this JsonElement value, string name) =>
        value.Member(name) is { } member
            ? (member.ValueKind == JsonValueKind.Number ? JsonNumber.ToInteger(member.GetRawText()) : null)
                ?? throw Wrong(name, "an integer of at most 64 bits")
            : null;

    /// <exception cref="RefusalException">400: the value is not a number, or is too large to calculate with.</exception>
    public static double? Number(this JsonElement value, string name)
    {
        if (value.Member(name) is not { } member)
        {
            return null;
        }

        var number = member.ValueKind == JsonValueKind.Number ? member.GetDouble() : double.NaN;
        return double.IsFinite(number) ? number : throw Wrong(name, "a number that is not too large");
    }

    /// <summary>Returns a date and time; null also if the string is not one.</summary>
    public static DateTimeOffset? Moment(this JsonElement value, string name) =>
        DateTimeOffset.TryParse(value.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    /// <summary>Returns the items of a list; empty if it is absent.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>Returns the items of a list of strings; empty if it is absent.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement value, string name) =>
        [
            .. value
                .Items(name)
                .Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(name, "a list of texts")),
        ];

    private static RefusalException Wrong(string name, string expected) =>
        RefusalException.BadRequest($"The body is not valid at {name}: {expected} is expected.");
}
