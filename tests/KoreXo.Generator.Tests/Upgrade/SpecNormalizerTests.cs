using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>All places of a document that have schemas, and the words that are no schemas.</summary>
public sealed class SpecNormalizerTests
{
    private const string Maybe = "{ type: [string, 'null'] }";

    private const string Normal = """{"nullable":true,"type":"string"}""";

    [Theory]
    [InlineData("paths: { /a: { parameters: [{ name: p, schema: @ }] } }", "/paths/~1a/parameters/0/schema")]
    [InlineData("paths: { /a: { get: { parameters: [{ name: p, schema: @ }] } } }", "/paths/~1a/get/parameters/0/schema")]
    [InlineData(
        "paths: { /a: { get: { parameters: [{ name: p, content: { a/b: { schema: @ } } }] } } }",
        "/paths/~1a/get/parameters/0/content/a~1b/schema"
    )]
    [InlineData(
        "paths: { /a: { query: { requestBody: { content: { a/b: { schema: @ } } } } } }",
        "/paths/~1a/query/requestBody/content/a~1b/schema"
    )]
    [InlineData(
        "paths: { /a: { get: { responses: { 2XX: { content: { a/b: { itemSchema: @ } } } } } } }",
        "/paths/~1a/get/responses/2XX/content/a~1b/itemSchema"
    )]
    [InlineData(
        "paths: { /a: { additionalOperations: { COPY: { requestBody: { content: { a/b: { schema: @ } } } } } } }",
        "/paths/~1a/additionalOperations/COPY/requestBody/content/a~1b/schema"
    )]
    [InlineData(
        "paths: { /a: { get: { callbacks: { c: { '{$url}': { post: { requestBody: { content: { a/b: { schema: @ } } } } } } } } } }",
        "/paths/~1a/get/callbacks/c/{$url}/post/requestBody/content/a~1b/schema"
    )]
    [InlineData(
        "webhooks: { w: { post: { requestBody: { content: { a/b: { schema: @ } } } } } }",
        "/webhooks/w/post/requestBody/content/a~1b/schema"
    )]
    [InlineData(
        "x-webhooks: { w: { post: { requestBody: { content: { a/b: { schema: @ } } } } } }",
        "/x-webhooks/w/post/requestBody/content/a~1b/schema"
    )]
    [InlineData("components: { schemas: { S: @ } }", "/components/schemas/S")]
    [InlineData("components: { parameters: { P: { schema: @ } } }", "/components/parameters/P/schema")]
    [InlineData("components: { responses: { R: { content: { a/b: { schema: @ } } } } }", "/components/responses/R/content/a~1b/schema")]
    [InlineData(
        "components: { requestBodies: { R: { content: { a/b: { schema: @ } } } } }",
        "/components/requestBodies/R/content/a~1b/schema"
    )]
    [InlineData("components: { mediaTypes: { M: { schema: @ } } }", "/components/mediaTypes/M/schema")]
    [InlineData("components: { pathItems: { P: { parameters: [{ schema: @ }] } } }", "/components/pathItems/P/parameters/0/schema")]
    [InlineData(
        "components: { callbacks: { C: { '{$url}': { parameters: [{ schema: @ }] } } } }",
        "/components/callbacks/C/{$url}/parameters/0/schema"
    )]
    [InlineData("components: { schemas: { S: { properties: { a: @ } } } }", "/components/schemas/S/properties/a")]
    [InlineData("components: { schemas: { S: { $defs: { a: @ } } } }", "/components/schemas/S/$defs/a")]
    [InlineData("components: { schemas: { S: { additionalProperties: @ } } }", "/components/schemas/S/additionalProperties")]
    [InlineData("components: { schemas: { S: { items: @ } } }", "/components/schemas/S/items")]
    [InlineData("components: { schemas: { S: { oneOf: [@, { type: object }] } } }", "/components/schemas/S/oneOf/0")]
    public void A_schema_is_in_the_normal_form_wherever_it_is(string members, string pointer) =>
        Assert.Equal(Normal, NormalForm.Part("openapi: 3.2.0\n" + members.Replace("@", Maybe, StringComparison.Ordinal), pointer));

    [Theory]
    [InlineData("components: { schemas: { S: { example: @ } } }", "/components/schemas/S/example")]
    [InlineData("components: { schemas: { S: { enum: [@, { a: 1 }] } } }", "/components/schemas/S/enum/0")]
    [InlineData("components: { schemas: { S: { x-own: @ } } }", "/components/schemas/S/x-own")]
    [InlineData("components: { examples: { E: { value: @ } } }", "/components/examples/E/value")]
    [InlineData("x-own: @", "/x-own")]
    public void A_value_that_looks_like_a_schema_stays_as_it_is(string members, string pointer) =>
        Assert.Equal(
            """{"type":["string","null"]}""",
            NormalForm.Part("openapi: 3.2.0\n" + members.Replace("@", Maybe, StringComparison.Ordinal), pointer)
        );

    [Theory]
    [InlineData("openapi: 3.1.0\nwebhooks: {}", "{}")]
    [InlineData("openapi: 3.1.0\npaths: ~\nwebhooks: {}", "{}")]
    [InlineData("openapi: 3.1.0\npaths: { /a: { get: text, put: {}, post: [] } }", """{"/a":{"put":{}}}""")]
    [InlineData(
        "openapi: 3.1.0\npaths: { /a: { parameters: { q: {} }, put: { requestBody: text, parameters: text } } }",
        """{"/a":{"put":{}}}"""
    )]
    public void What_no_reader_could_read_is_not_there(string document, string paths) =>
        Assert.Equal(paths, NormalForm.Part(document, "/paths"));

    [Theory]
    [InlineData("get", true, true)]
    [InlineData("query", true, true)]
    [InlineData("trace", true, true)]
    [InlineData("post", true, false)]
    [InlineData("delete", true, false)]
    [InlineData("GET", false, false)]
    [InlineData("parameters", false, false)]
    [InlineData("x-get", false, false)]
    public void A_verb_is_written_small_and_some_change_nothing(string name, bool isVerb, bool isSafe) =>
        Assert.Equal((isVerb, isSafe), (HttpVerb.IsVerb(name), HttpVerb.IsSafe(name)));

    [Theory]
    [InlineData("patch", "PATCH")]
    [InlineData("COPY", "COPY")]
    [InlineData("M-Search", "M-Search")]
    public void A_method_is_sent_in_capitals_or_as_it_is_spelt(string name, string method) => Assert.Equal(method, HttpVerb.Method(name));

    [Theory]
    [InlineData("COPY", true)]
    [InlineData("m-search!#$%&'*+.^_`|~9", true)]
    [InlineData("", false)]
    [InlineData("A B", false)]
    [InlineData("A\r\nB", false)]
    [InlineData("ÄB", false)]
    [InlineData("A/B", false)]
    [InlineData("A:B", false)]
    public void A_method_has_the_characters_that_HTTP_allows(string name, bool isMethod) => Assert.Equal(isMethod, HttpVerb.IsMethod(name));
}
