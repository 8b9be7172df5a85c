using System.IO.Compression;
using System.Net;
using System.Text;

namespace KoreXo.Runtime.Tests;

public sealed class ResponseTests
{
    [Theory]
    [InlineData("", "the response body is empty")]
    [InlineData(" \n", "the response body is empty")]
    [InlineData("<html><title>Sign in</title>", "an HTML page: Sign in; check the endpoint")]
    [InlineData("{\"name\":\"a\"", "cannot be read")]
    [InlineData("{\"name\":\"a\"} trailing", "cannot be read")]
    [InlineData("[1]", "Expected an object, found an array.")]
    [InlineData("null", "Expected an object, found null.")]
    [InlineData("{\"size\":\"many\"}", "Expected a 64-bit integer, found a string.")]
    [InlineData("pong", "cannot be read")]
    public async Task What_cannot_be_read_is_shown(string body, string reason)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);
        using var connection = server.Connect();

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)
        );

        Assert.Contains(reason, fault.Message);
        Assert.Equal((HttpStatusCode.OK, body, true, false), (fault.Status, fault.Body, fault.MayHaveBeenApplied, fault.IsTransient));
    }

    [Fact]
    public async Task No_content_is_fine_where_none_is_due()
    {
        await using var server = await LoopbackServer.AnsweringAsync("", 204);
        using var connection = server.Connect();
        await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_hindrance()
    {
        await using var server = await LoopbackServer.AnsweringAsync("\uFEFF{\"name\":\"a\"}");
        using var connection = server.Connect();
        Assert.Equal("a", (await connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)).Name);
    }

    [Fact]
    public async Task A_large_compressed_answer_is_read()
    {
        var name = new string('n', 3_000_000);
        using var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            await zip.WriteAsync(Encoding.UTF8.GetBytes($$"""{"name":"{{name}}"}"""));
        }

        await using var server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.Body.WriteAsync(zipped.ToArray());
            }
        );
        using var connection = server.Connect();
        Assert.Equal(name, (await connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)).Name);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public async Task A_limit_on_the_answer_is_kept(int limit, bool fits)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{\"name\":\"12345678\" }");
        using var connection = server.Connect(options => options.MaxResponseBytes = limit);
        var fault = await Record.ExceptionAsync(() =>
            connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)
        );
        Assert.Equal(fits, fault is null);
        Assert.True(fits || fault!.Message.Contains("MaxResponseBytes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Details_used_again_tell_only_of_the_last_call()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}", headers: ("X-Request-Id", "a"));
        using var connection = server.Connect();
        using var lost = new ApiConnection(
            new KoreXoClientOptions
            {
                Endpoint = RawServer.Nowhere(),
                Credential = new ApiKeyCredential("k"),
                MaxRetries = 0,
            }
        );
        var options = new CallOptions { Details = new ResponseDetails() };

        await connection.SendAsync(TestApi.Request(), options, CancellationToken.None);
        Assert.Equal((HttpStatusCode.OK, "a", 1), (options.Details.Status, options.Details.RequestId, options.Details.Attempts));
        await Assert.ThrowsAsync<KoreXoException>(() => lost.SendAsync(TestApi.Request(), options, CancellationToken.None));
        Assert.Equal(((HttpStatusCode)0, (string?)null, 1), (options.Details.Status, options.Details.RequestId, options.Details.Attempts));
        Assert.Empty(options.Details.Headers);
    }
}
