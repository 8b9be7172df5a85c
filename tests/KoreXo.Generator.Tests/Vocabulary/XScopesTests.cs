using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Vocabulary;

/// <summary>Which scopes an operation requires: none is lost, and none is made up.</summary>
public sealed class XScopesTests
{
    private const string Known = "x-known-scopes: [{ name: read }, { name: write, aliases: [Write], implies: [read] }]";

    [Theory]
    [InlineData("[]", "")]
    [InlineData("[{ scopes: [read] }]", ":read")]
    [InlineData("[{ scopes: [read, write], credential: bot }]", "bot:read+write")]
    [InlineData("[{ scopes: [], credential: bot }, { scopes: [write] }]", "bot: | :write")]
    public void Each_alternative_is_a_list_of_scopes_on_one_credential(string value, string expected)
    {
        var sample = VocabularySample.From($"x-scopes: {value}", Known);
        var need = XScopes.Read(sample.Document, sample.Operation, sample.Operation.Node, ["read", "write"])!;

        Assert.Empty(sample.Messages);
        Assert.Equal(
            expected,
            string.Join(" | ", need.Alternatives.Select(static one => $"{one.Credential}:{string.Join('+', one.Scopes)}"))
        );
    }

    [Theory]
    [InlineData("[{ scopes: [read, [write]] }]", "the 'scopes' of an alternative must be strings")]
    [InlineData("[{ scopes: [read, ~] }]", "the 'scopes' of an alternative must be strings")]
    [InlineData("[{ scopes: [{ name: read }] }]", "the 'scopes' of an alternative must be strings")]
    [InlineData("[{ scopes: [read], credential: 5 }]", "the 'credential' of an alternative must be a string")]
    [InlineData("[{ scopes: read }]", "it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential'")]
    [InlineData("[read]", "it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential'")]
    [InlineData("read", "it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential'")]
    public void A_requirement_that_cannot_be_read_whole_is_reported_and_none(string value, string message)
    {
        var sample = VocabularySample.From($"x-scopes: {value}", Known);

        Assert.Null(XScopes.Read(sample.Document, sample.Operation, sample.Operation.Node, ["read", "write"]));
        Assert.Equal([message], sample.Messages);
    }

    [Fact]
    public void A_scope_that_nobody_defines_is_reported_and_still_required()
    {
        var sample = VocabularySample.From("x-scopes: [{ scopes: [read, erase] }]", Known);
        var need = XScopes.Read(sample.Document, sample.Operation, sample.Operation.Node, ["read", "write"])!;

        Assert.Equal(["api/main.yaml(5) KXO2012 /paths/~1a~1{id}/post/x-scopes: erase; "], sample.Read.Problems);
        Assert.Equal(["read", "erase"], need.Alternatives[0].Scopes);
    }

    [Theory]
    [InlineData("x-scopes: [a]", "x-none: 1", false)]
    [InlineData("x-scopes: [a]", Known, true)]
    [InlineData("x-scopes: [{ scopes: [a] }]", "x-none: 1", true)]
    [InlineData("x-scopes: [{ scopes: [a] }, b]", "x-none: 1", false)]
    [InlineData("x-scopes: a", "x-none: 1", false)]
    [InlineData("x-none: a", Known, false)]
    public void The_extension_is_ours_if_it_looks_like_it_or_the_document_defines_scopes(string member, string document, bool isGiven)
    {
        var sample = VocabularySample.From(member, document);

        Assert.Equal(isGiven, XScopes.IsGiven(sample.Document, sample.Operation.Node));
    }

    [Fact]
    public void A_variant_has_its_own_requirement_or_that_of_its_operation()
    {
        var sample = VocabularySample.From(
            "x-scopes: [{ scopes: [read] }], x-variants: [{ operationId: a }, { operationId: b, x-scopes: [] }]"
        );
        var variants = XVariants.Read(sample.Document, sample.Operation).ToList();

        Assert.Same(sample.Operation.Node, XScopes.Owner(variants[0].Node, sample.Operation.Node));
        Assert.Same(variants[1].Node, XScopes.Owner(variants[1].Node, sample.Operation.Node));
    }

    [Theory]
    [InlineData("id", null, "path.id")]
    [InlineData("table", null, "query.table")]
    [InlineData("none", "its 'resource': the operation has no parameter 'none'", null)]
    [InlineData("both", "its 'resource': the operation has several parameters 'both'", null)]
    [InlineData("maybe", "its 'resource': the parameter 'maybe' is optional, so that a call without it would be about no resource", null)]
    [InlineData("list", "its 'resource': the parameter 'list' is not a single value", null)]
    [InlineData("secret", "its 'resource': the parameter 'secret' is sensitive, and messages name the resource", null)]
    [InlineData("[id]", "its 'resource': the operation has no parameter ''", null)]
    public void A_resource_is_a_required_parameter_with_one_value(string resource, string? message, string? expression)
    {
        var sample = VocabularySample.From(
            $"x-scopes: [{{ scopes: [read], resource: {resource} }}], parameters: ["
                + "{ name: table, in: query, required: true, schema: { type: string } }, "
                + "{ name: both, in: query, required: true }, { name: both, in: header, required: true }, "
                + "{ name: maybe, in: query }, { name: list, in: query, required: true, schema: { type: array } }, "
                + "{ name: secret, in: query, required: true, x-sensitive: true }]"
        );
        var need = XScopes.Read(sample.Document, sample.Operation, sample.Operation.Node, ["read"])!;

        Assert.Equal(message is null ? [] : [message], sample.Messages);
        Assert.Equal(expression, need.Alternatives[0].Resource?.Expression);
    }

    [Fact]
    public void Alternatives_about_different_resources_are_reported()
    {
        var sample = VocabularySample.From(
            "x-scopes: [{ scopes: [read], resource: id }, { scopes: [read], resource: q }], parameters: [{ name: q, in: query, required: true }]"
        );

        Assert.Null(XScopes.Read(sample.Document, sample.Operation, sample.Operation.Node, ["read"]));
        Assert.Equal(["its alternatives name different resources; a call is about one"], sample.Messages);
    }
}
