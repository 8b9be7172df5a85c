using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>What is said of an operation as a whole.</summary>
public sealed class OperationReaderTests
{
    [Theory]
    [InlineData("summary: Short., description: Long.", "Short.|Long.")]
    [InlineData("summary: Short.", "Short.|")]
    [InlineData("description: Long.", "|Long.")]
    [InlineData("summary: 5, description: [a]", "|")]
    public void Texts_are_those_of_the_document(string members, string expected)
    {
        var operation = BoundDocument.Get(members).Operation();

        Assert.Equal(expected, $"{operation.Summary}|{operation.Description}");
    }

    [Fact]
    public void A_variant_says_more_than_its_operation()
    {
        var document = BoundDocument.Post(
            "summary: Short., description: Long., x-variants: [{ operationId: b, summary: Own. }, { operationId: c, description: Own. }]"
        );

        Assert.Equal(
            ["b: Own.|Long.", "c: Short.|Own."],
            document.Model.Operations.Select(static one => $"{one.Id}: {one.Summary}|{one.Description}")
        );
    }

    [Theory]
    [InlineData("deprecated: true", true)]
    [InlineData("deprecated: false", false)]
    [InlineData("tags: []", false)]
    public void An_operation_may_be_deprecated(string members, bool expected) =>
        Assert.Equal(expected, BoundDocument.Get(members).Operation().IsDeprecated);

    [Theory]
    [InlineData("get", "", true)]
    [InlineData("head", "", true)]
    [InlineData("options", "", true)]
    [InlineData("put", "", false)]
    [InlineData("post", "", false)]
    [InlineData("post", "x-idempotent: true, ", true)]
    [InlineData("get", "x-idempotent: false, ", false)]
    public void A_safe_method_may_be_repeated_unless_the_document_differs(string verb, string members, bool expected) =>
        Assert.Equal(
            expected,
            BoundDocument.Of($"paths: {{ /a: {{ {verb}: {{ operationId: a, {members}responses: {{}} }} }} }}").Operation().IsIdempotent
        );

    [Theory]
    [InlineData("externalDocs: { url: 'https://docs.test/a' }", "https://docs.test/a")]
    [InlineData("externalDocs: { description: None. }", null)]
    [InlineData("externalDocs: https://docs.test/a", null)]
    public void A_page_is_that_of_the_external_documentation(string members, string? expected) =>
        Assert.Equal(expected, BoundDocument.Get(members).Operation().DocumentationUrl);

    [Theory]
    [InlineData("{ name: q, in: query, schema: { type: string } }", "AOptions")]
    [InlineData("{ name: q, in: query, required: true, schema: { type: string } }", null)]
    [InlineData("{ name: q, in: query, required: true, schema: { enum: [v1] } }", null)]
    [InlineData("{ name: q, in: query, required: true, schema: { type: string, default: x } }", "AOptions")]
    public void Only_optional_parameters_need_a_class(string parameter, string? expected) =>
        Assert.Equal(expected, BoundDocument.Get($"parameters: [{parameter}]").Operation().OptionsName);

    [Fact]
    public void A_class_for_parameters_has_no_name_of_a_schema() =>
        Assert.Equal(
            "AOptionsParameters",
            BoundDocument
                .Of(
                    """
                    paths:
                      /b: { get: { operationId: b, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/AOptions' } } } } } } }
                      /a: { get: { operationId: a, parameters: [{ name: q, in: query, schema: { type: string } }], responses: {} } }
                    components: { schemas: { AOptions: { properties: { x: {} } } } }
                    """
                )
                .Operation()
                .OptionsName
        );

    [Fact]
    public void Arguments_come_by_their_place_and_then_as_written()
    {
        var operation = BoundDocument
            .Of(
                "paths: { '/{p}/{r}': { get: { operationId: a, parameters: [{ name: q, in: query, required: true, schema: {} }, { name: h, in: header, required: true, schema: {} }, { name: r, in: path, required: true, schema: {} }, { name: c, in: cookie, required: true, schema: {} }, { name: p, in: path, required: true, schema: {} }, { name: o, in: query, schema: {} }], responses: {} } } }"
            )
            .Operation();

        Assert.Equal(["r", "p", "q", "h", "c"], operation.Required.Select(static one => one.Name));
        Assert.Equal(["o"], operation.Optional.Select(static one => one.Key.Name));
    }

    [Theory]
    [InlineData("{ name: Idempotency-Key, in: header, schema: { type: string } }", "", "Idempotency-Key")]
    [InlineData("{ name: idempotency-key, in: header, schema: { type: string } }", "", "idempotency-key")]
    [InlineData("{ name: X-Token, in: header, x-idempotency-key: true, schema: { type: string } }", "", "X-Token")]
    [InlineData("{ name: Idempotency-Key, in: header, x-idempotency-key: false, schema: { type: string } }", "", null)]
    [InlineData("{ name: q, in: query, schema: { type: string } }", "x-idempotency-key: true, ", "Idempotency-Key")]
    [InlineData("{ name: q, in: query, schema: { type: string } }", "x-idempotency-key: X-Once, ", "X-Once")]
    [InlineData("{ name: Idempotency-Key, in: query, schema: { type: string } }", "", null)]
    public void A_key_makes_a_call_repeatable(string parameter, string members, string? expected) =>
        Assert.Equal(expected, BoundDocument.Post($"{members}parameters: [{parameter}]").Operation().IdempotencyKey);
}
