using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The items of a stream.</summary>
public sealed class StreamReaderTests
{
    private const string Types =
        "components: { schemas: { Token: { properties: { text: {} } }, Event: { properties: { event: { type: string }, data: { $ref: '#/components/schemas/Token' } } } } }";

    [Theory]
    [InlineData("application/x-ndjson", "schema: { $ref: '#/components/schemas/Token' }", "Token")]
    [InlineData("application/x-ndjson", "schema: { type: array, items: { $ref: '#/components/schemas/Token' } }", "Token")]
    [InlineData("application/x-ndjson", "itemSchema: { type: array, items: { $ref: '#/components/schemas/Token' } }", "[Token]")]
    [InlineData("application/x-ndjson", "itemSchema: { $ref: '#/components/schemas/Token' }, schema: { type: array }", "Token")]
    [InlineData("application/x-ndjson", "schema: { type: [integer, 'null'] }", "Int64?")]
    [InlineData("application/x-ndjson", "example: none", "Any")]
    [InlineData("application/json-seq", "itemSchema: { type: integer }", "Int64")]
    [InlineData("application/geo+json-seq", "itemSchema: { type: integer }", "Int64")]
    [InlineData("text/event-stream", "example: none", "String")]
    [InlineData("text/event-stream", "schema: { $ref: '#/components/schemas/Token' }", "Token")]
    [InlineData("text/event-stream", "schema: { $ref: '#/components/schemas/Event' }", "Token")]
    [InlineData("text/event-stream", "itemSchema: { $ref: '#/components/schemas/Event' }", "Token")]
    [InlineData("text/event-stream", "itemSchema: { properties: { data: { type: string } } }", "String")]
    [InlineData(
        "text/event-stream",
        "itemSchema: { properties: { data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Token' } } } }",
        "Token"
    )]
    [InlineData("text/event-stream", "schema: { properties: { data: {}, other: {} } }", "AItem")]
    [InlineData("text/event-stream", "schema: { type: array, items: { $ref: '#/components/schemas/Event' } }", "Token")]
    public void An_item_is_what_the_document_describes(string mediaType, string media, string expected)
    {
        var document = Bind(mediaType, media);

        Assert.Equal(expected, BoundDocument.Describe(document.Operation().Result.Type));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_choice_of_whole_events_is_reported()
    {
        var document = Bind(
            "text/event-stream",
            "itemSchema: { oneOf: [{ $ref: '#/components/schemas/Event' }, { properties: { event: { const: end } } }] }"
        );

        Assert.Equal("String", BoundDocument.Describe(document.Operation().Result.Type));
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2009 /paths/~1a/get/responses/200/content/text~1event-stream/itemSchema: A choice of whole events; the items are the texts of their data, and AsEvents() has their names",
            ],
            document.Problems
        );
    }

    private static BoundDocument Bind(string mediaType, string media) =>
        BoundDocument.Get($"responses: {{ '200': {{ description: Done., content: {{ {mediaType}: {{ {media} }} }} }} }}", Types);
}
