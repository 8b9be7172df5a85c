using System.Text;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Runtime.Tests;

public sealed class DownloadTests : IDisposable
{
    private const string Content = "the archive";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_token_does_not_go_to_another_host_and_goes_to_the_platforms_own()
    {
        await using var storage = await LoopbackServer.AnsweringAsync(Content, contentType: "application/zip");
        await using var platform = await LoopbackServer.AnsweringAsync(Content, contentType: "application/zip");
        using var connection = platform.Connect();
        var call = new CallOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["x-gateway-key"] = "secret" } };

        await new ThingsClient(connection).DownloadAsync(
            new Uri(storage.Endpoint, "/export.zip?sig=a%2Bb"),
            new MemoryStream(),
            call: call
        );
        await new ThingsClient(connection).DownloadAsync(new Uri(platform.Endpoint, "/export.zip"), new MemoryStream(), call: call);

        Assert.Equal("/export.zip?sig=a%2Bb", storage.Only.Target);
        Assert.DoesNotContain(
            storage.Only.Headers,
            header => header.Value.Contains(TestApi.Token, StringComparison.Ordinal) || header.Key == "x-gateway-key"
        );
        Assert.Equal((TestApi.Token, "secret"), (platform.Only.Headers["auth"], platform.Only.Headers["x-gateway-key"]));
    }

    [Fact]
    public async Task A_redirection_to_another_host_is_followed_without_the_token()
    {
        await using var storage = await LoopbackServer.AnsweringAsync(Content);
        await using var platform = await LoopbackServer.AnsweringAsync(
            "",
            302,
            headers: ("Location", new Uri(storage.Endpoint, "/there?sig=1").AbsoluteUri)
        );
        using var connection = platform.Connect();
        using var target = new MemoryStream();

        Assert.Equal(Content.Length, await new ThingsClient(connection).DownloadAsync(new Uri("/files/1", UriKind.Relative), target));

        Assert.Equal(Content, Encoding.UTF8.GetString(target.ToArray()));
        Assert.Equal(("/files/1", true), (platform.Only.Target, platform.Only.Headers.ContainsKey("auth")));
        Assert.Equal(("/there?sig=1", false), (storage.Only.Target, storage.Only.Headers.ContainsKey("auth")));
    }

    [Theory]
    [InlineData("http://storage.example.com/export.zip")]
    [InlineData("ftp://storage.example.com/export.zip")]
    public async Task A_redirection_that_leads_out_of_https_or_in_a_circle_is_not_followed(string location)
    {
        await using var platform = await LoopbackServer.AnsweringAsync("", 302, headers: ("Location", location));
        await using var circle = await LoopbackServer.AnsweringAsync("", 307, headers: ("Location", "/again"));
        using var connection = platform.Connect();

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            new ThingsClient(connection).DownloadAsync(new Uri(platform.Endpoint, "/x"), new MemoryStream())
        );
        await Assert.ThrowsAsync<KoreXoException>(() =>
            new ThingsClient(connection).DownloadAsync(new Uri(circle.Endpoint, "/x"), new MemoryStream())
        );

        Assert.Equal(System.Net.HttpStatusCode.Found, fault.Status);
        Assert.Equal(6, circle.Requests.Count);
    }

    [Theory]
    [InlineData("http://storage.example.com/export.zip")]
    [InlineData("file:///etc/hosts")]
    public async Task A_link_that_is_not_https_is_refused_before_anything_is_sent(string link)
    {
        using var connection = new ApiConnection(new KoreXoClientOptions { Endpoint = new Uri("https://example.com") });
        var fault = await Assert.ThrowsAsync<ArgumentException>(() =>
            new ThingsClient(connection).DownloadAsync(new Uri(link), new MemoryStream())
        );
        Assert.Equal("link", fault.ParamName);
    }

    [Fact]
    public async Task A_download_that_breaks_off_begins_again_where_the_target_stood()
    {
        var begun = 0;
        await using var server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                context.Response.ContentLength = Content.Length;
                if (Interlocked.Increment(ref begun) == 1)
                {
                    await context.Response.WriteAsync(Content[..4]);
                    await context.Response.Body.FlushAsync();
                    context.Abort();
                    return;
                }

                await context.Response.WriteAsync(Content);
            }
        );
        using var connection = server.Connect(options => options.MaxRetries = 1);
        using var target = new MemoryStream();
        target.Write("before "u8);
        var told = new List<TransferProgress>();

        Assert.Equal(Content.Length, await new ThingsClient(connection).DownloadAsync(server.Endpoint, target, new Told(told)));

        Assert.Equal($"before {Content}", Encoding.UTF8.GetString(target.ToArray()));
        Assert.Equal(new TransferProgress(Content.Length, Content.Length), told[^1]);
    }

    [Fact]
    public async Task A_download_into_what_cannot_seek_is_not_begun_again()
    {
        await using var server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                await context.Response.WriteAsync(Content[..4]);
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
        );
        using var connection = server.Connect(options => options.MaxRetries = 3);
        await using var target = new ForwardStream();

        await Assert.ThrowsAsync<KoreXoException>(() => new ThingsClient(connection).DownloadAsync(server.Endpoint, target));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_file_is_there_only_once_it_is_whole()
    {
        var path = Path.Combine(_folder, "backup.zip");
        await File.WriteAllTextAsync(path, "the one before");
        var release = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                await context.Response.WriteAsync(Content[..4]);
                await context.Response.Body.FlushAsync();
                await release.Task;
                context.Abort();
            }
        );
        using var connection = server.Connect();
        var came = new TaskCompletionSource();
        var download = new ThingsClient(connection).DownloadAsync(server.Endpoint, path, new Signal(came));
        await Task.WhenAny(came.Task, download);
        Assert.Equal("the one before", await File.ReadAllTextAsync(path));
        release.SetResult();

        await Assert.ThrowsAsync<KoreXoException>(() => download);

        Assert.Equal(path, Assert.Single(Directory.GetFiles(_folder)));
        Assert.Equal("the one before", await File.ReadAllTextAsync(path));

        await using var good = await LoopbackServer.AnsweringAsync(Content);
        Assert.Equal(Content.Length, await new ThingsClient(connection).DownloadAsync(good.Endpoint, path));
        Assert.Equal(Content, await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder))));
    }

    [Fact]
    public async Task A_refusal_names_the_host_and_shows_nothing_else_of_the_link()
    {
        await using var server = await LoopbackServer.AnsweringAsync("<Error>expired</Error>", 403, "application/xml");
        using var connection = new ApiConnection(new KoreXoClientOptions { Endpoint = new Uri("https://example.com") });

        var fault = await Assert.ThrowsAsync<KoreXoForbiddenException>(() =>
            new ThingsClient(connection).DownloadAsync(new Uri(server.Endpoint, "/hidden?sig=hidden"), new MemoryStream())
        );

        Assert.Contains(server.Endpoint.Authority, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", fault.ToString(), StringComparison.Ordinal);
    }

    private sealed class Told(List<TransferProgress> list) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => list.Add(value);
    }

    private sealed class Signal(TaskCompletionSource source) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => source.TrySetResult();
    }
}
