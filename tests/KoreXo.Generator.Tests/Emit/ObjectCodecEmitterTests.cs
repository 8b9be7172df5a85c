using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Objects as JSON: what is kept, what is masked for people, and what a server does not get.</summary>
public sealed class ObjectCodecEmitterTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Objects, version: "1" }
        paths:
          /a: { post: { operationId: addA, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
          /b: { get: { operationId: getB, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Bag' } } } } } } }
        components:
          schemas:
            A:
              type: object
              required: [id, writer]
              properties:
                id: { type: string }
                writer: { type: [string, 'null'] }
                value: { type: integer }
                rest: { type: number }
                reader: { type: boolean }
                'a b': { type: string }
                'a"b': { type: string }
                'ä': { type: string }
                '': { type: string }
                class: { type: string }
                any: {}
                secret: { type: string, x-sensitive: true }
                codes: { type: array, items: { type: string }, x-sensitive: true }
                inner: { $ref: '#/components/schemas/Inner' }
                created: { type: string, format: date-time, readOnly: true }
                hidden: { type: string, writeOnly: true }
                maybe: { type: [integer, 'null'] }
            Inner: { type: object, properties: { pin: { type: [integer, 'null'], x-sensitive: true }, open: { type: string } } }
            Bag: { type: object, required: [name], properties: { name: { type: string }, size: { type: integer } }, additionalProperties: { type: [integer, 'null'] } }
        """;

    [Theory]
    [InlineData("""{"id":"1","writer":"w","value":2,"rest":3.5,"reader":true}""")]
    [InlineData("""{"id":"1","writer":null,"a b":"x","a\"b":"y","ä":"z","":"e","class":"c"}""")]
    [InlineData("""{"id":"","writer":"","any":null}""")]
    [InlineData("""{"id":"1","writer":"w","any":{"a":[1.50,null,"x"]}}""")]
    [InlineData("""{"id":"1","writer":"w","maybe":null,"unknown":null}""")]
    [InlineData("""{"id":"1","writer":"w","Value":1,"A B":2}""")]
    [InlineData("""{"id":"1","writer":"w","created":"2024-02-29T12:00:00Z","hidden":"h"}""")]
    [InlineData("""{"id":"1","writer":"w","inner":{"pin":null,"open":"o","more":[{}]}}""")]
    [InlineData("""{"id":"1","writer":"w","big":12345678901234567890.123456789,"esc":"\u0000"}""")]
    public async Task What_is_read_is_written_back(string json) =>
        Assert.Equal(json, await RunAsync($"return Write(Read<A>({Sample.Quote(json)}));"));

    [Theory]
    [InlineData("""{"name":"x","a":1,"b":null}""", "2 1 True 0")]
    [InlineData("""{"name":"x","a":"one"}""", "0 - - 1")]
    [InlineData("""{"name":"x","a":1,"size":"big"}""", "1 1 - 1")]
    [InlineData("""{"name":"x","Name":5}""", "1 - - 0")]
    [InlineData("""{"name":"x"}""", "0 - - 0")]
    public async Task Members_beside_the_named_ones_have_a_type_or_are_kept(string json, string expected) =>
        Assert.Equal(
            $"{expected} {json}",
            await RunAsync(
                $$"""
                var bag = Read<Bag>({{Sample.Quote(json)}});
                var a = bag.AdditionalProperties.TryGetValue("a", out var found) ? found?.ToString() : "-";
                var b = bag.AdditionalProperties.ContainsKey("b") ? bag.AdditionalProperties["b"] is null : (bool?)null;
                return $"{bag.AdditionalProperties.Count} {a} {b?.ToString() ?? "-"} {bag.ExtensionData.Count} {Write(bag)}";
                """
            )
        );

    [Theory]
    [InlineData("""{"id":"1","writer":"w","secret":"s"}""", """{"id":"1","writer":"w","secret":"***"}""")]
    [InlineData("""{"id":"1","writer":"w","codes":["s","t"]}""", """{"id":"1","writer":"w","codes":"***"}""")]
    [InlineData(
        """{"id":"1","writer":"w","inner":{"pin":1234,"open":"o"}}""",
        """{"id":"1","writer":"w","inner":{"pin":"***","open":"o"}}"""
    )]
    [InlineData("""{"id":"1","writer":"w","inner":{"pin":"12"}}""", """{"id":"1","writer":"w","inner":{"pin":"***"}}""")]
    [InlineData("""{"id":"1","writer":"w","secret":{"a":"s"}}""", """{"id":"1","writer":"w","secret":"***"}""")]
    public async Task A_text_for_people_has_no_secret(string json, string expected) =>
        Assert.Equal(expected, await RunAsync($"return Read<A>({Sample.Quote(json)}).ToString()!;"));

    [Theory]
    [InlineData("""new A { Id = "1", Writer = null }""", """{"id":"1","writer":null}""")]
    [InlineData(
        """new A { Id = "1", Writer = "w", Created = DateTimeOffset.UnixEpoch, Hidden = "h" }""",
        """{"id":"1","writer":"w","hidden":"h"}"""
    )]
    [InlineData(
        """new A { Id = "1", Writer = "w", Secret = "s", Codes = ["c"] }""",
        """{"id":"1","writer":"w","secret":"s","codes":["c"]}"""
    )]
    [InlineData("""new A { Id = "1", Writer = "w", Codes = [] }""", """{"id":"1","writer":"w","codes":[]}""")]
    public async Task A_server_gets_what_is_set_and_nothing_that_it_sets_itself(string value, string body)
    {
        using var handler = new RecordingHandler("""{"id":"1","writer":"w"}""");
        await Sample.RunAsync(Sample.Client(Document), $"await client.AddAAsync({value}); return \"\";", handler);

        Assert.Equal(body, handler.Requests[0].Body);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"x\"")]
    [InlineData("""{"id":{}}""")]
    public async Task What_is_no_such_object_is_no_object(string json) =>
        Assert.Equal(
            "refused",
            await RunAsync($"try {{ return Write(Read<A>({Sample.Quote(json)})); }} catch (JsonException) {{ return \"refused\"; }}")
        );

    private static Task<string> RunAsync(string statements) => Sample.RunAsync(Sample.Client(Document), statements, new RecordingHandler());
}
