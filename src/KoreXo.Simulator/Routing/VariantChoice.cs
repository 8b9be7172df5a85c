using System.Text.Json;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace KoreXo.Simulator.Routing;

/// <summary>Chooses among the variants of a method and path by the body members that each of them fixes.</summary>
internal static class VariantChoice
{
    // The variant has to be known before the body has been validated, because scopes and rate limits come first and depend on it. So the
    // body is only looked at here; whether it is one that the variant takes is checked later, by Demand.
    /// <summary>
    /// Returns the variant that matches the body, or the first one if none does: scopes are checked before content, and all variants of a
    /// path require the same scopes.
    /// </summary>
    public static ApiOperation Of(IReadOnlyList<ApiOperation> operations, RequestTarget target, ReadOnlyMemory<byte> body)
    {
        var variants = ByQuery(operations, target);
        if (variants.Count == 1)
        {
            return variants[0];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return variants.FirstOrDefault(variant => Fits(variant, document.RootElement)) ?? variants[0];
        }
        catch (JsonException)
        {
            return variants[0]; // Invalid JSON is rejected when the body is read.
        }
    }

    // "/files/{id}" and "/files/{id}#shared_link" are one path on the wire. The operation that requires the most of what is there is meant.
    private static IReadOnlyList<ApiOperation> ByQuery(IReadOnlyList<ApiOperation> operations, RequestTarget target)
    {
        if (operations.Count == 1)
        {
            return operations;
        }

        var sent = QueryHelpers.ParseQuery(target.Query);
        return operations
                .Where(operation =>
                    Required(operation).All(sent.ContainsKey)
                    && RoutePath.FixedQuery(operation.Path).All(given => given.Value.Length == 0 || sent[given.Key] == given.Value)
                )
                .GroupBy(operation => Required(operation).Count())
                .MaxBy(group => group.Key)
                ?.ToList()
            ?? operations;
    }

    /// <summary>Returns the names of the query parameters that an operation requires.</summary>
    public static IEnumerable<string> Required(ApiOperation operation) =>
        operation
            .Parameters.Where(parameter => parameter is { Place: ParameterLocation.Query, Required: true })
            .Select(parameter => parameter.Name)
            .Concat(RoutePath.FixedQuery(operation.Path).Keys);

    /// <exception cref="RefusalException">400: the body does not have the members that the variant fixes.</exception>
    public static void Demand(ApiOperation variant, JsonElement body)
    {
        if (!Fits(variant, body))
        {
            throw RefusalException.BadRequest(
                $"The body has none of the values of {string.Join(", ", variant.Fixed.Keys)} that this API takes."
            );
        }
    }

    private static bool Fits(ApiOperation variant, JsonElement body) =>
        variant.Fixed.All(member =>
            body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty(member.Key, out var value)
            && JsonElement.DeepEquals(value, member.Value)
        );
}
