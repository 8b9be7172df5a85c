using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Requests;

/// <summary>Parses JSON that a caller sent, in a body, an uploaded file or a token.</summary>
internal static class SentJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    // Two members of one name are an error here, because parsers disagree on which of them counts. A client that sends both has a mistake
    // that would surface on the platform only, and there only sometimes.
    /// <summary>Parses the content twice: the schema validator needs its own tree, while the other one keeps numbers as written.</summary>
    /// <exception cref="JsonException">The content is not JSON, or has two members of one name or a string that is not Unicode.</exception>
    public static (JsonElement Element, JToken Tree) Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, Strict);
            var element = document.RootElement.Clone();
            return (element, ValidationTree.From(element));
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            // The first is for names that are not valid Unicode, which only the search for duplicates decodes.
            throw new JsonException(exception.Message, exception);
        }
    }
}
