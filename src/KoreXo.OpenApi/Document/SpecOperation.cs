using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>An operation: one method on one path.</summary>
internal sealed record SpecOperation(SpecDocument Document, SpecPath Path, string Verb, SpecNode Node, string Pointer)
{
    /// <summary>Gets the parameters of the path, then those of the operation itself, with references resolved.</summary>
    public IEnumerable<SpecParameter> Parameters => ParametersOf(Path.Node, Path.Pointer).Concat(ParametersOf(Node, Pointer));

    /// <summary>Gets the request body; null if the operation has none.</summary>
    public SpecBody? Body =>
        Node["requestBody"] is { } node && Document.Follow(node, JsonPointer.Append(Pointer, "requestBody")) is var (body, pointer)
            ? new SpecBody(Document, body, pointer)
            : null;

    /// <summary>Gets the responses, in document order.</summary>
    public List<SpecResponse> Responses
    {
        get
        {
            var responses = new List<SpecResponse>();
            var folder = JsonPointer.Append(Pointer, "responses");
            foreach (var (status, node) in SpecDocument.Objects(Node["responses"]))
            {
                var (response, pointer) = Document.Follow(node, JsonPointer.Append(folder, status));
                responses.Add(new SpecResponse(status, response, response is null ? [] : Document.Content(response, pointer)));
            }

            return responses;
        }
    }

    private IEnumerable<SpecParameter> ParametersOf(SpecNode owner, string pointer)
    {
        var items = owner["parameters"]?.Items ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            var (node, at) = Document.Follow(items[i], JsonPointer.Append(JsonPointer.Append(pointer, "parameters"), i));
            if (node is not null)
            {
                yield return new SpecParameter(Document, node, at);
            }
        }
    }
}
