using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Hosting;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Monitoring;

/// <summary>
/// Creates the details that the page shows for an opened request: both bodies, missing scopes, and the request as a curl command, without
/// secrets and tokens.
/// </summary>
internal sealed class MonitorDetails(ApiCatalog catalog, AppRegistry apps, Func<IReadOnlyList<RecordedRequest>> requests)
{
    /// <summary>Headers that curl sets itself, or that apply only to the connection.</summary>
    private static readonly string[] Unneeded =
    [
        "Host",
        "Content-Length",
        "Connection",
        "Transfer-Encoding",
        "Expect",
        "Accept-Encoding",
        "traceparent",
        "tracestate",
    ];

    private readonly RequestScopes _scopes = new(catalog, apps);

    /// <summary>Returns the details of a request; null if it is not, or no longer, in the log.</summary>
    public JsonObject? Write(string id, Uri endpoint)
    {
        if (requests().LastOrDefault(request => request.RequestId == id) is not { } request)
        {
            return null;
        }

        var scopes = _scopes.Of(request);
        return new JsonObject
        {
            ["id"] = request.RequestId,
            ["status"] = request.Status,
            ["reason"] = request.Reason,
            ["applied"] = request.IsApplied,
            ["path"] = scopes.Operation?.Path,
            ["missing"] = WireValue.Array(scopes.Missing.Select(scope => JsonValue.Create(scope))),
            ["headers"] = WireValue.Array(
                request.Headers.SelectMany(header => header.Value.Select(value => JsonValue.Create($"{header.Key}: {value}")))
            ),
            ["requestBody"] = Text(ContentType(request), request.Body, request.BodyLength),
            ["responseBody"] = Text(request.ResponseType, request.ResponseBody, request.ResponseLength),
            ["curl"] = Curl(request, endpoint),
        };
    }

    private static string? ContentType(RecordedRequest request) =>
        request.Headers.GetValueOrDefault("Content-Type") is [var type, ..] ? type : null;

    private static string? Text(string? type, ReadOnlyMemory<byte> body, long length)
    {
        if (length == 0)
        {
            return null;
        }

        if (type is null || !IsText(type))
        {
            return $"{length} bytes of {type ?? "no declared type"}";
        }

        var text = Encoding.UTF8.GetString(body.Span);
        return body.Length < length ? $"{text}… ({body.Length} of {length} bytes)" : text;
    }

    private static bool IsText(string type) =>
        type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private static string Curl(RecordedRequest request, Uri endpoint)
    {
        var headers = request
            .Headers.Where(header => !Unneeded.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .SelectMany(header =>
                header.Value.Select(value => (header.Key, value == RequestTrace.Redacted ? CurlLine.HiddenToken : value))
            );
        // The log has only the beginning of a large body, and bytes that are not UTF-8 are not text. A command with either would be another
        // request, so it refers to a file instead.
        (string, string)? data =
            request.BodyLength == 0 ? null
            : request.Body.Length == request.BodyLength && IsText(ContentType(request) ?? "") && Utf8.IsValid(request.Body.Span)
                ? ("--data-raw", request.BodyText)
            : ("--data-binary", "@body");
        var target = request.Target.StartsWith('/') ? endpoint.GetLeftPart(UriPartial.Authority) + request.Target : request.Target;
        return CurlLine.Write(request.Method, target, headers, data);
    }
}
