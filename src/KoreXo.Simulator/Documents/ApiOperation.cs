using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;
using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>An operation of a document, or a variant of one: what it accepts, what it returns, and which scopes it requires.</summary>
internal sealed record ApiOperation
{
    public required string Id { get; init; }

    /// <summary>Gets the HTTP method in upper case.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyList<ApiParameter> Parameters { get; init; }

    public ApiBody? Body { get; init; }

    public required IReadOnlyList<ApiResponse> Responses { get; init; }

    /// <summary>
    /// Gets the body members that distinguish this variant from the others with the same method and path; empty if there are no variants.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Fixed { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Gets the location of the token; null if the operation requires none.</summary>
    public TokenPlace? Token { get; init; }

    /// <summary>Gets the ways to authenticate, any of which suffices; empty if the document requires none.</summary>
    public IReadOnlyList<SecurityRequirement> Security { get; init; } = [];

    /// <summary>
    /// Gets the alternatives, any of which suffices; null if the document does not state them, empty if no scope is needed.
    /// </summary>
    public IReadOnlyList<ScopeAlternative>? Scopes { get; init; }

    /// <summary>Gets the rate limit; null if the document gives none.</summary>
    public XRateLimit? RateLimit { get; init; }

    /// <summary>Gets the messages with which its document reports rate limiting.</summary>
    public RefusalTexts Refusals { get; init; } = RefusalTexts.None;

    /// <summary>Gets the paging of the list that the operation returns; null if the document describes none.</summary>
    public XPaging? Paging { get; init; }

    /// <summary>Gets the job that the operation starts; null if the document describes none.</summary>
    public XJob? Job { get; init; }

    /// <summary>Gets the success status: the first one below 300 in the document, or else 200.</summary>
    public int SuccessStatus => Success?.Code ?? 200;

    /// <summary>Gets the schema of a success response; any value if the document has none.</summary>
    public JsonSchema Answer => Success?.Schemas.GetValueOrDefault("application/json") ?? new JsonSchema();

    /// <summary>Gets the response with the success status; null if the document has none.</summary>
    public ApiResponse? Success => Responses.FirstOrDefault(response => response.Status.StartsWith('2'));
}

/// <summary>A parameter outside the body.</summary>
internal sealed record ApiParameter(string Name, ParameterLocation Place, bool Required, JsonSchema Schema)
{
    /// <summary>Gets the style in which lists and objects are written, such as <c>form</c>; null for the default of the place.</summary>
    public string? Style { get; init; }

    /// <summary>Gets a value indicating whether each item or member is written separately; null for the default of the style.</summary>
    public bool? Explode { get; init; }

    /// <summary>Gets a value indicating whether the value is sent as JSON.</summary>
    public bool IsJson { get; init; }
}

/// <summary>The body of an operation, with one schema for each accepted media type.</summary>
internal sealed record ApiBody(bool Required, IReadOnlyDictionary<string, JsonSchema> Schemas);

/// <summary>A response in the document: its status as written there, and one schema for each media type.</summary>
internal sealed record ApiResponse(string Status, IReadOnlyDictionary<string, JsonSchema> Schemas)
{
    /// <summary>Gets the documented examples, by media type.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonNode>> Examples { get; init; } =
        new Dictionary<string, IReadOnlyList<JsonNode>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Gets the status as a number: the first of a range such as <c>2XX</c>, and 200 for <c>default</c> and what is no status.
    /// </summary>
    public int Code =>
        int.TryParse(Status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? (code is >= 100 and <= 599 ? code : 200)
        : Status.Length == 3 && char.IsAsciiDigit(Status[0]) ? (Status[0] - '0') * 100
        : 200;

    /// <summary>Gets a value indicating whether a response with the status may have content, whatever the document describes.</summary>
    public bool HasContent => Code is not (204 or 205 or 304);
}
