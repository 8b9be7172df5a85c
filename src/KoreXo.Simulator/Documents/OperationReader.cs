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

    /// <summary>Returns an operation, or one for each of its variants.</summary>
    public IEnumerable<ApiOperation> Read(SpecOperation operation) =>
        XVariants.IsGiven(operation)
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
            Parameters = [.. parameters.Where(parameter => parameter.Place != ParameterLocation.Cookie)],
            Body = operation.Body is { } body ? new ApiBody(body.IsRequired, schemas.OfBody(operation)) : null,
            Responses =
            [
                .. operation.Responses.Select(response => new ApiResponse(response.Status, schemas.OfResponse(operation, response.Status))),
            ],
            Fixed = ReadFixed(own == operation.Node ? null : own["body"]),
            Token = ReadToken(operation.Node["security"] ?? document.Root["security"]),
            Scopes = ReadScopes(operation, own),
            RateLimit = XRateLimit.Read(
                document,
                operation,
                [.. parameters.Select(parameter => new ParameterKey(parameter.Place, parameter.Name))]
            ),
            Refusals = _refusals,
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
                );
            }
        }

        return [.. parameters.Values];
    }

    private EquatableArray<ScopeAlternative>? ReadScopes(SpecOperation operation, SpecNode own)
    {
        var owner = XScopes.Owner(own, operation.Node);
        return XScopes.IsGiven(document, owner) ? XScopes.Read(document, owner, operation.Pointer, knownScopes)?.Alternatives : null;
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
    /// <summary>Returns the first required scheme; null if there is none, or if an empty requirement makes the token optional.</summary>
    private TokenPlace? ReadToken(SpecNode? security)
    {
        if (security is null || security.Items.Count == 0 || security.Items.Exists(requirement => requirement.Names.Count == 0))
        {
            return null;
        }

        return document.SecuritySchemes.FirstOrDefault(scheme => scheme.Key == security.Items[0].Names[0]) switch
        {
            { Type: "apiKey", In: "header" } scheme => new TokenPlace(scheme.Name ?? "", ""),
            { Type: "http" } => new TokenPlace("Authorization", "Bearer "),
            _ => throw new FormatException("The simulator takes tokens in a header only: a security scheme of type apiKey or http."),
        };
    }
}
