using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using NJsonSchema;
using NSwag;

namespace KoreXo.Simulator.Documents;

/// <summary>
/// The schemas of a document in the form that the validator needs. Operations and parameters are read from the document itself.
/// </summary>
internal sealed class ValidationSchemas
{
    private readonly OpenApiDocument _document;

    private ValidationSchemas(OpenApiDocument document) => _document = document;

    /// <exception cref="FormatException">The document is not valid OpenAPI.</exception>
    public static async Task<ValidationSchemas> ReadAsync(SpecDocument document, CancellationToken cancellationToken)
    {
        // The tree is normalized to OpenAPI 3.0, whatever the version of the document.
        var normal = StrictForm.From(document.Root);
        try
        {
            return new(await OpenApiDocument.FromJsonAsync(SpecJson.Write(normal), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is InvalidOperationException or NotSupportedException or Newtonsoft.Json.JsonException)
        {
            throw new FormatException($"{document.FilePath} is not an OpenAPI document: {exception.Message}", exception);
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

    /// <summary>Returns one schema for each accepted media type of the body.</summary>
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
