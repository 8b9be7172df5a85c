using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// The location of a job's states: a JSON pointer whose segments may end with <c>[]</c>, which denotes each item of the array there.
/// </summary>
internal static class StatePointer
{
    private const string Each = "[]";

    public static List<string?> Find(JsonElement status, string pointer)
    {
        var states = new List<string?>();
        var path = pointer.Contains(Each, StringComparison.Ordinal) && !pointer.StartsWith('/') ? "/" + pointer : pointer;
        Collect(status, JsonPointer.Parse(path).Segments, states);
        return states;
    }

    private static void Collect(JsonElement at, ReadOnlySpan<string> path, List<string?> states)
    {
        if (path.IsEmpty)
        {
            states.Add(
                at.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array
                    ? null
                    : JsonAny.FromElement(at).ToString()
            );
            return;
        }

        var each = path[0].EndsWith(Each, StringComparison.Ordinal);
        var name = each ? path[0][..^Each.Length] : path[0];
        JsonElement? next = name.Length == 0 && each ? at : JsonPointer.Step(at, name);
        if (next is not { } found || (each && found.ValueKind != JsonValueKind.Array))
        {
            states.Add(null);
            return;
        }

        if (!each)
        {
            Collect(found, path[1..], states);
            return;
        }

        foreach (var item in found.EnumerateArray())
        {
            Collect(item, path[1..], states);
        }
    }
}
