using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Documents;

/// <summary>Examples of responses are kept as they are written.</summary>
public sealed class ExampleTests
{
    [Theory]
    [InlineData("example: 2026-01-31", "\"2026-01-31\"")]
    [InlineData("example: '2026-01-31T09:30:00.000+02:00'", "\"2026-01-31T09:30:00.000\\u002B02:00\"")]
    [InlineData("example: { a: 1.0, b: [true, null] }", "{\"a\":1,\"b\":[true,null]}")]
    [InlineData("example: 12345678901234567890", "12345678901234567890")]
    [InlineData("example: ''", "\"\"")]
    [InlineData("example: null", "")]
    [InlineData("example: .inf", "\".inf\"")]
    [InlineData("examples: { one: { value: 1 }, two: { value: 2 } }", "1|2")]
    [InlineData("examples: { one: { $ref: '#/components/examples/Shared' }, two: { summary: none } }", "\"shared\"")]
    [InlineData("examples: { one: { externalValue: 'https://example.com/a.json' } }", "")]
    [InlineData("schema: { type: string, example: ofSchema }", "\"ofSchema\"")]
    [InlineData("schema: { $ref: '#/components/schemas/Named' }", "\"ofNamed\"")]
    [InlineData("example: first, schema: { type: string, example: second }", "\"first\"|\"second\"")]
    [InlineData("schema: { type: string }", "")]
    public async Task An_example_is_read_wherever_it_stands(string media, string expected)
    {
        var document = $$"""
            openapi: 3.0.3
            paths:
              /a: { get: { responses: { '200': { description: d, content: { application/json: { {{media}} } } } } } }
            components:
              examples: { Shared: { value: shared } }
              schemas: { Named: { type: string, example: ofNamed } }
            """;

        var response = (await ApiCatalog.LoadOtherAsync(document, CancellationToken.None)).Operations.Single().Responses.Single();

        var examples = response.Examples.GetValueOrDefault("Application/JSON") ?? [];
        Assert.Equal(expected, string.Join('|', examples.Select(example => example.ToJsonString())));
    }
}
