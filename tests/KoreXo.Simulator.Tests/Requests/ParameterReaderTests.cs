using System.Net;
using System.Text;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Parameters wherever a document puts them, and what is said about those that are wrong.</summary>
public sealed class ParameterReaderTests : PlatformTest
{
    protected override void Configure(XoSimulatorOptions options) =>
        options.Documents.Add(
            """
            openapi: 3.0.3
            info: { title: Shop, version: '1' }
            paths:
              /items/{id}:
                get:
                  operationId: getItem
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }
                    - { name: X-Mode, in: header, required: true, schema: { type: string, enum: [fast, slow] } }
                    - { name: session, in: cookie, schema: { type: integer } }
                    - { name: flag, in: query, schema: { type: boolean } }
                    - { name: day, in: query, schema: { type: string, format: date } }
                    - { name: name, in: query, schema: { type: string, minLength: 2, pattern: '^[a-z]+$' } }
                  responses: {}
            """
        );

    [Theory]
    [InlineData("/items/7", "fast", null)]
    [InlineData("/items/7", "slow", "other=x; session=5")]
    [InlineData("/items/007?flag=false&day=2024-02-29&name=ab", "fast", "session=1")]
    public async Task What_the_document_allows_is_taken(string target, string mode, string? cookie) =>
        (await SendAsync(target, mode, cookie)).Refusal(HttpStatusCode.NotImplemented);

    [Theory]
    [InlineData("/items/0", "fast", null, "The path parameter 'id' is not valid: it is below 1.")]
    [InlineData("/items/x", "fast", null, "The path parameter 'id' is not valid: an integer of at most 64 bits is expected.")]
    [InlineData("/items/%201", "fast", null, "The path parameter 'id' is not valid: an integer of at most 64 bits is expected.")]
    [InlineData("/items/1", null, null, "The header 'X-Mode' is missing.")]
    [InlineData("/items/1", "Fast", null, "The header 'X-Mode' is not valid: one of 'fast', 'slow' is expected.")]
    [InlineData("/items/1", "fast", "session=x", "The cookie 'session' is not valid: an integer of at most 64 bits is expected.")]
    [InlineData("/items/1", "fast", "session=1; session=2", "The cookie 'session' is given more than once.")]
    [InlineData("/items/1?flag=TRUE", "fast", null, "The query parameter 'flag' is not valid: true or false is expected.")]
    [InlineData("/items/1?flag", "fast", null, "The query parameter 'flag' is not valid: true or false is expected.")]
    [InlineData("/items/1?day=2023-02-29", "fast", null, "The query parameter 'day' is not valid: a date such as 2026-01-31 is expected.")]
    [InlineData("/items/1?name=a", "fast", null, "The query parameter 'name' is not valid: at least 2 characters are expected.")]
    [InlineData("/items/1?name=aB", "fast", null, "The query parameter 'name' is not valid: it does not match the pattern ^[a-z]+$.")]
    [InlineData("/items/1?id=1", "fast", null, "The query parameter 'id' is not known to this API.")]
    [InlineData("/items/1?=1", "fast", null, "The query parameter '' is not known to this API.")]
    [InlineData("/items/1?n%C3%A4me=ab", "fast", null, "The query parameter 'näme' is not known to this API.")]
    public async Task A_parameter_that_is_wrong_is_named_with_its_place(string target, string? mode, string? cookie, string reason) =>
        Assert.Equal(reason, (await SendAsync(target, mode, cookie)).Refusal(HttpStatusCode.BadRequest));

    [Fact]
    public async Task A_header_that_is_sent_twice_is_refused()
    {
        var reply = await As(app: null)
            .SendAsync(
                "GET",
                "/items/1",
                content: null,
                request =>
                {
                    request.Headers.TryAddWithoutValidation("X-Mode", "fast");
                    request.Headers.TryAddWithoutValidation("X-Mode", "slow");
                }
            );

        reply.Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task All_errors_are_reported_in_the_form_of_the_platform()
    {
        var reply = await SendAsync("/items/0?flag=1&more=2", mode: null, cookie: null);

        Assert.Equal(
            """
            {"errors":[{"msg":"The path parameter 'id' is not valid: it is below 1.","code":400},{"msg":"The header 'X-Mode' is missing.","code":400},{"msg":"The query parameter 'flag' is not valid: true or false is expected.","code":400},{"msg":"The query parameter 'more' is not known to this API.","code":400}]}
            """,
            reply.Text.Replace("\\u0027", "'", StringComparison.Ordinal)
        );
        Assert.Equal("application/json; charset=utf-8", reply.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_body_of_a_request_that_takes_none_is_refused()
    {
        using var content = new StringContent("x", Encoding.UTF8, "text/plain");

        var reply = await As(app: null)
            .SendAsync("GET", "/items/1", content, request => request.Headers.TryAddWithoutValidation("X-Mode", "fast"));

        Assert.Equal("This API takes no body.", reply.Refusal(HttpStatusCode.BadRequest));
    }

    private Task<TestCaller.Reply> SendAsync(string target, string? mode, string? cookie) =>
        As(app: null)
            .SendAsync(
                "GET",
                target,
                content: null,
                request =>
                {
                    if (mode is not null)
                    {
                        request.Headers.TryAddWithoutValidation("X-Mode", mode);
                    }

                    if (cookie is not null)
                    {
                        request.Headers.TryAddWithoutValidation("Cookie", cookie);
                    }
                }
            );
}
