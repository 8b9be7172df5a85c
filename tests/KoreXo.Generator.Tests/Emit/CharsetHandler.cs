using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Answers a text in a charset.</summary>
internal sealed class CharsetHandler(string text, string charset) : RecordingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var encoding =
            charset == "unheard-of"
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        return Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(encoding.GetBytes(text))
                {
                    Headers = { ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = charset } },
                },
                RequestMessage = request,
            }
        );
    }
}
