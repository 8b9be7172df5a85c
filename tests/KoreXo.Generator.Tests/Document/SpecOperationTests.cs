using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Tests.Document;

/// <summary>Bodies, responses and parameters of an operation, through references and past what is broken.</summary>
public sealed class SpecOperationTests
{
    [Theory]
    [InlineData("requestBody: { content: { application/json: {} } }", "/paths/~1a/post/requestBody", false)]
    [InlineData("requestBody: { required: true, content: {} }", "/paths/~1a/post/requestBody", true)]
    [InlineData("requestBody: { $ref: '#/components/requestBodies/Pet' }", "/components/requestBodies/Pet", true)]
    [InlineData("requestBody: { $ref: '#/components/requestBodies/Link' }", "/components/requestBodies/Pet", true)]
    [InlineData("requestBody: { required: 'true', content: {} }", "/paths/~1a/post/requestBody", false)]
    public void A_body_is_the_target_of_its_reference(string body, string pointer, bool isRequired)
    {
        var read = Operation(body).Body;

        Assert.Equal((pointer, isRequired), (read!.Pointer, read.IsRequired));
    }

    [Theory]
    [InlineData("requestBody: { $ref: '#/components/requestBodies/None' }")]
    [InlineData("requestBody: { $ref: 'other.yaml' }")]
    public void A_body_that_leads_nowhere_is_a_body_without_content(string body)
    {
        var read = Operation(body).Body;

        Assert.NotNull(read);
        Assert.Equal((null, "", false, 0), (read.Node, read.Description, read.IsRequired, read.Content.Count));
    }

    [Theory]
    [InlineData("summary: none")]
    [InlineData("requestBody: ~")]
    [InlineData("requestBody: text")]
    [InlineData("requestBody: []")]
    public void Without_a_body_there_is_none(string body) => Assert.Null(Operation(body).Body);

    [Fact]
    public void Responses_keep_their_order_and_their_statuses() =>
        Assert.Equal(
            ["404 none 0", "200 a pet 2", "2XX  1", "default  0"],
            Operation(
                "responses: { '404': { description: none }, '200': { $ref: '#/components/responses/Pet' }, 2XX: { content: { '*/*': {} } }, default: { $ref: '#/none' }, other: text }"
            )
                .Responses.Select(static response => $"{response.Status} {response.Description} {response.Content.Count}")
        );

    [Fact]
    public void A_media_type_without_a_schema_has_an_empty_one()
    {
        var media = Operation(
            "requestBody: { content: { text/plain: {}, application/json: { schema: true }, a/b: { $ref: '#/none' } } }"
        ).Body!.Content;

        Assert.Equal(["text/plain", "application/json", "a/b"], media.Select(static one => one.Type));
        Assert.All(media, static one => Assert.Equal(SchemaType.None, one.Schema.Type));
        Assert.Equal("/paths/~1a/post/requestBody/content/application~1json/schema", media[1].Schema.Pointer);
    }

    [Fact]
    public void A_shared_media_type_is_where_it_is_declared()
    {
        var media = Assert.Single(
            Operation("requestBody: { content: { application/json: { $ref: '#/components/mediaTypes/Pet' } } }").Body!.Content
        );

        Assert.Equal(("application/json", "/components/mediaTypes/Pet", SchemaType.Object), (media.Type, media.Pointer, media.Schema.Type));
    }

    [Fact]
    public void Parameters_that_lead_nowhere_are_left_out() =>
        Assert.Equal(
            ["b", "c"],
            Operation(
                "parameters: [{ $ref: '#/components/parameters/None' }, { name: b, in: query }, { $ref: '#/components/parameters/C' }]"
            )
                .Parameters.Select(static parameter => parameter.Name)
        );

    [Theory]
    [InlineData("path", "path.id")]
    [InlineData("query", "query.id")]
    [InlineData("header", "header.id")]
    [InlineData("cookie", "cookie.id")]
    public void A_parameter_is_named_in_expressions_with_its_place(string place, string expression)
    {
        var parameter = Operation($"parameters: [{{ name: id, in: {place} }}]").Parameters.Single();

        Assert.Equal(expression, new ParameterKey(parameter.Location!.Value, parameter.Name).Expression);
    }

    [Theory]
    [InlineData("{ name: id, in: querystring }", "querystring", true)]
    [InlineData("{ name: id, in: query }", "query", false)]
    [InlineData("{ name: id, in: body }", null, false)]
    [InlineData("{ name: id }", null, false)]
    [InlineData("{ name: 5, in: [query] }", null, false)]
    [InlineData("text", null, false)]
    public void A_place_is_one_that_OpenAPI_has(string parameter, string? place, bool isWhole)
    {
        var read = Operation($"parameters: [{parameter}]").Parameters.Single();

        Assert.Equal((place, isWhole), (read.In, read.IsWholeQuery));
    }

    private static SpecOperation Operation(string members)
    {
        var document = ReadDocument
            .From(
                $$"""
                openapi: 3.2.0
                info: { title: T, version: '1' }
                paths: { /a: { post: { {{members}} } } }
                components:
                  requestBodies:
                    Pet: { required: true, description: A pet., content: { application/json: {} } }
                    Link: { $ref: '#/components/requestBodies/Pet' }
                  responses: { Pet: { description: a pet, content: { application/json: {}, text/plain: {} } } }
                  mediaTypes: { Pet: { schema: { type: object } } }
                  parameters: { C: { name: c, in: query } }
                """
            )
            .Document;
        return document.Paths.SelectMany(document.Operations).Single();
    }
}
