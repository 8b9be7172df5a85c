using System.Text.Json;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Requests;

/// <summary>Reads the body of a request in the media type in which it was sent.</summary>
internal static class ContentReader
{
    /// <summary>Returns the body as JSON, undefined if it is none, and its parts if it is a multipart form.</summary>
    /// <exception cref="RefusalException">The body is missing, unexpected, too long, of another type, or violates its schema.</exception>
    public static async Task<(JsonElement Body, MultipartForm? Form)> ReadAsync(
        ApiOperation operation,
        IHeaderDictionary headers,
        RequestBody body,
        CancellationToken cancellationToken
    )
    {
        if (body.Length == 0)
        {
            return operation.Body is { Required: true } ? throw RefusalException.BadRequest("The body is missing.") : (default, null);
        }

        if (operation.Body is not { Schemas.Count: > 0 } expected)
        {
            throw RefusalException.BadRequest("This API takes no body.");
        }

        var (type, documented) = MediaType.Demand(expected, headers);
        if (body.IsCut)
        {
            throw new RefusalException(413, $"The body has {body.Length} bytes, at most {body.Bytes.Length} are taken.");
        }

        var schema = expected.Schemas[documented];
        if (type.MediaType.Equals(MediaType.Multipart, StringComparison.OrdinalIgnoreCase))
        {
            var form = await MultipartBodyReader.ReadAsync(schema, type, body.Bytes, cancellationToken).ConfigureAwait(false);
            return (form.Value, form);
        }

        if (type.MediaType.Equals(MediaType.Form, StringComparison.OrdinalIgnoreCase))
        {
            return (FormBodyReader.Read(schema, body.Bytes.Span), null);
        }

        // Text, files and archives have no members that a schema could check.
        return MediaType.IsJson(type.MediaType.ToString()) ? (JsonBodyReader.Read(schema, body.Bytes), null) : (default, null);
    }
}
