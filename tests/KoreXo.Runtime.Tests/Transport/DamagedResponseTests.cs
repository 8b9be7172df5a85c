using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace KoreXo.Runtime.Tests;

/// <summary>Whatever comes back, a call that was sent ends with its result or with a <see cref="KoreXoException"/>.</summary>
public sealed class DamagedResponseTests
{
    private static readonly byte[] BadByte = [.. "{\"errors\":[{\"msg\":\"a"u8, 0xff, .. "\",\"code\":1}]}"u8];

    private static readonly OperationDescriptor Redirected = new(TestApi.Api, "getPlace", HttpMethod.Get, "/place")
    {
        Scopes = [],
        GivesLocation = true,
    };

    private static readonly Dictionary<string, Func<ApiConnection, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["value"] = connection => connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None),
        ["text"] = connection => connection.SendAsync(TestApi.Request(), Codecs.String, null, CancellationToken.None),
        ["any"] = connection => connection.SendAsync(TestApi.Request(), Codecs.Any, null, CancellationToken.None),
        ["nothing"] = connection => connection.SendAsync(TestApi.Request(), null, CancellationToken.None),
        ["list"] = connection => ThingLists.Collect(ThingLists.List(connection, ThingLists.ByOffset)),
        ["start"] = connection => ExportJob.StartAsync(connection),
        ["status"] = connection => Resume(connection).RefreshAsync(),
        ["location"] = connection => connection.SendForLocationAsync(TestApi.Request(Redirected), null, CancellationToken.None),
        ["stream"] = async connection =>
        {
            await foreach (var _ in connection.Stream(TestApi.Request(), StreamFormat.Lines, ThingCodec.Instance, null, default)) { }
        },
        ["download"] = connection =>
            new ThingsClient(connection).DownloadAsync(new Uri("/f", UriKind.Relative), new MemoryStream(), null, null),
    };

    public static TheoryData<string> CallNames => [.. Calls.Keys];

    [Theory]
    [InlineData(500, "{\"errors\":[{\"msg\":\"\\x\"}]}")]
    [InlineData(400, "{\"errors\":[{\"msg\":\"m\",\"code\":\"\\x\"}]}")]
    [InlineData(400, "{\"code\":\"\\x\",\"msg\":\"m\"}")]
    [InlineData(403, "{\"\\x\":1}")]
    [InlineData(400, "\"\\x\"")]
    [InlineData(404, "\\x")]
    [InlineData(200, "{\"errors\":[{\"msg\":\"\\x\",\"code\":1}]}")]
    public async Task A_byte_that_is_no_UTF_8_costs_the_error_nothing_else(int status, string body)
    {
        var bytes = Encoding.Latin1.GetBytes(body.Replace("\\x", "\u00ff", StringComparison.Ordinal));
        var fault = await FailAsync("nothing", status, null, bytes);
        Assert.Equal((HttpStatusCode)status, fault.Status);
        Assert.Equal((DamagedResponse.RequestId, 1), (fault.RequestId, fault.Attempts));
        Assert.Equal(body.Replace("\\x", "\uFFFD", StringComparison.Ordinal), fault.Body);
    }

    [Theory]
    [InlineData("gzip", 500)]
    [InlineData("gzip", 404)]
    [InlineData("br", 401)]
    [InlineData("br", 500)]
    [InlineData("deflate", 503)]
    public async Task An_error_that_cannot_be_unpacked_keeps_its_status(string encoding, int status)
    {
        var fault = await FailAsync("nothing", status, encoding, "this is not packed"u8.ToArray());
        Assert.Equal((HttpStatusCode)status, fault.Status);
        Assert.Equal(status >= 500, fault.MayHaveBeenApplied);
    }

    [Theory]
    [InlineData("gzip", "value")]
    [InlineData("br", "value")]
    [InlineData("deflate", "list")]
    [InlineData("gzip", "start")]
    public async Task A_result_that_cannot_be_unpacked_may_have_been_applied(string encoding, string call)
    {
        var fault = await FailAsync(call, 200, encoding, "this is not packed"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, fault.Status);
        Assert.Equal((true, DamagedResponse.RequestId), (fault.MayHaveBeenApplied, fault.RequestId));
        Assert.NotNull(fault.InnerException);
    }

    [Fact]
    public async Task A_damaged_500_is_retried_like_any_other()
    {
        using var server = Serve(500, "gzip", "no"u8.ToArray());
        using var connection = Connect(server, retries: 1);
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => Calls["value"](connection));
        Assert.Equal((2, 2), (fault.Attempts, server.Requests));
    }

    [Fact]
    public async Task A_damaged_401_renews_the_token_like_any_other()
    {
        using var server = Serve(401, null, BadByte);
        var credential = new RenewableCredential();
        using var connection = Connect(server, credential);
        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Calls["value"](connection));
        Assert.Equal((2, 2), (fault.Attempts, credential.Asked));
    }

    [Fact]
    public async Task A_damaged_429_is_waited_for_like_any_other()
    {
        using var server = Serve(429, "br", "no"u8.ToArray());
        using var connection = Connect(server, retries: 1);
        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() => Calls["value"](connection));
        Assert.Equal((2, false), (fault.Attempts, fault.MayHaveBeenApplied));
    }

    [Fact]
    public async Task A_text_with_a_byte_that_is_no_UTF_8_is_read()
    {
        using var server = Serve(200, null, [.. "{\"name\":\"a"u8, 0xff, .. "\",\"x\":[\""u8, 0xfe, .. "\"]}"u8]);
        using var connection = Connect(server);
        var thing = await connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None);
        Assert.Equal(("a\uFFFD", "\uFFFD"), (thing.Name, thing.ExtensionData["x"][0].GetString()));
    }

    [Theory]
    [MemberData(nameof(CallNames))]
    public void Any_response_ends_a_call_by_its_one_exit(string call) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Fuzz.Cases / 4).WithEndSize(80),
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => CheckAsync(call, DamagedResponse.Read(bytes)).GetAwaiter().GetResult())
        );

    private static async Task CheckAsync(string call, DamagedResponse response)
    {
        using var server = RawServer.Sending(response.ToBytes());
        using var connection = Connect(server);
        var end = await Record.ExceptionAsync(() => Calls[call](connection));
        if (end is null)
        {
            Assert.True(response.Status < 300, $"{response} was taken for a success");
            return;
        }

        var fault = Assert.IsAssignableFrom<KoreXoException>(end);
        Assert.True(fault.Attempts >= 1, $"{response}: {fault.Message}");
        Assert.True(
            fault.Status is null ? fault.MayHaveBeenApplied : (int)fault.Status == response.Status,
            $"{response}: {fault.Status} {fault.Message}"
        );
        Assert.True(response.Status < 500 || fault.MayHaveBeenApplied, $"{response}: {fault.Message}");
    }

    private static async Task<KoreXoException> FailAsync(string call, int status, string? encoding, byte[] body)
    {
        using var server = Serve(status, encoding, body);
        using var connection = Connect(server);
        return await Assert.ThrowsAnyAsync<KoreXoException>(() => Calls[call](connection));
    }

    private static RawServer Serve(int status, string? encoding, byte[] body) =>
        RawServer.Sending(new DamagedResponse(status, encoding, body, "exact").ToBytes());

    private static ApiConnection Connect(RawServer server, KoreXoCredential? credential = null, int retries = 0) =>
        new(
            new KoreXoClientOptions
            {
                Endpoint = server.Endpoint,
                Credential = credential ?? new ApiKeyCredential(TestApi.Token),
                MaxRetries = retries,
            }
        );

    private static Job<Thing> Resume(ApiConnection connection) =>
        connection.ResumeJob(
            ExportJob.Export,
            ExportJob.Token("""{"v":1,"op":"startExport","values":{"path.botId":"b"},"match":{"/_id":"1"}}""")
        );

    private sealed class RenewableCredential : KoreXoCredential
    {
        public int Asked { get; private set; }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
            new(new AccessToken($"t-{++Asked}"));

        public override ValueTask<bool> OnTokenRejectedAsync(string token, CancellationToken cancellationToken) => new(true);
    }
}
