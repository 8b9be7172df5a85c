using System.IO.Compression;
using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>If a download succeeds, the file is complete, and no other file is touched.</summary>
public sealed class WholeDownloadTests : IDisposable
{
    private static readonly byte[] Content = Encoding.ASCII.GetBytes(
        string.Join(' ', Enumerable.Range(0, 20_000).Select(number => $"{number * 7919}"))
    );

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Target => Path.Combine(_folder, "backup.zip");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("gzip", 2)]
    [InlineData("gzip", 100)]
    [InlineData("br", 2)]
    [InlineData("deflate", 2)]
    public async Task Half_of_a_packed_file_is_no_file(string encoding, int part)
    {
        var packed = Pack(encoding);
        var half = packed[..(packed.Length - (packed.Length / part))];
        using var server = Serve($"Content-Encoding: {encoding}\r\nContent-Length: {half.Length}\r\n", half);
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => DownloadAsync(server.Endpoint));
        Assert.IsType<InvalidDataException>(fault.InnerException);
        Assert.Equal(System.Net.HttpStatusCode.OK, fault.Status);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_file_is_unpacked(string encoding)
    {
        var packed = Pack(encoding);
        using var server = Serve($"Content-Encoding: {encoding}\r\nContent-Length: {packed.Length}\r\n", packed);
        Assert.Equal(Content.Length, await DownloadAsync(server.Endpoint));
        Assert.Equal(Content, await File.ReadAllBytesAsync(Target));
    }

    [Fact]
    public async Task The_server_is_asked_not_to_pack()
    {
        await using var server = await LoopbackServer.AnsweringAsync("x");
        await DownloadAsync(server.Endpoint);
        Assert.Equal("identity", server.Only.Headers["Accept-Encoding"]);
    }

    [Fact]
    public async Task A_file_that_ends_with_the_connection_may_be_half_of_one()
    {
        using var server = Serve("Connection: close\r\n", Content[..100]);
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => DownloadAsync(server.Endpoint));
        Assert.Contains("its completeness is unknown", fault.Message);
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Equal(100, await DownloadAsync(server.Endpoint, new CallOptions { AllowUnknownLength = true }));
    }

    [Fact]
    public async Task A_handler_that_gives_less_than_the_server_announced_is_found_out()
    {
        using var handler = new ScriptedHandler(
            static (_, _) =>
                Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentLength = 4 } } })
        );
        using var connection = handler.Connect(configure: static options => options.MaxRetries = 0);
        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            new ThingsClient(connection).DownloadAsync(new Uri("/f", UriKind.Relative), Target)
        );
        Assert.Contains("3 of 4 announced bytes were received", fault.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task A_file_that_is_longer_than_allowed_is_refused(string? encoding)
    {
        var body = encoding is null ? Content : Pack(encoding);
        using var server = Serve($"Content-Length: {body.Length}\r\n{(encoding is null ? "" : $"Content-Encoding: {encoding}\r\n")}", body);
        var call = new CallOptions { MaxDownloadBytes = Content.Length - 1 };
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => DownloadAsync(server.Endpoint, call));
        Assert.Contains("CallOptions.MaxDownloadBytes", fault.Message);
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Equal(Content.Length, await DownloadAsync(server.Endpoint, new CallOptions { MaxDownloadBytes = Content.Length }));
    }

    [Fact]
    public async Task Two_downloads_to_one_path_leave_one_whole_file()
    {
        var both = new TaskCompletionSource();
        var begun = 0;
        await using var server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                context.Response.ContentLength = Content.Length;
                await context.Response.Body.WriteAsync(Content.AsMemory(0, 1000));
                await context.Response.Body.FlushAsync();
                if (Interlocked.Increment(ref begun) == 2)
                {
                    both.SetResult();
                }

                await both.Task;
                await context.Response.Body.WriteAsync(Content.AsMemory(1000));
            }
        );

        var ends = await Task.WhenAll(DownloadAsync(server.Endpoint), DownloadAsync(server.Endpoint));

        Assert.Equal<long>([Content.Length, Content.Length], ends);
        Assert.Equal(Content, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder))));
    }

    [Theory]
    [InlineData("backup.zip")]
    [InlineData("backup.zip.part")]
    public async Task A_planted_link_is_not_followed(string planted)
    {
        var victim = Path.Combine(_folder, "victim.txt");
        await File.WriteAllTextAsync(victim, "precious");
        File.CreateSymbolicLink(Path.Combine(_folder, planted), victim);
        await using var server = await LoopbackServer.AnsweringAsync("new");

        await DownloadAsync(server.Endpoint);

        Assert.Equal("precious", await File.ReadAllTextAsync(victim));
        Assert.Equal("new", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task A_missing_folder_is_found_before_anything_is_sent()
    {
        await using var server = await LoopbackServer.AnsweringAsync("new");
        using var connection = server.Connect();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new ThingsClient(connection).DownloadAsync(server.Endpoint, Path.Combine(_folder, "no", "such"))
        );
        Assert.Contains("cannot be written", fault.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Target);
        await using var server = await LoopbackServer.AnsweringAsync("new");
        await Assert.ThrowsAsync<InvalidOperationException>(() => DownloadAsync(server.Endpoint));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static byte[] Pack(string encoding)
    {
        using var target = new MemoryStream();
        using (
            Stream packing = encoding switch
            {
                "br" => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true),
                _ => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true),
            }
        )
        {
            packing.Write(Content);
        }

        return target.ToArray();
    }

    private static RawServer Serve(string headers, byte[] body) =>
        RawServer.Sending([.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}\r\n"), .. body]);

    private async Task<long> DownloadAsync(Uri endpoint, CallOptions? call = null)
    {
        using var connection = new ApiConnection(
            new KoreXoClientOptions
            {
                Endpoint = endpoint,
                Credential = new ApiKeyCredential("k"),
                MaxRetries = 0,
            }
        );
        return await new ThingsClient(connection).DownloadAsync(new Uri("/f", UriKind.Relative), Target, call: call);
    }
}
