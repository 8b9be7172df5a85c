using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Addresses, headers and cookies: what is sent, escaped, left out, and refused before anything is sent.</summary>
public sealed class RequestEmitterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Requests, version: "1" }
        paths:
          /a/{id}/{n}:
            get:
              operationId: getA
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: n, in: path, required: true, schema: { type: integer } }
                - { name: 'a[b]', in: query, schema: { type: string } }
                - { name: 'x&y', in: query, schema: { type: array, items: { type: string, nullable: true } } }
                - { name: dates, in: query, explode: false, schema: { type: array, items: { type: string, format: date } } }
                - { name: ids, in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { type: string, format: uuid } } }
                - { name: flags, in: query, schema: { type: array, items: { type: boolean } } }
                - { name: bytes, in: query, schema: { type: string, format: byte } }
                - { name: deep, in: query, style: deepObject, schema: { type: object, properties: { a: { type: string }, list: { type: array, items: { type: integer } } } } }
                - { name: map, in: query, schema: { type: object, additionalProperties: { type: string } } }
                - { name: json, in: query, content: { application/json: { schema: { type: object, properties: { a: { type: integer } } } } } }
                - { name: either, in: query, schema: { oneOf: [{ type: integer }, { type: string }] } }
                - { name: X-List, in: header, schema: { type: array, items: { type: integer } } }
                - { name: X-At, in: header, schema: { type: string, format: date-time } }
                - { name: X-Flag, in: header, schema: { type: boolean } }
                - { name: X-Map, in: header, schema: { type: object, additionalProperties: { type: integer } } }
                - { name: one, in: cookie, schema: { type: string } }
                - { name: two, in: cookie, schema: { type: integer } }
                - { name: class, in: query, schema: { type: string } }
              responses: { "204": { description: ok } }
          /b/{api}:
            post:
              operationId: addB
              parameters:
                - { name: api, in: path, required: true, schema: { type: string, enum: ['v 2'] } }
                - { name: kind, in: query, required: true, schema: { type: string, enum: [only] } }
                - { name: size, in: query, required: true, schema: { type: integer, default: 20 } }
                - { name: X-Kind, in: header, required: true, schema: { type: boolean, enum: [true] } }
                - { name: X-Size, in: header, required: true, schema: { type: string, default: m } }
                - { name: X-Must, in: header, required: true, schema: { type: string } }
                - { name: tags, in: query, required: true, schema: { type: array, items: { type: string } } }
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
              responses: { "204": { description: ok } }
        """;

    [Theory]
    [InlineData("\"x\", 5", "/a/x/5")]
    [InlineData("\"a/b?c#d%e f\", -5", "/a/a%2Fb%3Fc%23d%25e%20f/-5")]
    [InlineData("\"grün😀\", 5", "/a/gr%C3%BCn%F0%9F%98%80/5")]
    [InlineData("\"x\", 5, new() { AB = \"&=+ \" }", "/a/x/5?a%5Bb%5D=%26%3D%2B%20")]
    [InlineData("\"x\", 5, new() { AB = \"\" }", "/a/x/5?a%5Bb%5D=")]
    [InlineData("\"x\", 5, new() { XY = [\"1\", \"\"] }", "/a/x/5?x%26y=1&x%26y=")]
    [InlineData("\"x\", 5, new() { XY = [] }", "/a/x/5")]
    [InlineData("\"x\", 5, new() { Dates = [new(2024, 2, 29), new(2025, 1, 1)] }", "/a/x/5?dates=2024-02-29,2025-01-01")]
    [InlineData(
        "\"x\", 5, new() { Ids = [Guid.Empty, Guid.Empty] }",
        "/a/x/5?ids=00000000-0000-0000-0000-000000000000%2000000000-0000-0000-0000-000000000000"
    )]
    [InlineData("\"x\", 5, new() { Flags = [true, false] }", "/a/x/5?flags=true&flags=false")]
    [InlineData("\"x\", 5, new() { Bytes = [255, 254] }", "/a/x/5?bytes=%2F%2F4%3D")]
    [InlineData(
        "\"x\", 5, new() { Deep = new() { A = \"&\", List = [1, 2] } }",
        "/a/x/5?deep%5Ba%5D=%26&deep%5Blist%5D%5B0%5D=1&deep%5Blist%5D%5B1%5D=2"
    )]
    [InlineData("\"x\", 5, new() { Map = new Dictionary<string, string> { [\"k\"] = \"v w\" } }", "/a/x/5?k=v%20w")]
    [InlineData("\"x\", 5, new() { Json = new() { A = 1 } }", "/a/x/5?json=%7B%22a%22%3A1%7D")]
    [InlineData("\"x\", 5, new() { Either = 5L }", "/a/x/5?either=5")]
    [InlineData("\"x\", 5, new() { Either = \"a b\" }", "/a/x/5?either=a%20b")]
    [InlineData("\"x\", 5, new() { Class = \"c\" }", "/a/x/5?class=c")]
    public async Task An_address_has_each_value_in_its_form(string arguments, string expected)
    {
        var request = await RequestAsync($"await client.GetAAsync({arguments});");

        Assert.Equal("GET " + expected, request.Line);
    }

    [Theory]
    [InlineData("XList = [1, 2]", "X-List", "1,2")]
    [InlineData("XAt = DateTimeOffset.UnixEpoch", "X-At", "1970-01-01T00:00:00Z")]
    [InlineData("XFlag = false", "X-Flag", "false")]
    [InlineData("XMap = new Dictionary<string, long> { [\"a\"] = 1, [\"b\"] = 2 }", "X-Map", "a,1,b,2")]
    [InlineData("One = \"a;b=c\"", "Cookie", "one=a%3Bb%3Dc")]
    [InlineData("One = \"a\", Two = 2", "Cookie", "one=a; two=2")]
    public async Task A_header_has_the_value_in_its_form(string option, string name, string expected) =>
        Assert.Equal(expected, (await RequestAsync($"await client.GetAAsync(\"x\", 5, new() {{ {option} }});")).Headers[name]);

    [Theory]
    [InlineData("[\"t\"], \"must\", new()", "POST /b/v%202?kind=only&size=20&tags=t", "true m must")]
    [InlineData("[], \"must\", new(), new() { Size = 5, XSize = \"l\" }", "POST /b/v%202?kind=only&size=5", "true l must")]
    [InlineData("[\"a\", \"b\"], \"\", new()", "POST /b/v%202?kind=only&size=20&tags=a&tags=b", "true m ")]
    public async Task What_has_one_value_or_a_default_is_sent_without_being_asked_for(string arguments, string line, string headers)
    {
        var request = await RequestAsync($"await client.AddBAsync({arguments});");

        Assert.Equal(
            (line, headers),
            (request.Line, $"{request.Headers["X-Kind"]} {request.Headers["X-Size"]} {request.Headers["X-Must"]}")
        );
    }

    [Theory]
    [InlineData("GetAAsync(null!, 5)", "id")]
    [InlineData("GetAAsync(\"\", 5)", "id")]
    [InlineData("GetAAsync(\".\", 5)", "id")]
    [InlineData("GetAAsync(\"..\", 5)", "id")]
    [InlineData("AddBAsync([], null!, new())", "xMust")]
    [InlineData("AddBAsync(null!, \"m\", new())", "tags")]
    [InlineData("AddBAsync([], \"m\", null!)", "request")]
    public async Task What_cannot_be_sent_is_refused_by_name_before_anything_is_sent(string call, string parameter)
    {
        using var handler = new RecordingHandler();
        var failure = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            Sample.RunAsync(Sample.Client(Document), $"await client.{call}; return \"\";", handler)
        );

        Assert.Equal(parameter, failure.ParamName);
        Assert.Empty(handler.Requests);
    }

    private static async Task<RecordedRequest> RequestAsync(string call)
    {
        using var handler = new RecordingHandler();
        await Sample.RunAsync(Sample.Client(Document), call + " return \"\";", handler);
        return handler.Requests[0];
    }
}
