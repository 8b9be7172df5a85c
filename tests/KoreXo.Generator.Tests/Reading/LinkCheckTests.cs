using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Reading;

namespace KoreXo.Generator.Tests.Reading;

/// <summary>Links, which no client follows: they are reported once, at the first, with their number.</summary>
public sealed class LinkCheckTests
{
    private const string One = "links: { next: { operationId: b } }";

    [Theory]
    [InlineData("'200': { description: ok }", null)]
    [InlineData("'200': { description: ok, links: {} }", null)]
    [InlineData("'200': { description: ok, links: text }", null)]
    [InlineData($"'200': {{ description: ok, {One} }}", "/paths/~1a/get/responses/200/links: A link; it is ignored")]
    [InlineData(
        $"'200': {{ description: ok, {One} }}, '201': {{ description: ok, links: {{ a: {{}}, b: {{}} }} }}",
        "/paths/~1a/get/responses/200/links: The links of responses (3); it is ignored"
    )]
    [InlineData(
        "'404': { $ref: '#/components/responses/R' }, '200': { $ref: '#/components/responses/R' }",
        "/paths/~1a/get/responses/404/links: A link; it is ignored"
    )]
    public void Links_are_counted_each_once(string responses, string? expected)
    {
        var read = ReadDocument.From(
            $$"""
            openapi: 3.0.3
            paths: { /a: { get: { responses: { {{responses}} } } } }
            components: { responses: { R: { description: ok, {{One}} } } }
            """
        );
        var operations = read.Document.Paths.SelectMany(read.Document.Operations).ToList();
        LinkCheck.Run(read.Document, [.. operations, .. operations]);

        Assert.Equal(
            expected is null ? [] : ["KXO2009 " + expected],
            read.Problems.Where(static problem =>
                    problem.Contains("link", StringComparison.Ordinal) && problem.Contains("KXO2009", StringComparison.Ordinal)
                )
                .Select(static problem => problem[(problem.IndexOf(") ", StringComparison.Ordinal) + 2)..])
        );
    }
}
