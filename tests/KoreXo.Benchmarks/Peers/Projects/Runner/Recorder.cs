namespace Peers;

/// <summary>Remembers the last request.</summary>
internal sealed class Recorder(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public SentRequest? Sent { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent = new SentRequest(
            $"{request.Method} {request.RequestUri!.PathAndQuery}",
            string.Join(',', request.Headers.GetValues("api_key")),
            request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : null
        );
        return await base.SendAsync(request, cancellationToken);
    }
}
