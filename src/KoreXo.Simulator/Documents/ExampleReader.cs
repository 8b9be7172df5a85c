using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Simulator.Documents;

/// <summary>Reads the examples of a response as they are written, before any library has turned strings into dates.</summary>
internal static class ExampleReader
{
    public static IReadOnlyDictionary<string, IReadOnlyList<JsonNode>> Read(SpecDocument document, SpecResponse response)
    {
        var examples = new Dictionary<string, IReadOnlyList<JsonNode>>(StringComparer.OrdinalIgnoreCase);
        foreach (var media in response.Content)
        {
            IReadOnlyList<JsonNode> found = [.. Nodes(document, media).Select(Json).OfType<JsonNode>()];
            if (found.Count > 0)
            {
                examples[media.Type] = found;
            }
        }

        return examples;
    }

    private static IEnumerable<SpecNode> Nodes(SpecDocument document, SpecMedia media)
    {
        if (media.Node["example"] is { } example)
        {
            yield return example;
        }

        foreach (var (_, node) in SpecDocument.Objects(media.Node["examples"]))
        {
            if (document.Follow(node, "").Node is { } named && (named["value"] ?? named["dataValue"]) is { } value)
            {
                yield return value;
            }
        }

        if (document.Resolve(media.Schema).Node["example"] is { } whole)
        {
            yield return whole;
        }
    }

    /// <summary>Returns the value; null for null, which is no example of anything.</summary>
    private static JsonNode? Json(SpecNode node)
    {
        try
        {
            return JsonNode.Parse(SpecJson.Write(node));
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // A YAML number such as .inf.
        }
    }
}
