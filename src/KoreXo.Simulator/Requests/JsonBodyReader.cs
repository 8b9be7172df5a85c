using System.Globalization;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Reads a JSON body and holds it against its schema.</summary>
internal static class JsonBodyReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="RefusalException">The body is not JSON, or not what the schema allows.</exception>
    public static JsonElement Read(JsonSchema schema, ReadOnlyMemory<byte> body)
    {
        var (element, token) = Parse(body);
        var faults = SchemaCheck.Faults(schema, token, "The body");
        return faults.Count > 0 ? throw RefusalException.BadRequest(faults) : element;
    }

    /// <summary>Twice: the schema validator wants its own tree, and the other one keeps numbers as they were written.</summary>
    private static (JsonElement Element, JToken Token) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            using var reader = new JsonTextReader(new StreamReader(new MemoryStream(body.ToArray(), writable: false), Encoding.UTF8))
            {
                DateParseHandling = DateParseHandling.None,
                Culture = CultureInfo.InvariantCulture,
            };
            return (document.RootElement.Clone(), JToken.ReadFrom(reader));
        }
        catch (System.Text.Json.JsonException fault)
        {
            throw RefusalException.BadRequest($"The body is not valid JSON: {fault.Message}");
        }
        catch (JsonReaderException fault)
        {
            throw RefusalException.BadRequest($"The body is not valid JSON: {fault.Message}");
        }
    }
}
