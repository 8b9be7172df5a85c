using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>The resolver of a document: which types it knows, and that it knows them without reflection.</summary>
public sealed class JsonEmitterTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Json, version: "1" }
        paths:
          /a: { get: { operationId: getA, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/A' } } } } } } } }
          /f: { post: { operationId: addF, requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { type: object, additionalProperties: { type: array, items: { type: [string, 'null'] } } } } } } } } }
        components:
          schemas:
            A: { type: object, properties: { set: { type: string, enum: [a, b] }, level: { type: integer, enum: [1, 2], x-enum-varnames: [One, Two] }, choice: { oneOf: [{ $ref: '#/components/schemas/B' }, { type: string }] } } }
            B: { type: object, required: [x], properties: { x: { type: integer } } }
        """;

    [Theory]
    [InlineData("A", true)]
    [InlineData("IReadOnlyList<A>", true)]
    [InlineData("ASet", true)]
    [InlineData("ASet?", true)]
    [InlineData("ALevel", true)]
    [InlineData("ALevel?", true)]
    [InlineData("IReadOnlyList<ASet>", false)]
    [InlineData("AChoice", true)]
    [InlineData("AChoice.B", true)]
    [InlineData("AChoice.Unknown", true)]
    [InlineData("IReadOnlyDictionary<string, IReadOnlyList<string>>", true)]
    [InlineData("JsonAny", true)]
    [InlineData("AddFRequest", false)]
    [InlineData("SampleClient", false)]
    [InlineData("Uri", false)]
    [InlineData("Dictionary<string, Uri>", false)]
    public async Task The_resolver_knows_the_types_of_the_document(string type, bool isKnown) =>
        Assert.Equal(
            isKnown ? "True" : "False",
            await RunAsync(
                $"return (((System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver)SampleJson.Resolver).GetTypeInfo(typeof({type}), new()) is not null).ToString();"
            )
        );

    [Theory]
    [InlineData("IReadOnlyList<A>", """[{"set":"a"},{"level":9}]""")]
    [InlineData("ASet?", "null")]
    [InlineData("ASet?", "\"c\"")]
    [InlineData("ALevel?", "null")]
    [InlineData("AChoice.B", """{"x":1,"more":2}""")]
    [InlineData("AChoice.Unknown", "[1,{}]")]
    [InlineData("IReadOnlyDictionary<string, IReadOnlyList<string>>", """{"a":["x",null]}""")]
    public async Task What_it_knows_it_reads_and_writes(string type, string json) =>
        Assert.Equal(json, await RunAsync($"return Write(Read<{type}>({Sample.Quote(json)}));"));

    [Theory]
    [InlineData("internal static class SampleCodecs")]
    [InlineData("public sealed class SampleJson : global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver")]
    [InlineData("public static SampleJson Resolver { get; } = new();")]
    [InlineData("Find0(type, options) ?? FindComposite(type, options);")]
    public void The_resolver_is_one_class_of_the_document(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Json"), StringComparison.Ordinal);

    private static Task<string> RunAsync(string statements) => Sample.RunAsync(Sample.Client(Document), statements, new RecordingHandler());
}
