using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator;

/// <summary>Returns a stored value as it was written.</summary>
internal static class WireValue
{
    public static JsonNode? Node(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Object => JsonObject.Create(value),
            JsonValueKind.Array => JsonArray.Create(value),
            _ => JsonValue.Create(value),
        };

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
