using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Vocabulary;

/// <summary>Small extensions of an operation: its variants, pages in a body, whether it may be retried, and what is secret.</summary>
public sealed class XVariantsTests
{
    [Fact]
    public void Entries_with_an_id_are_variants_and_the_others_are_reported()
    {
        var sample = VocabularySample.From(
            "x-variants: [{ operationId: a }, { summary: none }, { operationId: '' }, text, { operationId: b }]"
        );

        Assert.Equal(["a", "b"], XVariants.Read(sample.Document, sample.Operation).Select(static variant => variant.Id));
        Assert.Equal(Enumerable.Repeat("each entry needs an operationId", 3), sample.Messages);
        Assert.Equal("/paths/~1a~1{id}/post/x-variants", XVariants.PointerOf(sample.Operation));
    }

    [Theory]
    [InlineData("in: body, position: /page, size: size", "page size")]
    [InlineData("in: body, position: /page/number, size: /size", "size")]
    [InlineData("in: body, position: '', size: /", "")]
    [InlineData("in: query, position: page, size: size", "")]
    [InlineData("position: page", "")]
    public void Members_of_a_body_that_page_are_those_at_its_top(string members, string expected)
    {
        var sample = VocabularySample.From($"x-paging: {{ style: page, items: /i, {members} }}");

        Assert.Equal(expected, string.Join(' ', XPaging.BodyMembers(sample.Operation)));
    }

    [Theory]
    [InlineData("x-paging: { page: 1 }")]
    [InlineData("x-paging: offset")]
    public void Paging_of_somebody_else_is_left_alone(string member)
    {
        var sample = VocabularySample.From(member);

        Assert.True(XPaging.IsGiven(sample.Operation.Node));
        Assert.Null(XPaging.Read(sample.Document, sample.Operation));
        Assert.Empty(XPaging.BodyMembers(sample.Operation));
        Assert.Empty(sample.Messages);
    }

    [Theory]
    [InlineData("oneOf: [{ type: array, items: { $ref: '#/components/schemas/Pet' } }, { $ref: '#/components/schemas/Pet' }]", true)]
    [InlineData("anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: array, items: { $ref: '#/components/schemas/Pet' } }]", true)]
    [InlineData("oneOf: [{ type: array, items: { type: string } }, { type: string }]", false)]
    [InlineData("oneOf: [{ type: array, items: { $ref: '#/components/schemas/Pet' } }, { type: string }]", false)]
    [InlineData(
        "oneOf: [{ type: array, items: { $ref: '#/components/schemas/Pet' } }, { $ref: '#/components/schemas/Pet' }, { type: string }]",
        false
    )]
    [InlineData("type: array, items: { $ref: '#/components/schemas/Pet' }", false)]
    public void A_list_or_one_of_its_items_is_a_list(string schema, bool isList)
    {
        var sample = VocabularySample.From("x-none: 1", $"components: {{ schemas: {{ S: {{ {schema} }}, Pet: {{ type: object }} }} }}");
        var list = XPaging.ListOfChoice(
            sample.Document.Schema(sample.Document.Root.Find("/components/schemas/S")!, "/components/schemas/S")
        );

        Assert.Equal(isList, list is not null);
    }

    [Theory]
    [InlineData("x-idempotent: true", true)]
    [InlineData("x-idempotent: false", false)]
    [InlineData("x-none: 1", false)]
    public void A_POST_may_be_retried_only_where_it_says_so(string member, bool expected) =>
        Assert.Equal(expected, XIdempotent.Read(VocabularySample.From(member).Operation));

    [Theory]
    [InlineData("x-sensitive: true", true)]
    [InlineData("x-sensitive: false", false)]
    [InlineData("x-none: true", false)]
    public void A_secret_is_what_is_marked(string member, bool expected) =>
        Assert.Equal(expected, XSensitive.IsSet(VocabularySample.From(member).Operation.Node));

    [Theory]
    [InlineData("x-idempotency-key: Request-Id, x-none: 1", "Request-Id")]
    [InlineData("x-idempotency-key: false, parameters: [{ name: Idempotency-Key, in: header }]", null)]
    [InlineData("parameters: [{ name: idempotency-KEY, in: header }]", "idempotency-KEY")]
    [InlineData("parameters: [{ name: Idempotency-Key, in: query }]", null)]
    [InlineData("parameters: [{ name: X-Id, in: header, x-idempotency-key: true }]", "X-Id")]
    [InlineData("parameters: [{ name: Idempotency-Key, in: header, x-idempotency-key: false }]", null)]
    public void The_header_of_a_retry_is_the_one_that_is_named(string members, string? expected)
    {
        var sample = VocabularySample.From(members);

        Assert.Equal(expected, XIdempotencyKey.Read(sample.Document, sample.Operation, sample.Operation.Node));
    }

    [Fact]
    public void A_variant_may_have_a_header_of_its_own()
    {
        var sample = VocabularySample.From("x-idempotency-key: A, x-variants: [{ operationId: v, x-idempotency-key: B }]");
        var variant = XVariants.Read(sample.Document, sample.Operation).Single().Node;

        Assert.Equal("B", XIdempotencyKey.Read(sample.Document, sample.Operation, variant));
    }

    [Fact]
    public void Refusals_are_texts_with_their_windows()
    {
        var sample = VocabularySample.From("x-none: 1", "x-refusals: [{ contains: too fast, seconds: 60 }, { contains: ' ', seconds: 1 }]");

        Assert.Equal([new Refusal("too fast", 60), new Refusal(" ", 1)], XRefusals.Read(sample.Document));
        Assert.Empty(sample.Messages);
    }
}
