using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KoreXo.Simulator.Requests;

/// <summary>Matches the content type of a request against those of an operation.</summary>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string Multipart = "multipart/form-data";

    /// <exception cref="RefusalException">415: the content type is missing, or the operation does not accept it.</exception>
    public static MediaTypeHeaderValue Demand(ApiBody body, IHeaderDictionary headers)
    {
        var expected = string.Join(" or ", body.Schemas.Keys);
        var sent = headers.ContentType.ToString();
        if (sent.Length == 0)
        {
            throw new RefusalException(415, $"The body has no content type, {expected} is expected.");
        }

        if (!MediaTypeHeaderValue.TryParse(sent, out var type) || !body.Schemas.ContainsKey(type.MediaType.ToString()))
        {
            throw new RefusalException(415, $"The content type '{sent}' is not taken, {expected} is expected.");
        }

        if (
            type.Charset.HasValue
            && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new RefusalException(415, $"The character set {type.Charset} is not taken, utf-8 is expected.");
        }

        return type;
    }
}
