using System.Net;

namespace KoreXo.Runtime.Tests;

/// <summary>A 403 is reported as a missing scope only if the response or the manifest says so.</summary>
public sealed class ForbiddenTests
{
    private static readonly ScopeRequirement Need = new("admin", "files:read", "files:write");

    [Theory]
    [InlineData("""{"errors":[{"msg":"Your IP address is not allowed","code":4003}]}""")]
    [InlineData("""{"errors":[{"msg":"This API cannot be called with a platform app, only with: admin."}]}""")]
    [InlineData("""{"message":"Read files is turned off for this bot"}""")]
    [InlineData("""{"message":"No telescope is required"}""")]
    [InlineData("<html><title>Forbidden by the proxy</title></html>")]
    [InlineData("")]
    public async Task Another_reason_is_a_refusal_with_the_required_scopes_beside_it(string body)
    {
        var fault = await FailAsync(TestApi.Needing(Need), body);

        Assert.IsType<KoreXoForbiddenException>(fault);
        Assert.Equal((HttpStatusCode.Forbidden, "admin"), (fault.Status, fault.Credential));
        Assert.Equal(["files:read", "files:write"], fault.RequiredScopes);
        Assert.EndsWith(
            "the response names no missing scope: check what the service allows the app (the document requires credential 'admin' with scope 'files:read' and 'files:write') (request id req-1)",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"errors":[{"msg":"The app does not hold the scope 'files:write'."}]}""", "files:write")]
    [InlineData("""{"errors":[{"msg":"You do not have the permission Read Files"}]}""", "files:read")]
    [InlineData("""{"message":"scopes files:read, files:write are not granted"}""", "files:read,files:write")]
    [InlineData("""{"message":"Required scope is missing"}""", "files:read,files:write")]
    [InlineData("""{"error":"insufficient_scope"}""", "files:read,files:write")]
    [InlineData("""{"error":{"code":"insufficient_scope","message":"no"}}""", "files:read,files:write")]
    public async Task A_response_that_says_so_is_a_missing_scope(string body, string missing)
    {
        var fault = Assert.IsType<KoreXoScopeException>(await FailAsync(TestApi.Needing(Need), body));

        Assert.Equal(missing, string.Join(',', fault.MissingScopes));
        Assert.Equal(["files:read", "files:write"], fault.RequiredScopes);
        Assert.EndsWith(
            "grant it in the console of the service, and list it in the scope manifest (request id req-1)",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_challenge_of_oauth_says_so_too()
    {
        var fault = await FailAsync(
            TestApi.Needing(Need),
            "",
            headers: ("WWW-Authenticate", "Bearer realm=\"x\", error=\"insufficient_scope\", scope=\"files:write\"")
        );
        Assert.IsType<KoreXoScopeException>(fault);
    }

    [Fact]
    public async Task The_manifest_says_so_for_a_credential_of_the_calls_own()
    {
        var fault = await FailAsync(
            TestApi.Needing(Need),
            "{}",
            options => options.Scopes = new ScopeManifest("ci", [new("admin", ["files:read"])]),
            new CallOptions { Credential = new ApiKeyCredential("own") }
        );
        Assert.Equal("files:write", Assert.Single(Assert.IsType<KoreXoScopeException>(fault).MissingScopes));
    }

    [Fact]
    public async Task With_several_alternatives_the_one_that_the_response_names_counts()
    {
        var operation = TestApi.Needing(new ScopeRequirement("admin", "files:read"), new ScopeRequirement("platform", "files:write"));
        var fault = await FailAsync(
            operation,
            """{"msg":"scope files:write required"}""",
            call: new CallOptions { Credential = new ApiKeyCredential("own") }
        );
        Assert.Equal(
            ("platform", "files:write"),
            (fault.Credential, Assert.Single(Assert.IsType<KoreXoScopeException>(fault).MissingScopes))
        );
    }

    [Fact]
    public async Task An_operation_that_requires_nothing_may_be_refused_too()
    {
        var fault = await FailAsync(TestApi.Get, "{}");
        Assert.IsType<KoreXoForbiddenException>(fault);
        Assert.Empty(fault.RequiredScopes);
    }

    private static async Task<KoreXoForbiddenException> FailAsync(
        OperationDescriptor operation,
        string body,
        Action<KoreXoClientOptions>? configure = null,
        CallOptions? call = null,
        (string, string)? headers = null
    )
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            body,
            403,
            headers: [("X-Request-Id", "req-1"), headers ?? ("X-Other", "1")]
        );
        using var connection = server.Connect(configure);
        return await Assert.ThrowsAnyAsync<KoreXoForbiddenException>(() =>
            connection.SendAsync(TestApi.Request(operation), call, CancellationToken.None)
        );
    }
}
