using System.Net;

namespace KoreXo.Runtime.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("""{"errors":[{"msg":"Invalid bot","code":4001}]}""", "4001", "Invalid bot")]
    [InlineData("""{"errors":[{"message":"m","code":"E1"},{"msg":"second"}]}""", "E1", "m")]
    [InlineData("""{"errors":["plain"]}""", null, "plain")]
    [InlineData("""{"errors":[]}""", null, null)]
    [InlineData("""{"errors":7}""", null, null)]
    [InlineData("""{"error":{"message":"m","code":"E2"}}""", "E2", "m")]
    [InlineData("""{"error":"invalid_token","error_description":"expired"}""", null, "invalid_token")]
    [InlineData("""{"message":"m","code":12}""", "12", "m")]
    [InlineData("""{"msg":"m"}""", null, "m")]
    [InlineData("""[{"msg":"m","code":1}]""", "1", "m")]
    [InlineData("\"just text\"", null, "just text")]
    [InlineData("{\"msg\":\"half \\ud83d\"}", null, "half \uFFFD")]
    [InlineData("{\"ms\\ud83d\":1,\"msg\":\"m\"}", null, "m")]
    [InlineData("{\"msg\":\"two\\r\\nlines\"}", null, "two  lines")]
    [InlineData("plain text", null, "plain text")]
    [InlineData("<html><head><title> Bad Gateway </title></head></html>", null, "an HTML page: Bad Gateway")]
    [InlineData("<html>", null, "an HTML page")]
    [InlineData("{\"msg\":\"cut", null, "{\"msg\":\"cut")]
    [InlineData("", null, null)]
    [InlineData("   ", null, null)]
    [InlineData("null", null, "null")]
    [InlineData("\uFEFF{\"msg\":\"m\"}", null, "m")]
    public async Task Any_body_of_an_error_is_read(string body, string? code, string? message)
    {
        var fault = await FailAsync<KoreXoValidationException>(body, 400);

        Assert.Equal(code, fault.Code);
        Assert.Equal(
            $"GET /things/{{thingId}}: 400 BadRequest{(code is null ? "" : $", code {code}")}{(message is null ? "" : $", {message}")}",
            fault.Message
        );
    }

    [Fact]
    public async Task A_deep_body_does_not_hide_the_error()
    {
        var fault = await FailAsync<KoreXoValidationException>(new string('[', 10_000), 400);
        Assert.StartsWith("GET /things/{thingId}: 400 BadRequest, [[[", fault.Message);
    }

    [Theory]
    [InlineData(400, typeof(KoreXoValidationException), false, false)]
    [InlineData(401, typeof(KoreXoAuthenticationException), false, false)]
    [InlineData(403, typeof(KoreXoForbiddenException), false, false)]
    [InlineData(404, typeof(KoreXoNotFoundException), false, false)]
    [InlineData(408, typeof(KoreXoException), true, true)]
    [InlineData(409, typeof(KoreXoConflictException), false, false)]
    [InlineData(418, typeof(KoreXoException), false, false)]
    [InlineData(422, typeof(KoreXoValidationException), false, false)]
    [InlineData(429, typeof(KoreXoRateLimitException), true, false)]
    [InlineData(500, typeof(KoreXoException), true, true)]
    [InlineData(501, typeof(KoreXoException), false, true)]
    [InlineData(503, typeof(KoreXoException), true, true)]
    [InlineData(599, typeof(KoreXoException), true, true)]
    [InlineData(302, typeof(KoreXoException), false, false)]
    public async Task The_status_decides_the_type(int status, Type type, bool transient, bool mayHaveBeenApplied)
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"msg":"no"}""", status, headers: ("X-Request-Id", "req-1"));
        using var connection = server.Connect();
        var details = new ResponseDetails();

        var fault = (KoreXoException)
            (
                await Record.ExceptionAsync(() =>
                    connection.SendAsync(TestApi.Request(), new CallOptions { Details = details }, CancellationToken.None)
                )
            )!;

        Assert.IsType(type, fault);
        Assert.Equal(
            ((HttpStatusCode?)status, "req-1", "GET", "/things/{thingId}", "getThing", 1),
            (fault.Status, fault.RequestId, fault.Method, fault.Path, fault.OperationId, fault.Attempts)
        );
        Assert.Equal((transient, mayHaveBeenApplied), (fault.IsTransient, fault.MayHaveBeenApplied));
        Assert.EndsWith("(request id req-1)", fault.Message);
        Assert.Equal(((HttpStatusCode)status, "req-1", 1), (details.Status, details.RequestId, details.Attempts));
        Assert.Equal("req-1", Assert.Single(details.Headers["x-request-id"]));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task A_refusal_for_rate_is_known_by_its_text_whatever_the_status(int status)
    {
        var fault = await FailAsync<KoreXoRateLimitException>("""{"errors":[{"msg":"Hourly Rate Limit exceeded"}]}""", status);
        Assert.Equal((TimeSpan.FromHours(1), true, false), (fault.RetryAfter, fault.IsTransient, fault.MayHaveBeenApplied));
    }

    [Fact]
    public async Task Data_that_speaks_of_rate_limits_is_data()
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            """{"name":"we hit the hourly rate limit","message":"hourly rate limit"}"""
        );
        using var connection = server.Connect();
        var thing = await connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None);
        Assert.Equal("we hit the hourly rate limit", thing.Name);
    }

    [Theory]
    [InlineData("""{"errors":[{"msg":"no such bot","code":404}]}""", typeof(KoreXoNotFoundException), false, false)]
    [InlineData("""{"errors":[{"msg":"no","code":"401"}]}""", typeof(KoreXoAuthenticationException), false, false)]
    [InlineData("""{"errors":[{"message":"down","code":500}]}""", typeof(KoreXoException), true, true)]
    [InlineData("""{"errors":[{"msg":"odd","code":"E7"}]}""", typeof(KoreXoException), true, false)]
    [InlineData(" { \"errors\" : [ { \"msg\" : \"no\", \"code\" : 429 } ] }", typeof(KoreXoRateLimitException), false, true)]
    [InlineData("""{"errors":[{"msg":"row 7 is faulty"}]}""", null, false, false)]
    [InlineData("""{"errors":[{"msg":"no","code":404}],"users":[]}""", null, false, false)]
    [InlineData("""{"errors":[],"name":"a"}""", null, false, false)]
    [InlineData("""{"error":"a name"}""", null, false, false)]
    public async Task A_success_that_is_nothing_but_an_error_is_one_and_what_has_data_beside_it_is_not(
        string body,
        Type? type,
        bool mayHaveBeenApplied,
        bool transient
    )
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);
        using var connection = server.Connect();
        var fault = await Record.ExceptionAsync(() =>
            connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)
        );
        Assert.Equal(type, fault?.GetType());
        if (fault is KoreXoException failure)
        {
            Assert.Equal(
                (HttpStatusCode.OK, mayHaveBeenApplied, transient),
                (failure.Status, failure.MayHaveBeenApplied, failure.IsTransient)
            );
        }
    }

    [Fact]
    public async Task Errors_that_are_described_as_data_are_data()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"errors":[{"msg":"row 7","code":404}]}""");
        using var connection = server.Connect();
        var thing = await connection.SendAsync(
            TestApi.Request(new(TestApi.Api, "op", HttpMethod.Get, "/x") { Scopes = [], ErrorsAreData = true }),
            ThingCodec.Instance,
            null,
            CancellationToken.None
        );
        Assert.Equal("", thing.Name);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 01 Jan 2026 00:01:30 GMT", 90)]
    [InlineData("Wed, 31 Dec 2025 00:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task The_wait_that_the_server_asks_for_is_read(string header, int? seconds)
    {
        await using var server = await LoopbackServer.AnsweringAsync("", 503, headers: ("Retry-After", header));
        using var connection = server.Connect(options => options.TimeProvider = new ManualClock());
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, fault.RetryAfter);
    }

    [Fact]
    public async Task A_long_body_is_cut()
    {
        var fault = await FailAsync<KoreXoNotFoundException>(new string('x', 100_000), 404);
        Assert.Equal(32 * 1024, fault.Body!.Length);
        Assert.True(fault.Message.Length < 500);
    }

    [Fact]
    public async Task A_token_that_the_server_echoes_is_blacked_out()
    {
        await using var server = await LoopbackServer.StartAsync(
            (context, request) =>
                LoopbackServer.WriteAsync(
                    context,
                    $$"""{"errors":[{"msg":"bad token {{request.Headers["auth"]}}","code":"{{request.Headers["auth"]}}"}]}""",
                    401
                )
        );
        using var connection = server.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );
        Assert.DoesNotContain(TestApi.Token, fault.ToString() + fault.Body + fault.Code);
        Assert.Contains("bad token ***", fault.Body);
    }

    [Fact]
    public async Task The_values_of_the_call_are_not_shown()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}", 500);
        using var connection = server.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(address: "/things/jane%40example.com?phone=555"), null, CancellationToken.None)
        );
        Assert.DoesNotContain("jane", fault.ToString());
        Assert.DoesNotContain("555", fault.ToString());
    }

    [Fact]
    public void Every_exception_can_be_made_in_public()
    {
        var fault = new KoreXoScopeException("no")
        {
            Status = HttpStatusCode.Forbidden,
            MissingScopes = ["a"],
            Credential = "admin",
            RetryAfter = TimeSpan.FromSeconds(1),
        };
        Assert.Equal(("no", HttpStatusCode.Forbidden), (fault.Message, fault.Status));
        Assert.Equal("x", new KoreXoJobFailedException("failed", new IOException()) { State = "x" }.State);
    }

    private static async Task<T> FailAsync<T>(string body, int status)
        where T : KoreXoException
    {
        await using var server = await LoopbackServer.AnsweringAsync(body, status);
        using var connection = server.Connect();
        return await Assert.ThrowsAsync<T>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
    }

    [Theory]
    [InlineData("""{"status":"Error","message":"never published"}""", "never published")]
    [InlineData("""{"status":"error","message":"never published"}""", "never published")]
    [InlineData("The language is the default already", "the default already")]
    public async Task A_success_that_the_document_marks_as_a_refusal_is_one(string body, string message)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, body));
        using var connection = handler.Connect();

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(Marked), ThingCodec.Instance, null, CancellationToken.None)
        );

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, false, false, 1), (fault.Status, fault.MayHaveBeenApplied, fault.IsTransient, fault.Attempts));
        Assert.Equal(body, fault.Body);
    }

    [Fact]
    public async Task A_success_beside_the_mark_is_read()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"status":"success","name":"a"}"""));
        using var connection = handler.Connect();

        Assert.Equal("a", (await connection.SendAsync(TestApi.Request(Marked), ThingCodec.Instance, null, CancellationToken.None)).Name);
    }

    [Theory]
    [InlineData("<html>login</html>")]
    [InlineData("{\"status\":\"Error\"")]
    public async Task A_page_or_a_cut_answer_is_no_refusal_but_unknown(string body)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, body));
        using var connection = handler.Connect();

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(Marked), ThingCodec.Instance, null, CancellationToken.None)
        );

        Assert.True(fault.MayHaveBeenApplied);
    }

    private static readonly OperationDescriptor Marked = new(TestApi.Api, "change", HttpMethod.Post, "/things/{thingId}")
    {
        Scopes = [],
        Error = new ErrorMark("/status", ["Error"], Text: true),
    };
}
