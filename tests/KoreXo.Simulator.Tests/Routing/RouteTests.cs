using System.Net;

namespace KoreXo.Simulator.Tests.Routing;

public sealed class RouteTests : PlatformTest
{
    private TestCaller _caller = null!;

    protected override void Configure(XoSimulatorOptions options) =>
        options.Documents.Add(
            """
            openapi: 3.0.3
            info: { title: Shop, version: '1' }
            paths:
              /shop/{id}/size: { get: { operationId: getSize, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: {} } }
              /shop/sale/{day}: { get: { operationId: getSale, parameters: [{ name: day, in: path, required: true, schema: { type: string } }], responses: {} } }
              /shop/sale/size: { get: { operationId: getSaleSize, responses: {} }, put: { operationId: setSaleSize, responses: {} } }
            """
        );

    protected override Task PrepareAsync()
    {
        _caller = As(Platform.AddAppWithAllScopes(AppKind.Data));
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/public/tables")]
    [InlineData("/api/public/Tables/T/query")]
    [InlineData("/api/public/tables/T/query/")]
    [InlineData("/api/public/tables//query")]
    [InlineData("/downloads")]
    [InlineData("/downloads/nothing.zip")]
    public async Task A_path_of_no_api_is_not_found(string path) =>
        (await _caller.PostAsync(path, "{}")).Refusal(
            path.StartsWith("/downloads/", StringComparison.Ordinal) ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.NotFound
        );

    [Fact]
    public async Task Another_verb_is_refused_with_those_that_are_taken()
    {
        var reply = await _caller.SendAsync("PATCH", "/api/public/tables/T", "{}");

        reply.Refusal(HttpStatusCode.MethodNotAllowed);
        Assert.Equal("DELETE,POST,PUT", reply.Headers["Allow"]);
    }

    [Theory]
    [InlineData("/shop/7/size", "getSize")]
    [InlineData("/shop/sale/monday", "getSale")]
    [InlineData("/shop/sale/size", "getSaleSize")]
    [InlineData("/shop/%73ale/monday", "getSale")]
    public async Task A_literal_segment_wins_over_a_parameter(string path, string operation)
    {
        Assert.Contains($"'{operation}'", (await As(null).GetAsync(path)).Refusal(HttpStatusCode.NotImplemented), StringComparison.Ordinal);
        Assert.Equal(operation, Platform.Requests[^1].OperationId);
    }

    [Theory]
    [InlineData("a/b?c#d", "a%2Fb%3Fc%23d")]
    [InlineData("../x", "..%2Fx")]
    [InlineData("100%", "100%25")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("two words", "two%20words")]
    [InlineData("a+b", "a+b")]
    [InlineData("🚆", "%F0%9F%9A%86")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    public async Task An_encoded_segment_is_decoded_once(string table, string segment)
    {
        Platform.AddTable(table);

        (await _caller.PostAsync($"/api/public/tables/{segment}", """{"data":{"a":1}}""")).Success();

        Assert.Equal(1, Platform.Tables[table].Count);
        Assert.Equal($"/api/public/tables/{segment}", Platform.Requests[^1].Target);
    }

    [Theory]
    [InlineData("/api/public/views/../tables/T/query")]
    [InlineData("/api/public/tables/%2e%2e/query")]
    [InlineData("/api/public/tables/./query")]
    [InlineData("/api/public/tables/%zz/query")]
    [InlineData("/api/public/tables/%2/query")]
    [InlineData("/api/public/tables/%FF/query")]
    [InlineData("//api/public/tables/T/query")]
    public async Task A_path_that_could_be_read_in_two_ways_is_refused(string path) =>
        (await _caller.PostAsync(path, "{}")).Refusal(HttpStatusCode.BadRequest);
}
