using System.Text.Json;
using KoreXo.OpenApi.Text;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Requests;

/// <summary>
/// Copies a JSON value into the tree of the schema validator, in which each number has a type that the validator can compare.
/// </summary>
internal static class ValidationTree
{
    /// <exception cref="FormatException">A string or a name is not valid Unicode.</exception>
    public static JToken From(JsonElement value) => From(value, "");

    private static JToken From(JsonElement value, string pointer) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Object(value, pointer),
            JsonValueKind.Array => new JArray(value.EnumerateArray().Select((item, index) => From(item, $"{pointer}/{index}"))),
            JsonValueKind.String => new JValue(Text(value, pointer)),
            JsonValueKind.Number => Number(value.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => new JValue(value.GetBoolean()),
            _ => JValue.CreateNull(),
        };

    // The validator decides by the .NET type of a number whether it is an integer, and its own parser makes 1.0 a double and 1e2 as well.
    // By value both are integers, and 1.5 is none, whatever it is written like.
    public static JValue Number(ReadOnlySpan<char> text) =>
        JsonNumber.ToInteger(text) is { } integer ? new JValue(integer) : new JValue(JsonNumber.ToBounded(text));

    private static JObject Object(JsonElement value, string pointer)
    {
        var copy = new JObject();
        foreach (var member in value.EnumerateObject())
        {
            var name = Name(member, pointer);
            copy[name] = From(member.Value, JsonPointer.Append(pointer, name));
        }

        return copy;
    }

    private static string Name(JsonProperty member, string pointer)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw NoText($"the name of a member{(pointer.Length > 0 ? $" at {pointer}" : "")}");
        }
    }

    private static string Text(JsonElement value, string pointer)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw NoText($"the string{(pointer.Length > 0 ? $" at {pointer}" : "")}");
        }
    }

    private static FormatException NoText(string what) => new($"{what} has half of a surrogate pair, or bytes that are not UTF-8");
}
