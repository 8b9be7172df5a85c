using KoreXo.Generator.Binding;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>A whole text: errors become problems, at the place where their author wrote them.</summary>
public sealed class SpecParserTests
{
    [Theory]
    [InlineData("a: [1", "KXO2001")]
    [InlineData("", "KXO2001")]
    [InlineData("[]", "KXO2001")]
    [InlineData("openapi: 2.0\npaths: {}", "KXO2002")]
    [InlineData("openapi: 3.0.3", "KXO2002")]
    public void A_text_that_is_no_document_has_no_model(string text, string rule)
    {
        var result = SpecParser.Parse("x.yaml", text, BoundDocument.NoOptions, CancellationToken.None);

        Assert.Null(result.Model);
        Assert.Equal(rule, Assert.Single(result.Problems).RuleId);
        Assert.Empty(result.Matched);
    }

    [Fact]
    public void A_problem_of_Swagger_is_where_its_author_wrote_it()
    {
        var document = BoundDocument.From(
            """
            swagger: '2.0'
            info: { title: T, version: '1' }
            securityDefinitions:
              key: { type: apiKey, in: header }
            definitions:
              Self: { type: array, items: { $ref: '#/definitions/Self' } }
            paths:
              /a: { post: { operationId: a, parameters: [{ name: b, in: body, schema: { $ref: '#/definitions/Self' } }], responses: {} } }
            """
        );

        Assert.Equal(
            [
                "api/main.yaml(4) KXO2003 /securityDefinitions/key: main.yaml; a scheme of type 'apiKey' needs a 'name' and where it is sent, 'in'",
                "api/main.yaml(6) KXO2009 /definitions/Self: A schema that contains itself without a member between; it is treated as any value",
            ],
            document.Problems
        );
    }

    [Theory]
    [InlineData("type: oauth", "basic, apiKey, oauth2")]
    [InlineData("type: bearer", "basic, apiKey, oauth2")]
    public void A_scheme_of_Swagger_has_one_of_its_types(string scheme, string types) =>
        Assert.Equal(
            [
                $"api/main.yaml(3) KXO2020 /securityDefinitions/x/type: The type '{scheme[6..]}' of a security scheme; the scheme is ignored. Write one of {types}",
            ],
            BoundDocument
                .From($"swagger: '2.0'\ninfo: {{ title: T, version: '1' }}\nsecurityDefinitions: {{ x: {{ {scheme} }} }}\npaths: {{}}")
                .Problems
        );

    [Fact]
    public void What_is_not_supported_is_summed_up_once()
    {
        var result = SpecParser.Parse(
            "x.yaml",
            "openapi: 3.1.0\npaths: {}\nwebhooks: { a: { get: {} }, b: { get: {} } }",
            BoundDocument.NoOptions,
            CancellationToken.None
        );

        Assert.Equal(["KXO2009", "KXO2009", "KXO2017"], result.Problems.Select(static problem => problem.RuleId));
    }

    [Fact]
    public void Reading_can_be_canceled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            SpecParser.Parse("x.yaml", "openapi: 3.1.0\npaths: {}", BoundDocument.NoOptions, source.Token)
        );
    }

    [Fact]
    public void Equal_texts_are_equal_results()
    {
        const string Text =
            "openapi: 3.1.0\npaths: { /a: { get: { operationId: a, tags: [t], security: [{ k: [] }], responses: { '200': { description: Done., content: { application/json: { schema: { oneOf: [{ type: string }, { properties: { x: { enum: [a, b] } } }] } } } } } } } }";

        Assert.Equal(
            SpecParser.Parse("x.yaml", Text, BoundDocument.NoOptions, CancellationToken.None),
            SpecParser.Parse("x.yaml", Text, BoundDocument.NoOptions, CancellationToken.None)
        );
    }

    [Fact]
    public void A_moved_line_changes_the_problems_and_not_the_model()
    {
        const string Text = "openapi: 3.1.0\npaths: { '/a/{id}': { get: { operationId: a, responses: {} } } }";
        var (one, two) = (BoundDocument.From(Text), BoundDocument.From("# moved\n" + Text));

        Assert.Equal(one.Model, two.Model);
        Assert.NotEqual(one.Problems, two.Problems);
    }
}
