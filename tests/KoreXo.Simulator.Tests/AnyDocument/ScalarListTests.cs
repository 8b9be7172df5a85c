using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Pages that a document describes for other lists than those of whole resources.</summary>
public sealed class ScalarListTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Names, version: "1" }
        paths:
          /tags:
            get:
              operationId: listTags
              x-paging: { style: offset, in: query, position: skip, items: / }
              parameters: [{ name: skip, in: query, schema: { type: integer } }]
              responses: { "200": { description: d, content: { application/json: { schema: { type: array, items: { type: string, pattern: "^[a-z]{3}$" } } } } } }
            post:
              operationId: addTag
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Tag" } } } }
              responses: { "201": { description: d, content: { application/json: { schema: { $ref: "#/components/schemas/Tag" } } } } }
          /tags/{name}:
            get:
              operationId: getTag
              parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: d, content: { application/json: { schema: { $ref: "#/components/schemas/Tag" } } } } }
          /search:
            post:
              operationId: search
              x-paging: { style: page, in: body, position: page, size: size, start: 1, maxSize: 3, items: /hits, more: /more, total: /total }
              requestBody: { content: { application/json: { schema: { type: object, properties: { page: { type: integer }, size: { type: integer } } } } } }
              responses: { "200": { description: d, content: { application/json: { schema: { type: object, required: [hits, more, total], properties: { total: { type: integer }, more: { type: boolean }, hits: { type: array, minItems: 0, items: { type: integer } } } } } } } }
        components:
          schemas:
            Tag: { type: object, required: [name], properties: { name: { type: string } } }
        """;

    [Fact]
    public async Task A_list_of_names_is_no_list_of_resources()
    {
        (await SendAsync("POST", "/tags", """{"name":"abc"}""")).Success(201);

        var names = (await SendAsync("GET", "/tags")).Success().AsArray();

        Assert.All(names, name => Assert.Matches("^[a-z]{3}$", name!.GetValue<string>()));
        var told = Service.Operations.Single(operation => operation.Id == "listTags");
        Assert.Equal(
            (SimulatedEffect.None, "its schemas have neither the resource of its path nor a list of them"),
            (told.Effect, told.Remark)
        );
    }

    [Theory]
    [InlineData("""{"page":2}""")]
    [InlineData("""{"page":2,"size":1000}""")]
    [InlineData("""{"page":9223372036854775807,"size":9223372036854775807}""")]
    public async Task Behind_the_first_page_of_a_generated_list_there_is_nothing(string body)
    {
        var first = (await SendAsync("POST", "/search", """{"page":1}""")).Success();

        var other = (await SendAsync("POST", "/search", body)).Success();

        Assert.NotEmpty(first["hits"]!.AsArray());
        Assert.Equal(first["hits"]!.AsArray().Count, first["total"]!.GetValue<int>());
        Assert.Empty(other["hits"]!.AsArray());
        Assert.Equal((false, first["total"]!.GetValue<int>()), (other["more"]!.GetValue<bool>(), other["total"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"page":0}""")]
    [InlineData("""{"page":-5,"size":3}""")]
    public async Task Without_a_page_or_with_none_before_the_first_it_is_the_first(string body) =>
        Assert.True(
            JsonNode.DeepEquals(
                (await SendAsync("POST", "/search", """{"page":1}""")).Success(),
                (await SendAsync("POST", "/search", body)).Success()
            )
        );
}
