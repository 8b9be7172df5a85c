using System.Text.Json;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>Reads the operations of a document.</summary>
/// <param name="document">The document.</param>
/// <param name="schemas">Its schemas, for validation.</param>
/// <param name="knownScopes">The names of the scopes that it defines.</param>
internal sealed class OperationReader(SpecDocument document, ValidationSchemas schemas, HashSet<string> knownScopes)
{
    private readonly RefusalTexts _refusals = new(XRefusals.Read(document));
    private readonly SecurityReader _security = new(document);

    /// <summary>Returns an operation, or one for each of its variants.</summary>
    public IEnumerable<ApiOperation> Read(SpecOperation operation) =>
        XVariants.IsGiven(document, operation)
            ? XVariants.Read(document, operation).Select(variant => Read(operation, variant.Id, variant.Node))
            : [Read(operation, operation.Node.String("operationId") ?? $"{operation.Verb} {operation.Path.Template}", operation.Node)];

    /// <param name="operation">The operation.</param>
    /// <param name="id">The id of the operation or variant.</param>
    /// <param name="own">The node with the specific parts: a variant, or else the operation itself.</param>
    private ApiOperation Read(SpecOperation operation, string id, SpecNode own)
    {
        var parameters = Parameters(operation);
        return new()
        {
            Id = id,
            Method = HttpVerb.Method(operation.Verb),
            Path = operation.Path.Template,
            Parameters = parameters,
            Body = operation.Body is { } body ? new ApiBody(body.IsRequired, schemas.OfBody(operation)) : null,
            Responses =
            [
                .. operation.Responses.Select(response => new ApiResponse(response.Status, schemas.OfResponse(operation, response.Status))
                {
                    Examples = ExampleReader.Read(document, response),
                }),
            ],
            Fixed = ReadFixed(own == operation.Node ? null : own["body"]),
            Token = ReadToken(_security.Read(operation)),
            Security = _security.Read(operation),
            Scopes = ReadScopes(operation, own),
            RateLimit = XRateLimit.Read(
                document,
                operation,
                [.. parameters.Select(parameter => new ParameterKey(parameter.Place, parameter.Name))]
            ),
            Refusals = _refusals,
            Paging = XPaging.Read(document, operation),
            Job = XJob.Read(document, operation),
        };
    }

    /// <summary>Returns the parameters of the path and those of the operation, which take precedence.</summary>
    private List<ApiParameter> Parameters(SpecOperation operation)
    {
        var parameters = new Dictionary<ParameterKey, ApiParameter>();
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Location is { } place)
            {
                parameters[new ParameterKey(place, parameter.Name)] = new ApiParameter(
                    parameter.Name,
                    place,
                    parameter.IsRequired,
                    schemas.OfParameter(operation, parameter)
                )
                {
                    Style = parameter.Node.String("style"),
                    Explode = parameter.Node.Boolean("explode"),
                    IsJson = parameter.MediaType is { } type && MediaType.IsJson(type),
                };
            }
        }

        return [.. parameters.Values];
    }

    private EquatableArray<ScopeAlternative>? ReadScopes(SpecOperation operation, SpecNode own)
    {
        var owner = XScopes.Owner(own, operation.Node);
        return XScopes.IsGiven(document, owner) ? XScopes.Read(document, operation, owner, knownScopes)?.Alternatives : null;
    }

    private static Dictionary<string, JsonElement> ReadFixed(SpecNode? body)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in body?.Names ?? [])
        {
            using var value = JsonDocument.Parse(SpecJson.Write(body![name]!));
            members[name] = value.RootElement.Clone();
        }

        return members;
    }

    // "security: [{}, { jwt: [] }]" makes the token optional. The simulator does not ask for it then, because a caller without one is as
    // valid as a caller with one.
    /// <summary>
    /// Returns the header of the first scheme; null if there is none, if it has no header, or if an empty requirement makes it optional.
    /// </summary>
    private static TokenPlace? ReadToken(IReadOnlyList<SecurityRequirement> security) =>
        security.Count == 0 || security.Any(requirement => requirement.Schemes.Count == 0)
            ? null
            : security[0].Schemes[0] switch
            {
                { Kind: SchemeKind.KeyInHeader, Name: var name } => new TokenPlace(name, ""),
                { Kind: SchemeKind.Bearer } => new TokenPlace("Authorization", "Bearer "),
                _ => null,
            };
}
