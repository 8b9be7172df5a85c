using System.Text;

namespace KoreXo.Runtime.Tests;

public sealed class BodyTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task Every_verb_carries_a_json_body(string verb)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var operation = new OperationDescriptor(TestApi.Api, "op", HttpMethod.Parse(verb), "/x") { Scopes = [] };

        await connection.SendAsync(
            new OperationRequest(operation, "/x") { Body = JsonBody.Create("é", Codecs.String) },
            null,
            CancellationToken.None
        );

        var request = server.Only;
        Assert.Equal((verb, "\"é\""), (request.Method, request.Text));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("4", request.Headers["Content-Length"]);
    }

    [Fact]
    public async Task A_name_cannot_write_headers_of_its_own()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var body = new MultipartBody();
        body.AddText("a\"\r\nX-Evil: 1", "text");
        body.AddFile("file", new FilePart(new MemoryStream("data"u8.ToArray()), "b\"; name=\"x\r\n\r\né.csv", "text/csv"));

        await connection.SendAsync(
            TestApi.Request(new(TestApi.Api, "op", HttpMethod.Post, "/x") { Scopes = [] }) with
            {
                Body = body,
            },
            null,
            CancellationToken.None
        );

        var text = server.Only.Text;
        Assert.Contains("Content-Disposition: form-data; name=\"a%22%0D%0AX-Evil: 1\"\r\n\r\ntext\r\n", text);
        Assert.Contains(
            "Content-Disposition: form-data; name=\"file\"; filename=\"b%22; name=%22x%0D%0A%0D%0Aé.csv\"\r\nContent-Type: text/csv\r\n\r\ndata\r\n",
            text
        );
        Assert.Matches("^multipart/form-data; boundary=[0-9a-f]{32}$", server.Only.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_form_of_the_callers_has_its_parts_in_order()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var form = new MultipartForm()
            .AddText("kind", "a")
            .AddFile("file", new FilePart(new MemoryStream("data"u8.ToArray()), "f.txt"))
            .AddText("kind", "b");

        await connection.SendAsync(
            TestApi.Request(new(TestApi.Api, "op", HttpMethod.Post, "/x") { Scopes = [] }) with
            {
                Body = new MultipartBody(form),
            },
            null,
            CancellationToken.None
        );

        Assert.Matches("(?s)name=\"kind\"\r\n\r\na\r\n.*filename=\"f.txt\".*data\r\n.*name=\"kind\"\r\n\r\nb\r\n", server.Only.Text);
        Assert.Throws<ArgumentException>("name", () => form.AddText("", "x"));
        Assert.Throws<ArgumentNullException>("file", () => form.AddFile("x", null!));
    }

    [Fact]
    public async Task A_form_has_texts_json_and_no_parts_for_null()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var body = new MultipartBody();
        body.AddText("none", null);
        body.AddFile("none", null);
        body.AddText("text", "é");
        body.AddJson("json", new Thing { Name = "n" }, ThingCodec.Instance);

        await connection.SendAsync(
            TestApi.Request(new(TestApi.Api, "op", HttpMethod.Post, "/x") { Scopes = [] }) with
            {
                Body = body,
            },
            null,
            CancellationToken.None
        );

        var text = server.Only.Text;
        Assert.DoesNotContain("none", text);
        Assert.Contains("form-data; name=\"text\"\r\n\r\né\r\n", text);
        Assert.Contains(
            "Content-Type: application/json\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{\"name\":\"n\"}\r\n",
            text
        );
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_sent_once()
    {
        using var body = new MultipartBody();
        body.AddFile("file", new FilePart(new OneWayStream("data"u8.ToArray()), "a.bin"));
        Assert.False(body.CanReplay);
        body.CreateContent().Dispose();

        var fault = Assert.Throws<InvalidOperationException>(() => body.CreateContent());
        Assert.Contains("a.bin", fault.Message);
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_from_where_it_stood_and_stays_open()
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes("skipped-kept"));
        stream.Position = 8;
        var part = new FilePart(stream, "a.txt");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var content = part.CreateContent();
            Assert.Equal("kept", await content.ReadAsStringAsync());
        }

        Assert.True(part.CanReplay);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_file_is_opened_for_each_attempt_and_closed()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "on disk");
            var part = FilePart.FromFile(path, "text/plain");
            for (var attempt = 0; attempt < 2; attempt++)
            {
                using var content = part.CreateContent();
                Assert.Equal("on disk", await content.ReadAsStringAsync());
            }

            Assert.Equal(Path.GetFileName(path), part.FileName);
            await using var exclusive = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_file_and_a_wrong_media_type_are_refused_at_once()
    {
        Assert.Throws<FileNotFoundException>(() => FilePart.FromFile("no-such-file"));
        Assert.Throws<ArgumentException>(() => new FilePart(Stream.Null, "a", "not a type"));
        Assert.Throws<ArgumentException>(() => new FilePart(Stream.Null, ""));
    }

    [Fact]
    public async Task A_body_that_is_still_being_written_keeps_its_buffer()
    {
        var body = JsonBody.Create(new string('x', 5000), Codecs.String);
        using var content = body.CreateContent();
        using var slow = new SlowStream();
        var writing = content.CopyToAsync(slow);
        body.Dispose();

        // Would get the same array if it had been returned to the pool.
        using var other = JsonBody.Create(new string('y', 5000), Codecs.String);
        slow.Go.SetResult();
        await writing;

        Assert.Equal($"\"{new string('x', 5000)}\"", Encoding.UTF8.GetString(slow.ToArray()));
        Assert.Throws<ObjectDisposedException>(() => body.Json);
        Assert.IsType<ObjectDisposedException>(
            (await Assert.ThrowsAsync<HttpRequestException>(() => content.CopyToAsync(Stream.Null))).InnerException
        );
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class SlowStream : MemoryStream
    {
        public TaskCompletionSource Go { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Go.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
