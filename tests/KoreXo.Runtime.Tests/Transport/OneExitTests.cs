using System.Net;
using Polly;

namespace KoreXo.Runtime.Tests;

/// <summary>An exception from the caller's own code after a request was sent does not hide that it was sent.</summary>
public sealed class OneExitTests
{
    private static readonly OperationDescriptor Upload = new(TestApi.Api, "upload", HttpMethod.Post, "/files") { Scopes = [] };

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(FormatException))]
    public async Task A_stream_that_throws_while_it_is_sent(Type type)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var thrown = (Exception)Activator.CreateInstance(type, "no more")!;
        using var stream = new ThrowingStream(thrown);
        var request = new OperationRequest(Upload, "/files") { Body = new BinaryBody(BinaryContent.FromStream(stream), "text/plain") };

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(request, null, CancellationToken.None));

        Assert.Equal((1, true), (fault.Attempts, fault.MayHaveBeenApplied));
        Assert.Contains(thrown, Chain(fault));
    }

    [Fact]
    public async Task A_strategy_that_throws_after_a_request_was_sent()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(configure: options =>
            options.ConfigureResilience = static (builder, own) => builder.AddPipeline(own).AddStrategy(static _ => new ThrowingAfter())
        );

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));

        Assert.Equal((1, true), (fault.Attempts, fault.MayHaveBeenApplied));
        Assert.IsType<InvalidTimeZoneException>(fault.InnerException);
    }

    [Fact]
    public async Task A_credential_that_throws_at_a_rejected_token()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(401));
        using var connection = handler.Connect(configure: static options => options.Credential = new ThrowingCredential());
        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );
        Assert.Equal((1, false), (fault.Attempts, fault.MayHaveBeenApplied));
    }

    [Fact]
    public async Task A_file_that_is_gone_at_the_retry()
    {
        var path = Path.GetTempFileName();
        using var handler = new ScriptedHandler(
            (_, _) =>
            {
                File.Delete(path);
                throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
            }
        );
        using var connection = handler.Connect();
        var body = new MultipartBody();
        body.AddFile("file", FilePart.FromFile(path));

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(new OperationRequest(Upload, "/files") { Body = body }, null, CancellationToken.None)
        );

        Assert.Equal((1, false), (fault.Attempts, fault.MayHaveBeenApplied));
        Assert.IsType<FileNotFoundException>(fault.InnerException);
    }

    [Fact]
    public async Task An_http_client_that_is_disposed_under_a_call()
    {
        HttpClient http = null!;
        using var handler = new ScriptedHandler(
            (_, _) =>
            {
                http.Dispose();
                throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
            }
        );
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var connection = new ApiConnection(
            new KoreXoClientOptions { Endpoint = new Uri("https://platform.example.com"), Credential = new ApiKeyCredential("k") },
            http
        );
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.IsAssignableFrom<ObjectDisposedException>(fault.InnerException);
    }

    [Fact]
    public async Task A_codec_of_the_callers_that_throws()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(), new ThrowingCodec(), null, CancellationToken.None)
        );
        Assert.True(fault.MayHaveBeenApplied);
        Assert.IsType<FormatException>(fault.InnerException);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task A_response_that_cannot_be_closed(int status)
    {
        using var handler = new ScriptedHandler(
            (_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StreamContent(new Unclosable()) })
        );
        using var connection = handler.Connect(configure: static options => options.MaxRetries = 0);

        var fault = await Assert.ThrowsAnyAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );

        Assert.Equal((HttpStatusCode)status, fault.Status);
    }

    private static IEnumerable<Exception> Chain(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
        }
    }

    private sealed class ThrowingStream(Exception thrown) : MemoryStream(new byte[100_000])
    {
        public override bool CanSeek => false;

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw thrown;

        public override int Read(byte[] buffer, int offset, int count) => throw thrown;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw thrown;
    }

    private sealed class Unclosable : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            throw new InvalidTimeZoneException("mine");
        }
    }

    private sealed class ThrowingAfter : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
            ResilienceContext context,
            TState state
        )
        {
            await callback(context, state);
            throw new InvalidTimeZoneException("mine");
        }
    }

    private sealed class ThrowingCredential : KoreXoCredential
    {
        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
            new(new AccessToken("t"));

        public override ValueTask<bool> OnTokenRejectedAsync(string token, CancellationToken cancellationToken) =>
            throw new InvalidTimeZoneException("vault down");
    }

    private sealed class ThrowingCodec : JsonCodec<int>
    {
        public override int Read(ref System.Text.Json.Utf8JsonReader reader) => throw new FormatException("no number");

        public override void Write(System.Text.Json.Utf8JsonWriter writer, int value) => throw new FormatException();
    }
}
