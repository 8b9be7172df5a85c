using System.Text.Json;

namespace KoreXo.Simulator;

/// <summary>Reads members of an object that the schema has held already: absent and null are the same.</summary>
internal static class JsonMembers
{
    public static JsonElement? Member(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static string? Text(this JsonElement value, string name) => value.Member(name)?.GetString();

    public static bool? Flag(this JsonElement value, string name) => value.Member(name)?.GetBoolean();

    public static long? Integer(this JsonElement value, string name) => value.Member(name)?.GetInt64();

    /// <summary>The items of a list; none where it is absent.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>The items of a list of texts; none where it is absent.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement value, string name) => [.. value.Items(name).Select(item => item.GetString()!)];
}
