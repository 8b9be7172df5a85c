using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace KoreXo.Benchmarks;

/// <summary>A transport that answers every request with the next of many pages, each of which is a little different.</summary>
/// <param name="pages">The number of pages.</param>
/// <param name="items">The number of items on each.</param>
internal sealed class PagesHandler(int pages, int items) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _page = WithMore(Answers.Sessions(items));
    private int _sent;

    public int Size => _page.Length;

    public bool IsDone => _sent == pages;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        await Task.Yield();
        _sent++;
        Write($"{_sent:D8}", after: "\"sessionId\":\"64f0c1d2e3");
        Write(_sent < pages ? "true " : "false", after: "\"moreAvailable\":");

        // Without a length, as most servers send what they serialize.
        var content = new StreamContent(new LateStream(_page));
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }

    // The total of the answer would end the list.
    private static byte[] WithMore(byte[] page)
    {
        var text = Encoding.UTF8.GetString(page);
        return Encoding.UTF8.GetBytes(text[..1] + text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..]);
    }

    private void Write(string text, string after)
    {
        var place = _page.AsSpan().IndexOf(Encoding.UTF8.GetBytes(after)) + after.Length;
        Encoding.UTF8.GetBytes(text).CopyTo(_page, place);
    }
}
