namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Operations that a document distinguishes by a query behind their path.</summary>
public sealed class FixedQueryTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Actions, version: "1" }
        paths:
          /do?Action=Start: { post: { operationId: start, responses: { "204": { description: d } } } }
          /do?Action=Stop: { post: { operationId: stop, parameters: [{ name: force, in: query, schema: { type: boolean } }], responses: { "204": { description: d } } } }
          /do?Action=Stop&All: { post: { operationId: stopAll, responses: { "204": { description: d } } } }
          /one?Action=Only: { get: { operationId: only, responses: { "204": { description: d } } } }
          /find?term={term}: { get: { operationId: find, parameters: [{ name: term, in: query, schema: { type: string, minLength: 2 } }], responses: { "204": { description: d } } } }
        """;

    [Theory]
    [InlineData("POST", "/do?Action=Start", "start")]
    [InlineData("POST", "/do?Action=Stop", "stop")]
    [InlineData("POST", "/do?force=true&Action=Stop", "stop")]
    [InlineData("POST", "/do?Action=Stop&All", "stopAll")]
    [InlineData("POST", "/do?All=x&Action=Stop", "stopAll")]
    [InlineData("GET", "/one?Action=Only", "only")]
    [InlineData("GET", "/find?term=ab", "find")]
    [InlineData("GET", "/find", "find")]
    public async Task The_query_says_which_is_meant(string method, string target, string id)
    {
        Assert.Equal(204, (await SendAsync(method, target)).Status);
        Assert.Equal(id, Service.Requests[^1].OperationId);
    }

    [Theory]
    [InlineData("POST", "/do", "The query parameter 'Action' is not valid: 'Start' is expected.")]
    [InlineData("POST", "/do?Action=Pause", "The query parameter 'Action' is not valid: 'Start' is expected.")]
    [InlineData("POST", "/do?Action=start", "The query parameter 'Action' is not valid: 'Start' is expected.")]
    [InlineData("POST", "/do?Action=Start&Action=Stop", "The query parameter 'Action' is not valid: 'Start' is expected.")]
    [InlineData("POST", "/do?Action=Start&force=true", "The query parameter 'force' is not known to this API.")]
    [InlineData("GET", "/one", "The query parameter 'Action' is not valid: 'Only' is expected.")]
    [InlineData("GET", "/one?Action=Other", "The query parameter 'Action' is not valid: 'Only' is expected.")]
    [InlineData("GET", "/find?term=a", "The query parameter 'term' is not valid: at least 2 characters are expected.")]
    public async Task Another_value_is_refused(string method, string target, string reason)
    {
        var reply = await SendAsync(method, target);

        Assert.Equal((400, reason), (reply.Status, reply.Json["errors"]![0]!.GetValue<string>()));
    }

    [Fact]
    public void None_of_them_hides_another() => Assert.All(Service.Operations, operation => Assert.Null(operation.Remark));
}
