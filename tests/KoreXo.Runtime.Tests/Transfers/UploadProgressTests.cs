namespace KoreXo.Runtime.Tests;

public sealed class UploadProgressTests
{
    private static readonly OperationDescriptor Upload = new(TestApi.Api, "uploadThing", HttpMethod.Post, "/upload") { Scopes = [] };

    [Fact]
    public async Task An_upload_that_is_repeated_tells_of_it_from_the_start()
    {
        var handler = new ScriptedHandler(
            ScriptedHandler.Status(429, headers: ("Retry-After", "0")),
            ScriptedHandler.Status(200, """{"name":"stored"}""")
        );
        using var connection = handler.Connect();
        var told = new List<TransferProgress>();
        var body = new MultipartBody();
        body.AddFile("file", new FilePart(new MemoryStream(new byte[1000]), "a.bin"));

        await connection.SendAsync(
            new OperationRequest(Upload, "/upload") { Body = body },
            ThingCodec.Instance,
            new CallOptions { UploadProgress = new Told(told) },
            CancellationToken.None
        );

        var length = handler.Requests[0].Body.Length;
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(2, told.Count(seen => seen.Bytes == length));
        Assert.All(told, seen => Assert.Equal(length, seen.Total));
        Assert.Equal(handler.Requests[0].Body.Length, handler.Requests[1].Body.Length);
    }

    [Fact]
    public async Task A_raw_content_keeps_its_headers_and_stays_the_callers()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var told = new List<TransferProgress>();
        using var content = new StringContent("hello", System.Text.Encoding.UTF8, "text/csv");

        using var response = await new ThingsClient(connection).SendAsync(
            HttpMethod.Post,
            "/raw",
            content,
            new CallOptions { UploadProgress = new Told(told) }
        );

        Assert.Equal(
            ("hello", "text/csv; charset=utf-8", "5"),
            (server.Only.Text, server.Only.Headers["Content-Type"], server.Only.Headers["Content-Length"])
        );
        Assert.Equal(new TransferProgress(5, 5), told[^1]);
        Assert.Equal("hello", await content.ReadAsStringAsync());
    }

    private sealed class Told(List<TransferProgress> list) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => list.Add(value);
    }
}
