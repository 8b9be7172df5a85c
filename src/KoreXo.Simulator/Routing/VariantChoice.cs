using System.Text.Json;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Routing;

/// <summary>Tells the variants of a verb and path apart by the members of the body that each of them fixes.</summary>
internal static class VariantChoice
{
    /// <summary>
    /// The variant that the body is for. Where it is for none, the first: the check of scopes comes before that of content,
    /// and the variants of one path are alike in what they ask for.
    /// </summary>
    public static ApiOperation Of(IReadOnlyList<ApiOperation> variants, ReadOnlyMemory<byte> body)
    {
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
            return variants[0]; // What is no JSON is refused where the body is read.
        }
    }

    /// <exception cref="RefusalException">400: the body has not the members that the variant fixes.</exception>
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
