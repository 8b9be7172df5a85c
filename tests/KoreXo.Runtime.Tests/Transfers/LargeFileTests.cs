using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// Files are transferred in chunks. Allocations are counted over the whole process, client and server, so nothing else may run.
/// </summary>
[Collection(nameof(LargeFileTests))]
public sealed class LargeFileTests : IAsyncLifetime
{
    private const long Size = 64L * 1024 * 1024;
    private const long Most = 4L * 1024 * 1024;

    private static readonly OperationDescriptor Upload = new(TestApi.Api, "uploadThing", HttpMethod.Post, "/upload") { Scopes = [] };

    private readonly WebApplication _server = Build();
    private long _received;
    private Uri _endpoint = null!;

    public async Task InitializeAsync()
    {
        _server.Run(async context =>
        {
            if (context.Request.Method == "GET")
            {
                context.Response.ContentLength = Size;
                await new ForwardStream(Size).CopyToAsync(context.Response.Body);
                return;
            }

            var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
            while (await context.Request.Body.ReadAsync(buffer) is > 0 and var read)
            {
                _received += read;
            }

            ArrayPool<byte>.Shared.Return(buffer);
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("""{"name":"stored"}"""u8.ToArray());
        });
        await _server.StartAsync();
        _endpoint = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_download_of_64_MiB_allocates_next_to_nothing_and_tells_how_far_it_is()
    {
        using var connection = Connect();
        var client = new ThingsClient(connection);
        await client.DownloadAsync(_endpoint, new ForwardStream()); // one-time allocations are not counted
        await using var target = new ForwardStream();
        var progress = new Last();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Equal(Size, await client.DownloadAsync(_endpoint, target, progress));

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(Size, target.Written);
        Assert.Equal(new TransferProgress(Size, Size), progress.Seen);
        Assert.True(progress.Count > 100 && progress.IsRising);
        Assert.InRange(allocated, 0, Most);
    }

    [Fact]
    public async Task An_upload_of_64_MiB_allocates_next_to_nothing_and_tells_how_far_it_is()
    {
        using var connection = Connect();
        await SendAsync(connection, new Last());
        _received = 0;
        var progress = new Last();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var stored = await SendAsync(connection, progress);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal("stored", stored.Name);
        Assert.InRange(_received, Size, Size + 1024);
        Assert.Equal(new TransferProgress(_received, Total: null), progress.Seen); // the stream does not know its length
        Assert.True(progress.Count > 100 && progress.IsRising);
        Assert.InRange(allocated, 0, Most);
    }

    private static async Task<Thing> SendAsync(ApiConnection connection, IProgress<TransferProgress> progress)
    {
        await using var stream = new ForwardStream(Size);
        var body = new MultipartBody();
        body.AddFile("file", new FilePart(stream, "large.bin"));
        body.AddText("kind", "archive");
        return await connection.SendAsync(
            new OperationRequest(Upload, "/upload") { Body = body },
            ThingCodec.Instance,
            new CallOptions { UploadProgress = progress },
            CancellationToken.None
        );
    }

    private ApiConnection Connect() => new(new KoreXoClientOptions { Endpoint = _endpoint, Credential = new ApiKeyCredential("k") });

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(static server => server.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private sealed class Last : IProgress<TransferProgress>
    {
        public TransferProgress Seen { get; private set; }

        public int Count { get; private set; }

        public bool IsRising { get; private set; } = true;

        public void Report(TransferProgress value)
        {
            IsRising &= value.Bytes > Seen.Bytes;
            (Seen, Count) = (value, Count + 1);
        }
    }
}

[CollectionDefinition(nameof(LargeFileTests), DisableParallelization = true)]
public sealed class AloneWithLargeFiles;
