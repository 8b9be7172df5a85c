using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Runtime;

/// <summary>A location in a JSON value (RFC 6901). A string without a leading slash is the name of a member.</summary>
internal sealed class JsonPointer
{
    private JsonPointer(string[] segments) => Segments = segments;

    public string[] Segments { get; }

    public static JsonPointer Parse(string text)
    {
        if (text.Length == 0)
        {
            return new JsonPointer([]);
        }

        if (text[0] != '/')
        {
            return new JsonPointer([text]);
        }

        var segments = text[1..].Split('/');
        for (var index = 0; index < segments.Length; index++)
        {
            segments[index] = segments[index].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }

        return new JsonPointer(segments);
    }

    /// <summary>Finds the value at the location; <see langword="null"/> if there is none.</summary>
    public JsonElement? Find(JsonElement root)
    {
        JsonElement? found = root;
        foreach (var segment in Segments)
        {
            found = Step(found.Value, segment);
            if (found is null)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Sets the value at the location, creating the objects on the path.</summary>
    public void Set(JsonObject root, JsonNode value)
    {
        var owner = root;
        foreach (var segment in Segments.AsSpan(..^1))
        {
            if (owner[segment] is not JsonObject inner)
            {
                owner[segment] = inner = [];
            }

            owner = inner;
        }

        owner[Segments[^1]] = value;
    }

    internal static JsonElement? Step(JsonElement owner, string segment) =>
        owner.ValueKind switch
        {
            JsonValueKind.Object => owner.TryGetProperty(segment, out var member) ? member : null,
            JsonValueKind.Array => int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < owner.GetArrayLength()
                ? owner[index]
                : null,
            _ => null,
        };
}
