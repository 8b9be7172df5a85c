using KoreXo.Simulator.Tests.AnyDocument;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Parameters that may be of several kinds, such as a list or one item, or a number or a word.</summary>
public sealed class ChoiceParameterTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Choices, version: "1" }
        paths:
          /list: { get: { operationId: list, parameters: [{ name: x, in: query, schema: { oneOf: [{ type: array, items: { type: integer } }, { type: string, enum: [all] }] } }], responses: { "204": { description: d } } } }
          /last: { get: { operationId: last, parameters: [{ name: x, in: query, schema: { anyOf: [{ type: string, enum: [all] }, { type: array, items: { type: integer }, maxItems: 2 }] } }], responses: { "204": { description: d } } } }
          /commas: { get: { operationId: commas, parameters: [{ name: x, in: query, explode: false, schema: { oneOf: [{ type: array, items: { type: integer } }, { type: boolean }] } }], responses: { "204": { description: d } } } }
          /numbers: { get: { operationId: numbers, parameters: [{ name: x, in: query, schema: { anyOf: [{ type: integer, maximum: 9 }, { type: number, minimum: 100 }] } }], responses: { "204": { description: d } } } }
          /deep: { get: { operationId: deep, parameters: [{ name: at, in: query, style: deepObject, explode: true, schema: { anyOf: [{ type: object, additionalProperties: false, properties: { gte: { type: integer } } }, { type: integer }] } }], responses: { "204": { description: d } } } }
          /path/{x}: { get: { operationId: path, parameters: [{ name: x, in: path, required: true, schema: { oneOf: [{ type: integer }, { type: string, pattern: "^[a-z]+$" }] } }], responses: { "204": { description: d } } } }
          /null: { get: { operationId: "null", parameters: [{ name: x, in: query, schema: { nullable: true, oneOf: [{ type: integer }] } }], responses: { "204": { description: d } } } }
        """;

    [Theory]
    [InlineData("/list?x=1", 204)]
    [InlineData("/list?x=1&x=2", 204)]
    [InlineData("/list?x[]=1&x[]=2", 204)]
    [InlineData("/list?x=all", 204)]
    [InlineData("/list?x=all&x=all", 400)]
    [InlineData("/list?x=some", 400)]
    [InlineData("/list?x=", 400)]
    [InlineData("/list", 204)]
    [InlineData("/last?x=1&x=2", 204)]
    [InlineData("/last?x=1&x=2&x=3", 400)]
    [InlineData("/last?x=all", 204)]
    [InlineData("/commas?x=1,2", 204)]
    [InlineData("/commas?x=true", 204)]
    [InlineData("/commas?x=true,1", 400)]
    [InlineData("/commas?x=true&x=false", 400)]
    [InlineData("/numbers?x=9", 204)]
    [InlineData("/numbers?x=100.5", 204)]
    [InlineData("/numbers?x=10", 400)]
    [InlineData("/numbers?x=9.5", 400)]
    [InlineData("/deep?at=5", 204)]
    [InlineData("/deep?at[gte]=5", 204)]
    [InlineData("/deep?at[lte]=5", 400)]
    [InlineData("/deep?at=x", 400)]
    [InlineData("/deep?at=5&at=6", 400)]
    [InlineData("/path/7", 204)]
    [InlineData("/path/abc", 204)]
    [InlineData("/path/ABC", 400)]
    [InlineData("/path/abc%0A", 400)]
    [InlineData("/null?x=5", 204)]
    [InlineData("/null?x=null", 400)]
    [InlineData("/list?y=1", 400)]
    public async Task A_value_of_any_of_its_kinds_is_taken_and_no_other(string target, int status) =>
        Assert.Equal(status, (await SendAsync("GET", target)).Status);
}
