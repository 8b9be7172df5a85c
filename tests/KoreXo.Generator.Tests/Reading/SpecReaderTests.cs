using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Reading;

namespace KoreXo.Generator.Tests.Reading;

/// <summary>A document with its overlays and parts, read as a whole: what cannot be read, and where problems are.</summary>
public sealed class SpecReaderTests
{
    [Theory]
    [InlineData("a: 1\na: 2", "KXO2001(2,1) /a: main.yaml; the member 'a' is given twice")]
    [InlineData("", "KXO2001(1,1) : main.yaml; the document is empty")]
    [InlineData("- 1", "KXO2001(1,1) : main.yaml; an OpenAPI document is an object, this is not")]
    [InlineData("a: 1", "KXO2002(1,1) : main.yaml; it has neither an 'openapi' nor a 'swagger' version")]
    [InlineData("openapi: 5.0.0", "KXO2002(1,1) : main.yaml; version '5.0.0' is not supported; use OpenAPI 3.0, 3.1 or 3.2")]
    [InlineData("openapi: 3.0.3\npaths: []", "KXO2002(1,1) : main.yaml; it has no 'paths'")]
    public void A_document_that_cannot_be_used_says_why(string text, string expected)
    {
        var problems = new List<SpecProblem>();

        Assert.Null(SpecReader.Read("api/main.yaml", text, problems, CancellationToken.None));
        Assert.Equal([expected], problems.Select(Printed));
    }

    [Theory]
    [InlineData("none.yaml", "KXO2011(1,1) : Overlays 'none.yaml'; the name of a file of the project")]
    [InlineData("broken.yaml", "KXO2001(1,4) /a: broken.yaml;")]
    public void An_overlay_that_cannot_be_read_is_reported_and_the_document_is_read(string overlay, string expected)
    {
        var problems = new List<SpecProblem>();
        EquatableArray<SpecPart> parts = new[] { new SpecPart("api/broken.yaml", "a: *x") };

        Assert.NotNull(SpecReader.Read("api/main.yaml", "openapi: 3.0.3\npaths: {}", [overlay], parts, problems, CancellationToken.None));
        Assert.StartsWith(expected, Printed(Assert.Single(problems)), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlays_are_applied_in_their_order_and_found_beside_the_document()
    {
        EquatableArray<SpecPart> parts = new[]
        {
            new SpecPart("api/b.yaml", Overlay("second")),
            new SpecPart("api/x/a.yaml", Overlay("first")),
            new SpecPart("other/b.yaml", Overlay("other")),
        };
        var problems = new List<SpecProblem>();
        var document = SpecReader.Read(
            "api/main.yaml",
            "openapi: 3.0.3\ninfo: { title: T, x-order: [zero] }\npaths: {}",
            ["x/a.yaml", "b.yaml"],
            parts,
            problems,
            CancellationToken.None
        )!;

        Assert.Empty(problems);
        Assert.Equal(["zero", "first", "second"], document.Root["info"]!.Strings("x-order"));
    }

    [Fact]
    public void Places_in_Swagger_are_those_that_the_author_wrote()
    {
        const string text = """
            swagger: '2.0'
            paths:
              /a:
                post:
                  parameters:
                  - { name: q, in: query, type: string }
                  - { name: b, in: body, schema: { $ref: '#/definitions/None' } }
                  responses: {}
            """;
        var problems = new List<SpecProblem>();
        var document = SpecReader.Read("api/main.yaml", text, problems, CancellationToken.None)!;

        Assert.Equal(
            ["KXO2004(7,38) /paths/~1a/post/parameters/1/schema: #/definitions/None; leads to nothing; correct it or add what it names"],
            SpecReader.AsWritten(document, text, problems).Select(Printed)
        );
    }

    [Fact]
    public void Reading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() =>
            SpecReader.Read("api/main.yaml", "openapi: 3.0.3\npaths: {}", [], new CancellationToken(canceled: true))
        );

    [Theory]
    [InlineData("$dynamicRef: '#node'", "{ $dynamicAnchor: node }", null)]
    [InlineData(
        "$dynamicRef: '#node'",
        "{ $dynamicAnchor: node, items: { $dynamicAnchor: node } }",
        "KXO2009(5,8) /components/schemas/A: The '$dynamicRef' to '#node', which 2 schemas define,; it means one of them everywhere; write a schema of its own for each use"
    )]
    [InlineData("properties: { $dynamicRef: { type: string } }", "{ $dynamicAnchor: node, items: { $dynamicAnchor: node } }", null)]
    [InlineData("example: { $dynamicRef: '#node' }", "{ $dynamicAnchor: node, items: { $dynamicAnchor: node } }", null)]
    public void A_dynamic_reference_to_one_of_several_is_reported(string schema, string other, string? expected)
    {
        var problems = new List<SpecProblem>();
        _ = SpecReader.Read(
            "api/main.yaml",
            $"openapi: 3.1.0\npaths: {{}}\ncomponents:\n  schemas:\n    A: {{ {schema} }}\n    B: {other}",
            problems,
            CancellationToken.None
        );

        Assert.Equal(expected is null ? [] : [expected], problems.Select(Printed));
    }

    private static string Overlay(string word) => $"overlay: 1.0.0\nactions: [{{ target: $.info.x-order, update: {word} }}]";

    private static string Printed(SpecProblem problem) =>
        $"{problem.RuleId}({problem.Line + 1},{problem.Column + 1}) {problem.Pointer}: {problem.First}; {problem.Second}";
}
