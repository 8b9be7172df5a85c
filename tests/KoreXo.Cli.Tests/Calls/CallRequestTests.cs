using KoreXo.Cli.Calls.Requests;
using KoreXo.Runtime;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>An argument is sent where its method would send it, in the style that the document says.</summary>
public sealed class CallRequestTests
{
    private const string List = "schema: { type: array, items: { type: integer } }";
    private const string Point = "schema: { type: object, properties: { lat: { type: number }, lng: { type: number } } }";

    [Theory]
    [InlineData("schema: { type: string }", "a/b c", "/things/a%2Fb%20c")]
    [InlineData("schema: { type: string, format: date }", "2026-01-31", "/things/2026-01-31")]
    [InlineData(List, "1|2", "/things/1,2")]
    [InlineData("style: label, " + List, "1|2", "/things/.1,2")]
    [InlineData("style: label, explode: true, " + List, "1|2", "/things/.1.2")]
    [InlineData("style: matrix, " + List, "1|2", "/things/;id=1,2")]
    [InlineData("style: matrix, explode: true, " + List, "1|2", "/things/;id=1;id=2")]
    [InlineData(Point, """{"lat":1.5,"lng":2}""", "/things/lat,1.5,lng,2")]
    [InlineData("explode: true, " + Point, """{"lat":1.5,"lng":2}""", "/things/lat=1.5,lng=2")]
    [InlineData("style: label, explode: true, " + Point, """{"lat":1.5,"lng":2}""", "/things/.lat=1.5.lng=2")]
    [InlineData("style: matrix, explode: true, " + Point, """{"lat":1.5,"lng":2}""", "/things/;lat=1.5;lng=2")]
    [InlineData("style: matrix, " + Point, """{"lat":1.5,"lng":2}""", "/things/;id=lat,1.5,lng,2")]
    public async Task In_the_path(string parameter, string value, string address) =>
        Assert.Equal(address, (await CreateAsync($"{{ name: id, in: path, required: true, {parameter} }}", value, "/things/{id}")).Address);

    [Theory]
    [InlineData("schema: { type: string }", "a&b=c", "/things?q=a%26b%3Dc")]
    [InlineData("schema: { type: boolean }", "false", "/things?q=false")]
    [InlineData("schema: { type: string, format: date-time }", "2026-01-31", "/things?q=2026-01-31T00%3A00%3A00Z")]
    [InlineData("allowReserved: true, schema: { type: string }", "a/b:c", "/things?q=a/b:c")]
    [InlineData(List, "1|2", "/things?q=1&q=2")]
    [InlineData("explode: false, " + List, "1|2", "/things?q=1,2")]
    [InlineData("style: pipeDelimited, explode: false, " + List, "1|2", "/things?q=1%7C2")]
    [InlineData("style: deepObject, " + Point, """{"lat":1.5}""", "/things?q%5Blat%5D=1.5")]
    [InlineData(Point, """{"lat":1.5,"lng":2}""", "/things?lat=1.5&lng=2")]
    [InlineData("content: { application/json: { " + Point + " } }", """{"lat":1.5}""", "/things?q=%7B%22lat%22%3A1.5%7D")]
    public async Task In_the_query(string parameter, string value, string address) =>
        Assert.Equal(address, (await CreateAsync($"{{ name: q, in: query, {parameter} }}", value, "/things")).Address);

    [Theory]
    [InlineData("in: header, schema: { type: string }", "a b", "X-A: a b")]
    [InlineData("in: header, " + List, "1|2", "X-A: 1,2")]
    [InlineData("in: header, explode: true, " + Point, """{"lat":1.5,"lng":2}""", "X-A: lat=1.5,lng=2")]
    [InlineData("in: cookie, schema: { type: string }", "a;b", "Cookie: X-A=a%3Bb")]
    public async Task In_a_header(string parameter, string value, string header)
    {
        var request = await CreateAsync($"{{ name: X-A, {parameter} }}", value, "/things");

        Assert.Equal([header], request.Headers!.Select(static pair => $"{pair.Key}: {pair.Value}"));
        Assert.Equal("/things", request.Address);
    }

    [Fact]
    public async Task A_value_that_nobody_gives_is_the_one_that_the_server_insists_on()
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: getThing
            parameters:
              - { name: v, in: query, required: true, schema: { type: string, enum: [v2] } }
              - { name: lang, in: query, required: true, schema: { type: string, default: en } }
              - { name: other, in: query, schema: { type: string, default: none } }
            responses: { "204": { description: Done. } }
            """,
            path: "/things"
        );
        var input = await new CallInputReader(operation, []).ReadAsync(new GivenArguments([], [], []), default);

        Assert.Equal(["--lang", "--other"], operation.Arguments.Select(static argument => argument.Option));
        Assert.Equal(
            "/things?v=v2&lang=en",
            CallRequest
                .Create(operation.Model, new CallDescriptors(operation.Document.Context).Of(operation.Model), input, body: null)
                .Address
        );
    }

    private static async Task<OperationRequest> CreateAsync(string parameter, string value, string path)
    {
        var operation = WrittenDocument.Operation(
            $$"""
            operationId: getThing
            parameters: [{{parameter}}]
            responses: { "204": { description: Done. } }
            """,
            path: path
        );
        var input = await new CallInputReader(operation, []).ReadAsync(
            new GivenArguments([(Assert.Single(operation.Arguments), value.Split('|'))], [], []),
            default
        );
        return CallRequest.Create(operation.Model, new CallDescriptors(operation.Document.Context).Of(operation.Model), input, body: null);
    }
}
