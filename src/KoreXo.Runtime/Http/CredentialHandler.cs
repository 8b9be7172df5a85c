namespace KoreXo.Runtime;

/// <summary>
/// Adds the headers with credentials to a request, behind the loggers of the factory: what these mask in their text, they have in their
/// state as it is.
/// </summary>
internal sealed class CredentialHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly HttpRequestOptionsKey<List<KeyValuePair<string, string>>> Headers = new("KoreXo.Credentials");

    /// <summary>Takes a header out of the sight of the handlers before this one.</summary>
    public static void Hide(HttpRequestMessage message, string name, string value)
    {
        if (!message.Options.TryGetValue(Headers, out var headers))
        {
            message.Options.Set(Headers, headers = []);
        }

        headers.RemoveAll(header => header.Key == name);
        headers.Add(new(name, value));
    }

    /// <summary>Gets a header that was hidden before.</summary>
    public static string? Hidden(HttpRequestMessage message, string name) =>
        message.Options.TryGetValue(Headers, out var headers) ? headers.Find(header => header.Key == name).Value : null;

    /// <summary>Whether a chain of handlers writes requests to loggers.</summary>
    public static bool IsNeeded(HttpMessageHandler? handler)
    {
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            // By name: the loggers of the factory are internal to it.
            if (handler.GetType().Namespace == "Microsoft.Extensions.Http.Logging")
            {
                return true;
            }
        }

        return false;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(Headers, out var headers))
        {
            foreach (var (name, value) in headers)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return base.SendAsync(request, cancellationToken);
    }
}
