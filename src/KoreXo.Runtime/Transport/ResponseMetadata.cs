using System.Net.Http.Headers;

namespace KoreXo.Runtime;

/// <summary>Records the headers of a response, for the call and for the details that its caller requested.</summary>
internal static class ResponseMetadata
{
    private static readonly string[] RequestIdHeaders = ["x-request-id", "request-id", "x-correlation-id"];

    public static void Record(CallState call, HttpResponseMessage? response)
    {
        call.Attempt.Answer = response;
        if (call.Options?.Details is not { } details)
        {
            return;
        }

        details.Attempts = call.Attempts;
        if (response is not null)
        {
            details.Status = response.StatusCode;
            details.RequestId = call.RequestId;
            details.Headers = Headers(response);
        }
    }

    public static string? RequestId(HttpResponseMessage response)
    {
        foreach (var name in RequestIdHeaders)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values))
            {
                return values.ToString();
            }
        }

        return null;
    }

    private static Dictionary<string, IReadOnlyList<string>> Headers(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(headers, response.Headers.NonValidated);
        Add(headers, response.Content.Headers.NonValidated);
        return headers;
    }

    private static void Add(Dictionary<string, IReadOnlyList<string>> headers, HttpHeadersNonValidated given)
    {
        foreach (var (name, values) in given)
        {
            headers[name] = [.. values];
        }
    }
}
