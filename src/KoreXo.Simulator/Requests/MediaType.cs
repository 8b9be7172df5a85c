using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Kinds = KoreXo.OpenApi.Upgrade.MediaType;

namespace KoreXo.Simulator.Requests;

/// <summary>Matches the content type of a request against those of an operation.</summary>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string Multipart = "multipart/form-data";
    public const string Form = "application/x-www-form-urlencoded";

    public static bool IsJson(string type) => Kinds.IsJson(type);

    public static bool IsText(string type) => Kinds.IsText(type);

    /// <summary>Returns the type for a header; a pattern such as <c>*/*</c> gives the other one.</summary>
    public static string Concrete(string type, string otherwise) => Kinds.Concrete(type, otherwise);

    /// <summary>Returns the sent type and the documented one that it matches.</summary>
    /// <exception cref="RefusalException">
    /// 415: the content type is missing, the operation does not accept it, or the body is compressed.
    /// </exception>
    public static (MediaTypeHeaderValue Sent, string Documented) Demand(ApiBody body, IHeaderDictionary headers)
    {
        var encoding = headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusalException(415, $"The content encoding '{encoding}' is not taken, the body has to be sent as it is.");
        }

        var expected = string.Join(" or ", body.Schemas.Keys);
        var sent = headers.ContentType.ToString();
        if (sent.Length == 0)
        {
            throw new RefusalException(415, $"The body has no content type, {expected} is expected.");
        }

        if (!MediaTypeHeaderValue.TryParse(sent, out var type) || Match(body, type.MediaType.ToString()) is not { } documented)
        {
            throw new RefusalException(415, $"The content type '{sent}' is not taken, {expected} is expected.");
        }

        if (
            (IsJson(documented) || IsText(documented) || type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase))
            && type.Charset.HasValue
            && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new RefusalException(415, $"The character set {type.Charset} is not taken, utf-8 is expected.");
        }

        return (type, documented);
    }

    // A document may say "application/json; charset=utf-8" or "image/*". The exact name wins over a pattern.
    private static string? Match(ApiBody body, string sent) =>
        body.Schemas.Keys.FirstOrDefault(type => Kinds.Bare(type).Equals(sent, StringComparison.OrdinalIgnoreCase))
        ?? body.Schemas.Keys.FirstOrDefault(type =>
            Kinds.Bare(type) is "*/*" or "*"
            || (
                Kinds.Bare(type) is var pattern
                && pattern.EndsWith("/*", StringComparison.Ordinal)
                && sent.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            )
        );
}
