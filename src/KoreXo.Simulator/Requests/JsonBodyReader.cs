using System.Text.Json;
using KoreXo.Simulator.Wire;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Reads a JSON body and validates it against its schema.</summary>
internal static class JsonBodyReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="RefusalException">The body is not JSON, or violates the schema.</exception>
    public static JsonElement Read(JsonSchema schema, ReadOnlyMemory<byte> body)
    {
        var (element, tree) = Parse(body);
        var faults = SchemaCheck.RequestFaults(schema, tree, "The body");
        return faults.Count > 0 ? throw RefusalException.BadRequest(faults) : element;
    }

    // Two members of one name are an error here, because parsers disagree on which of them counts. A client that sends both has a mistake
    // that would surface on the platform only, and there only sometimes.
    /// <summary>Parses the body twice: the schema validator needs its own tree, while the other one keeps numbers as written.</summary>
    private static (JsonElement Element, JToken Tree) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            var element = document.RootElement.Clone();
            return (element, ValidationTree.From(element));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The second exception is for names that are not valid Unicode, which only the search for duplicates decodes.
            throw RefusalException.BadRequest($"The body is not valid JSON: {exception.Message.TrimEnd('.')}.");
        }
    }
}
