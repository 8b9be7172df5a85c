namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>A document that asks for more than any service sends costs neither the memory nor the time that it names.</summary>
public sealed class ExcessiveSchemaTests() : DocumentTest(Document)
{
    private const int LongestBody = 16 * 1024 * 1024;

    private static readonly string Nested = $"^{new string('(', 1000)}x{new string(')', 1000)}$";

    private static readonly string Document = $$"""
        openapi: 3.0.3
        info: { title: Excess, version: '1' }
        paths:
          /text: { get: { operationId: text, responses: { '200': { description: d, content: { application/json: { schema: { type: string, minLength: 2000000000 } } } } } } }
          /list: { get: { operationId: list, responses: { '200': { description: d, content: { application/json: { schema: { type: array, minItems: 2000000000, items: { type: integer } } } } } } } }
          /map: { get: { operationId: map, responses: { '200': { description: d, content: { application/json: { schema: { type: object, minProperties: 2000000000, additionalProperties: { type: integer } } } } } } } }
          /counts: { get: { operationId: counts, responses: { '200': { description: d, content: { application/json: { schema: { type: string, pattern: '^(a|(b{9999}){9999}){9999}$' } } } } } } }
          /empty: { get: { operationId: empty, responses: { '200': { description: d, content: { application/json: { schema: { type: string, pattern: '^((){99}){999}x$' } } } } } } }
          /groups: { get: { operationId: groups, responses: { '200': { description: d, content: { application/json: { schema: { type: string, pattern: '{{Nested}}' } } } } } } }
          /dialect: { get: { operationId: dialect, responses: { '200': { description: d, content: { application/json: { schema: { type: string, pattern: '^\p{Script=Latin}$' } } } } } } }
          /tree: { get: { operationId: tree, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } } } } }
        components:
          schemas:
            Tree: { type: object, required: [left, right], properties: { left: { $ref: '#/components/schemas/Tree' }, right: { $ref: '#/components/schemas/Tree' } } }
        """;

    [Theory]
    [InlineData("/text")]
    [InlineData("/list")]
    [InlineData("/map")]
    [InlineData("/counts")]
    [InlineData("/empty")]
    [InlineData("/groups")]
    [InlineData("/dialect")]
    [InlineData("/tree")]
    public async Task It_is_answered_within_bounds(string path)
    {
        var reply = await SendAsync("GET", path);

        Assert.True(reply.Status == 200, reply.Body[..Math.Min(reply.Body.Length, 500)]);
        Assert.InRange(reply.Body.Length, 1, LongestBody);
    }
}
