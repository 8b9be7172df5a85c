using System.Net;
using System.Text;
using KoreXo.Simulator.Tests.AnyDocument;

namespace KoreXo.Simulator.Tests.Hosting;

/// <summary>Requests that arrive without a network are what a server would have received.</summary>
public sealed class InProcessExchangeTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Echo, version: "1" }
        paths:
          /echo:
            post:
              operationId: echo
              requestBody: { content: { application/octet-stream: { schema: { type: string, format: binary } }, application/json: { schema: {} } } }
              responses: { "200": { description: d, content: { application/json: { schema: { type: boolean, enum: [true] } } } } }
            get: { operationId: read, parameters: [{ name: q, in: query, schema: { type: string } }], responses: { "204": { description: d } } }
        """;

    [Fact]
    public async Task The_host_that_the_caller_names_is_the_only_one()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/echo");
        request.Headers.Host = "service.example";

        await SendAsync(request);

        Assert.Equal(["service.example"], Service.Requests[^1].Headers["Host"]);
    }

    [Fact]
    public async Task Headers_of_request_and_content_arrive_together()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo");
        request.Headers.Add("X-List", ["1", "2"]);
        request.Headers.TryAddWithoutValidation("X-Odd", "ü");
        request.Content = new StringContent("true", Encoding.UTF8, "application/json");

        Assert.Equal(200, (await SendAsync(request)).Status);
        var headers = Service.Requests[^1].Headers;
        Assert.Equal(["1", "2"], headers["x-list"]);
        Assert.Equal(["ü"], headers["X-Odd"]);
        Assert.Equal(["4"], headers["Content-Length"]);
        Assert.Equal(["application/json; charset=utf-8"], headers["Content-Type"]);
    }

    [Fact]
    public async Task The_length_is_that_of_the_bytes_whatever_was_announced()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo");
        request.Content = new ByteArrayContent(new byte[5]);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        request.Content.Headers.TryAddWithoutValidation("Content-Length", "99");

        await SendAsync(request);

        Assert.Equal(["5"], Service.Requests[^1].Headers["Content-Length"]);
        Assert.Equal(5, Service.Requests[^1].BodyLength);
    }

    [Fact]
    public async Task A_content_that_cannot_be_read_fails_the_call_and_reaches_nobody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo");
        request.Content = new StreamContent(new BrokenStream());

        await Assert.ThrowsAnyAsync<Exception>(() => Http.SendAsync(request));

        Assert.Empty(Service.Requests);
    }

    [Theory]
    [InlineData("/echo?q=a%20b")]
    [InlineData("/echo?q=a+b")]
    [InlineData("/echo?q=%C3%BC")]
    [InlineData("/echo?q=")]
    [InlineData("/echo?")]
    public async Task The_target_arrives_as_it_was_written(string target)
    {
        Assert.Equal(204, (await SendAsync("GET", target)).Status);

        Assert.Equal(target, Service.Requests[^1].Target);
    }

    [Theory]
    [InlineData("BREW")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task A_method_that_the_path_does_not_have_is_refused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/echo");

        var reply = await SendAsync(request);

        Assert.Equal((405, method), (reply.Status, Service.Requests[^1].Method));
        Assert.Equal(["GET", "POST"], reply.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Leaving_before_the_end_of_a_response_disturbs_nobody()
    {
        using (var response = await Http.GetAsync(new Uri("/echo", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        }

        Assert.Equal(204, (await SendAsync("GET", "/echo")).Status);
    }

    [Fact]
    public void A_synchronous_call_is_not_supported()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/echo");

        Assert.Equal(
            "The simulator supports asynchronous calls only.",
            Assert.Throws<NotSupportedException>(() => Http.Send(request)).Message
        );
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("broken");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("broken");
    }
}
