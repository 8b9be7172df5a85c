using System.Net;
using System.Net.Http.Headers;

namespace KoreXo.Benchmarks;

/// <summary>A transport that reads the request as a socket would and answers from memory.</summary>
/// <param name="answer">The body of the answer.</param>
/// <param name="later">
/// Whether the caller has to wait for the answer and for its body, as on a network; otherwise both are there at once.
/// </param>
internal sealed class MemoryHandler(byte[] answer, bool later) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } body)
        {
            await body.CopyToAsync(Stream.Null, cancellationToken);
        }

        if (later)
        {
            await Task.Yield();
        }

        HttpContent content = later ? new StreamContent(new LateStream(answer)) : new ByteArrayContent(answer);
        content.Headers.ContentType = Json;
        content.Headers.ContentLength = answer.Length;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
