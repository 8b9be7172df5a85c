using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>Every place of a body, and copies of the body in which one place holds something else.</summary>
internal sealed class BodyPlaces(JsonNode planned, JsonNode complete)
{
    /// <summary>What stands for the text that a test puts there.</summary>
    public const string Mark = "@raw@";

    /// <summary>The pointers of all members that the request has or may have; of lists, those of the first item.</summary>
    public IEnumerable<string> Pointers => Walk(planned, "").Union(Walk(complete, ""), StringComparer.Ordinal);

    /// <summary>
    /// The planned body with the mark at this place. Where it does not reach there, it takes the rest of the way from the complete one.
    /// </summary>
    public JsonNode With(string pointer)
    {
        var root = planned.DeepClone();
        var tokens = JsonPointer.Tokens(pointer).ToList();
        var (at, source) = (root, (JsonNode?)complete);
        foreach (var token in tokens.Take(tokens.Count - 1))
        {
            source = Child(source, token);
            if (Child(at, token) is not { } next)
            {
                next = source!.DeepClone();
                Set(at, token, next);
            }

            at = next;
        }

        Set(at, tokens[^1], JsonValue.Create(Mark));
        return root;
    }

    private static IEnumerable<string> Walk(JsonNode? node, string pointer) =>
        node switch
        {
            JsonObject value => value.SelectMany(member =>
                Walk(member.Value, JsonPointer.Append(pointer, member.Key)).Prepend(JsonPointer.Append(pointer, member.Key))
            ),
            JsonArray { Count: > 0 } list => Walk(list[0], pointer + "/0").Prepend(pointer + "/0"),
            _ => [],
        };

    private static JsonNode? Child(JsonNode? node, string token) =>
        node switch
        {
            JsonObject value => value[token],
            JsonArray list when list.Count > 0 => list[0],
            _ => null,
        };

    private static void Set(JsonNode node, string token, JsonNode? value)
    {
        if (node is JsonArray list)
        {
            list.Clear();
            list.Add(value);
        }
        else if (node is JsonObject members)
        {
            members[token] = value;
        }
    }
}
