using System.Net;

namespace KoreXo.Simulator.Tests.Apps;

public sealed class TokenPlaceTests : PlatformTest
{
    protected override void Configure(XoSimulatorOptions options) =>
        options.Documents.Add(
            """
            {"openapi":"3.0.3","info":{"title":"Shop","version":"1"},"security":[{"bearer":[]}],
             "paths":{"/closed":{"get":{"operationId":"getClosed","responses":{}}},
                      "/open":{"get":{"operationId":"getOpen","security":[],"responses":{}}},
                      "/free":{"get":{"operationId":"getFree","x-scopes":[],"responses":{}}}},
             "components":{"securitySchemes":{"bearer":{"type":"http","scheme":"bearer"}}}}
            """
        );

    [Fact]
    public async Task The_document_says_where_the_token_stands()
    {
        var token = TestToken.Sign(Platform.AddApp(AppKind.Admin));
        var caller = As(null);

        (await SendAsync(caller, "/closed", "Bearer " + token)).Refusal(HttpStatusCode.NotImplemented);
        Assert.Equal(["***"], Platform.Requests[^1].Headers["Authorization"]);
        Assert.Contains(
            "must begin with 'Bearer'",
            (await SendAsync(caller, "/closed", token)).Refusal(HttpStatusCode.Unauthorized),
            StringComparison.Ordinal
        );
        caller.Token = token;
        Assert.Contains(
            "'Authorization'",
            (await caller.GetAsync("/closed")).Refusal(HttpStatusCode.Unauthorized),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_operation_without_security_asks_for_no_token() =>
        (await As(null).GetAsync("/open")).Refusal(HttpStatusCode.NotImplemented);

    [Fact]
    public async Task An_operation_that_needs_no_scope_still_asks_for_a_token()
    {
        (await As(null).GetAsync("/free")).Refusal(HttpStatusCode.Unauthorized);
        (await SendAsync(As(null), "/free", "Bearer " + TestToken.Sign(Platform.AddApp(AppKind.Data)))).Refusal(
            HttpStatusCode.NotImplemented
        );
    }

    private static Task<TestCaller.Reply> SendAsync(TestCaller caller, string target, string authorization) =>
        caller.SendAsync("GET", target, content: null, request => request.Headers.TryAddWithoutValidation("Authorization", authorization));
}
