using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Generation;

/// <summary>The example in a schema, where it is valid.</summary>
internal static class SchemaExample
{
    /// <summary>Returns the example; null if there is none, or if its own schema does not allow it.</summary>
    public static JsonNode? Of(JsonSchema schema)
    {
        // The library that reads schemas turns strings that look like dates into dates, whose spelling is lost then.
        var token = schema.Example switch
        {
            null or DateTime or DateTimeOffset => null,
            JToken tree => HasDate(tree) ? null : tree,
            var value => JToken.FromObject(value),
        };
        if (token is null or { Type: JTokenType.Null })
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(token.ToString(Formatting.None));
            return SchemaCheck.Faults(schema, ValidationTree.From(document.RootElement), "") is []
                ? JsonNode.Parse(document.RootElement.GetRawText())
                : null;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }

    private static bool HasDate(JToken tree) =>
        tree is JContainer container
            ? container.DescendantsAndSelf().Any(token => token.Type == JTokenType.Date)
            : tree.Type == JTokenType.Date;
}
