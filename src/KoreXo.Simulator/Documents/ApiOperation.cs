using System.Globalization;
using System.Text.Json;
using KoreXo.OpenApi.Vocabulary;
using NJsonSchema;

namespace KoreXo.Simulator.Documents;

/// <summary>One operation of a document, or one variant of it: what it takes, what it answers, and what a caller must hold.</summary>
internal sealed class ApiOperation
{
    public required string Id { get; init; }

    /// <summary>The verb, in capitals.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyList<ApiParameter> Parameters { get; init; }

    public ApiBody? Body { get; init; }

    public required IReadOnlyList<ApiResponse> Responses { get; init; }

    /// <summary>
    /// The members of the body that tell this variant from the others of its verb and path; none where there are no variants.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Fixed { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Where the token stands; null when the operation asks for none.</summary>
    public TokenPlace? Token { get; init; }

    /// <summary>What may be held, any one being enough; null when the document does not say, empty when nothing is needed.</summary>
    public IReadOnlyList<ScopeAlternative>? Scopes { get; init; }

    /// <summary>How often it may be called; null when the document does not say.</summary>
    public XRateLimit? RateLimit { get; init; }

    /// <summary>How its document words a refusal for rate.</summary>
    public RefusalTexts Refusals { get; init; } = RefusalTexts.None;

    /// <summary>The status of a success: the first below 300 that the document describes, else 200.</summary>
    public int SuccessStatus => Success is { } success ? int.Parse(success.Status, CultureInfo.InvariantCulture) : 200;

    /// <summary>What the JSON of a success looks like; any value where the document does not say.</summary>
    public JsonSchema Answer => Success?.Schemas.GetValueOrDefault("application/json") ?? new JsonSchema();

    private ApiResponse? Success => Responses.FirstOrDefault(response => response.Status.StartsWith('2'));
}
