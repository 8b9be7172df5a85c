using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using NJsonSchema;
using NSwag;

namespace KoreXo.Simulator.Documents;

/// <summary>
/// The schemas of a document as a validator takes them. What operations and parameters there are is not asked here, but in the document.
/// </summary>
internal sealed class ValidationSchemas
{
    private readonly OpenApiDocument _document;

    private ValidationSchemas(OpenApiDocument document) => _document = document;

    /// <exception cref="FormatException">The document says what OpenAPI does not know.</exception>
    public static async Task<ValidationSchemas> ReadAsync(SpecDocument document, CancellationToken cancellationToken)
    {
        // The tree is in the form of OpenAPI 3.0, whatever version it was written in.
        var root = document.Root;
        var normal = root.NewObject(("openapi", root.NewText("3.0.3")), ("paths", root["paths"]), ("components", root["components"]));
        try
        {
            return new(await OpenApiDocument.FromJsonAsync(SpecJson.Write(normal), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is InvalidOperationException or Newtonsoft.Json.JsonException)
        {
            throw new FormatException($"{document.FilePath} is not an OpenAPI document: {fault.Message}", fault);
        }
    }

    public JsonSchema OfParameter(SpecOperation operation, SpecParameter parameter) =>
        Find(operation)
            ?.ActualParameters.FirstOrDefault(candidate =>
                candidate.Name == parameter.Name
                && string.Equals(candidate.Kind.ToString(), parameter.In, StringComparison.OrdinalIgnoreCase)
            )
            ?.ActualSchema
        ?? new JsonSchema();

    /// <summary>One schema for each media type that the body may be sent in.</summary>
    public IReadOnlyDictionary<string, JsonSchema> OfBody(SpecOperation operation) => Content(Find(operation)?.RequestBody?.Content);

    public IReadOnlyDictionary<string, JsonSchema> OfResponse(SpecOperation operation, string status) =>
        Content(Find(operation)?.ActualResponses.GetValueOrDefault(status)?.Content);

    private OpenApiOperation? Find(SpecOperation operation) =>
        _document.Paths.TryGetValue(operation.Path.Template, out var path) && path.TryGetValue(operation.Verb, out var found)
            ? found
            : null;

    private static Dictionary<string, JsonSchema> Content(IDictionary<string, OpenApiMediaType>? contents) =>
        (contents ?? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)).ToDictionary(
            content => content.Key,
            content => content.Value.Schema?.ActualSchema ?? new JsonSchema(),
            StringComparer.OrdinalIgnoreCase
        );
}
