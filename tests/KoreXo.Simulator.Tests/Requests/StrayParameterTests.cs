using KoreXo.Simulator.Tests.AnyDocument;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Lists and objects in the query that are not written as the document says: nothing is ignored silently.</summary>
public sealed class StrayParameterTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Query, version: "1" }
        paths:
          /deep: { get: { operationId: deep, parameters: [{ name: range, in: query, style: deepObject, explode: true, schema: { $ref: "#/components/schemas/Range" } }], responses: { "204": { description: d } } } }
          /spread: { get: { operationId: spread, parameters: [{ name: range, in: query, schema: { $ref: "#/components/schemas/Range" } }], responses: { "204": { description: d } } } }
          /whole: { get: { operationId: whole, parameters: [{ name: range, in: query, explode: false, schema: { $ref: "#/components/schemas/Range" } }], responses: { "204": { description: d } } } }
          /json: { get: { operationId: json, parameters: [{ name: range, in: query, content: { application/json: { schema: { $ref: "#/components/schemas/Range" } } } }], responses: { "204": { description: d } } } }
          /list: { get: { operationId: list, parameters: [{ name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }], responses: { "204": { description: d } } } }
          /either: { get: { operationId: either, parameters: [{ name: at, in: query, style: deepObject, explode: true, schema: { anyOf: [{ type: object, properties: { gte: { type: integer } } }, { type: integer }] } }], responses: { "204": { description: d } } } }
          /free: { get: { operationId: free, parameters: [{ name: more, in: query, schema: { type: object, additionalProperties: { type: integer } } }], responses: { "204": { description: d } } } }
          /path/{range}: { get: { operationId: path, parameters: [{ name: range, in: path, required: true, schema: { $ref: "#/components/schemas/Range" } }], responses: { "204": { description: d } } } }
        components:
          schemas:
            Range: { type: object, additionalProperties: false, properties: { from: { type: integer }, to: { type: integer } } }
        """;

    [Theory]
    [InlineData("/deep?range[from]=1&range[to]=2")]
    [InlineData("/deep?range%5Bfrom%5D=1")]
    [InlineData("/deep")]
    [InlineData("/spread?from=1&to=2")]
    [InlineData("/whole?range=from,1,to,2")]
    [InlineData("/whole?range=from,1")]
    [InlineData("/json?range=%7B%22from%22:1%7D")]
    [InlineData("/list?ids=1,2")]
    [InlineData("/either?at=5")]
    [InlineData("/either?at[gte]=5")]
    [InlineData("/free?more=5&less=6")]
    [InlineData("/path/from,1,to,2")]
    public async Task What_is_written_as_documented_is_taken(string target) => Assert.Equal(204, (await SendAsync("GET", target)).Status);

    [Theory]
    [InlineData("/deep?range=1", "The query parameter 'range' is not known to this API.")]
    [InlineData("/deep?range=from,1", "The query parameter 'range' is not known to this API.")]
    [InlineData("/deep?range[from]=1&range=2", "The query parameter 'range' is not known to this API.")]
    [InlineData(
        "/deep?range[from]=1&range[from]=2",
        "The query parameter 'range' is not valid at /from: an integer of at most 64 bits is expected."
    )]
    [InlineData("/deep?range[from][x]=1", "The query parameter 'range' is not valid at /from: an integer of at most 64 bits is expected.")]
    [InlineData(
        "/deep?range[other]=1",
        "The query parameter 'range' is not valid at /other: this member is not known; known are from, to."
    )]
    [InlineData("/deep?Range[from]=1", "The query parameter 'Range[from]' is not known to this API.")]
    [InlineData("/spread?range=from,1", "The query parameter 'range' is not known to this API.")]
    [InlineData("/spread?from=x", "The query parameter 'range' is not valid at /from: an integer of at most 64 bits is expected.")]
    [InlineData("/spread?from=1&from=2", "The query parameter 'range' is not valid at /from: an integer of at most 64 bits is expected.")]
    [InlineData("/whole?range=garbage", "The query parameter 'range' is not valid: an object is expected.")]
    [InlineData("/whole?range=from,1,to", "The query parameter 'range' is not valid: an object is expected.")]
    [InlineData("/whole?range=from,1&range=to,2", "The query parameter 'range' is given more than once.")]
    [InlineData("/json?range={", "The query parameter 'range' is not valid: an object is expected.")]
    [InlineData("/json?range={}&range={}", "The query parameter 'range' is given more than once.")]
    [InlineData("/list?ids=1,x", "The query parameter 'ids' is not valid at /1: an integer of at most 64 bits is expected.")]
    [InlineData("/list?ids=1,,2", "The query parameter 'ids' is not valid at /1: an integer of at most 64 bits is expected.")]
    [InlineData("/list?ids=+1", "The query parameter 'ids' is not valid at /0: an integer of at most 64 bits is expected.")]
    [InlineData("/list?ids=%2B1", "The query parameter 'ids' is not valid at /0: an integer of at most 64 bits is expected.")]
    [InlineData("/path/garbage", "The path parameter 'range' is not valid: an object is expected.")]
    [InlineData("/path/from,1,to", "The path parameter 'range' is not valid: an object is expected.")]
    public async Task What_is_written_otherwise_is_refused(string target, string reason)
    {
        var reply = await SendAsync("GET", target);

        Assert.Equal(400, reply.Status);
        Assert.Equal(reason, reply.Json["errors"]![0]!.GetValue<string>());
    }
}
