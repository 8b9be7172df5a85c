using System.Text.Json;
using KoreXo.Simulator.Wire;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Reads a JSON body and validates it against its schema.</summary>
internal static class JsonBodyReader
{
    /// <exception cref="RefusalException">The body is not JSON, or violates the schema.</exception>
    public static JsonElement Read(JsonSchema schema, ReadOnlyMemory<byte> body)
    {
        try
        {
            var (element, tree) = SentJson.Parse(body);
            var faults = SchemaCheck.RequestFaults(schema, tree, "The body");
            return faults.Count > 0 ? throw RefusalException.BadRequest(faults) : element;
        }
        catch (JsonException exception)
        {
            throw RefusalException.BadRequest($"The body is not valid JSON: {exception.Message.TrimEnd('.')}.");
        }
    }
}
