using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Reading;

/// <summary>Values of a kind that their place does not have, which readers would otherwise skip without a word.</summary>
public sealed class KindCheckTests
{
    [Theory]
    [InlineData("parameters: { q: { name: q, in: query } }", "parameters", "For 'parameters', an object", "a list")]
    [InlineData("requestBody: [{ content: {} }]", "requestBody", "For 'requestBody', a list", "an object")]
    [InlineData("responses: []", "responses", "For 'responses', a list", "an object")]
    [InlineData("responses: { '200': ok }", "responses/200", "For '200', a string", "an object")]
    [InlineData("security: { key: [] }", "security", "For 'security', an object", "a list")]
    [InlineData("tags: pets", "tags", "For 'tags', a string", "a list")]
    [InlineData("operationId: 5", "operationId", "For 'operationId', a number", "a string")]
    [InlineData("deprecated: 'true'", "deprecated", "For 'deprecated', a string", "true or false")]
    [InlineData("parameters: [page]", "parameters/0", "In a list of parameters, a string", "an object")]
    [InlineData(
        "parameters: [{ name: q, in: query, required: 'true' }]",
        "parameters/0/required",
        "For 'required', a string",
        "true or false"
    )]
    [InlineData("parameters: [{ name: q, in: query, explode: 0 }]", "parameters/0/explode", "For 'explode', a number", "true or false")]
    [InlineData(
        "parameters: [{ name: q, in: query, schema: string }]",
        "parameters/0/schema",
        "For 'schema', a string",
        "an object or true or false"
    )]
    [InlineData("requestBody: { content: [application/json] }", "requestBody/content", "For 'content', a list", "an object")]
    [InlineData("requestBody: { required: yes }", "requestBody/required", "For 'required', a string", "true or false")]
    [InlineData(
        "requestBody: { content: { text/plain: string } }",
        "requestBody/content/text~1plain",
        "For 'text/plain', a string",
        "an object"
    )]
    public void A_part_of_an_operation_has_its_kind(string member, string pointer, string subject, string expected) =>
        Assert.Equal(
            [$"api/main.yaml(4) KXO2020 /paths/~1a/get/{pointer}: {subject}; it is ignored. Write {expected}"],
            ReadDocument.From($"openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  /a: {{ get: {{ {member} }} }}").Problems
        );

    [Theory]
    [InlineData("Pet", "", "For 'S', a string", "an object or true or false")]
    [InlineData("{ type: 5 }", "/type", "For 'type', a number", "a string or a list")]
    [InlineData("{ properties: [{ name: a }] }", "/properties", "For 'properties', a list", "an object")]
    [InlineData("{ properties: { a: string } }", "/properties/a", "For 'a', a string", "an object or true or false")]
    [InlineData("{ required: true }", "/required", "For 'required', true", "a list")]
    [InlineData("{ required: name }", "/required", "For 'required', a string", "a list")]
    [InlineData("{ enum: { a: 1 } }", "/enum", "For 'enum', an object", "a list")]
    [InlineData("{ allOf: { $ref: '#/components/schemas/S' } }", "/allOf", "For 'allOf', an object", "a list")]
    [InlineData("{ oneOf: [Pet] }", "/oneOf/0", "In a list of schemas, a string", "an object or true or false")]
    [InlineData("{ items: string }", "/items", "For 'items', a string", "an object or true or false or a list")]
    [InlineData(
        "{ additionalProperties: 'true' }",
        "/additionalProperties",
        "For 'additionalProperties', a string",
        "an object or true or false"
    )]
    [InlineData("{ minimum: '5' }", "/minimum", "For 'minimum', a string", "a number")]
    [InlineData("{ nullable: 1 }", "/nullable", "For 'nullable', a number", "true or false")]
    [InlineData("{ format: 32 }", "/format", "For 'format', a number", "a string")]
    [InlineData("{ $ref: 5 }", "/$ref", "For '$ref', a number", "a string")]
    [InlineData("!include pet.yaml", "", "For 'S', a string", "an object or true or false")]
    public void A_keyword_of_a_schema_has_its_kind(string schema, string pointer, string subject, string expected) =>
        Assert.Equal(
            [$"api/main.yaml(5) KXO2020 /components/schemas/S{pointer}: {subject}; it is ignored. Write {expected}"],
            Schema(schema)
        );

    [Theory]
    [InlineData("true")]
    [InlineData("{ type: [string, 'null'], items: false, additionalProperties: true }")]
    [InlineData("{ nullable: 'true' }")]
    [InlineData("{ properties: , required: , description: }")]
    [InlineData("{ properties: { required: { type: boolean }, parameters: true, $ref: { type: string } } }")]
    [InlineData("{ example: { properties: [] }, default: { required: true }, enum: [{ type: 5 }], x-more: { allOf: {} } }")]
    [InlineData("{ discriminator: kind }")]
    [InlineData("{ items: [{ type: string }, true] }")]
    [InlineData("{ x-sensitive: personal, properties: { a: { x-sensitive: { level: 3 } } } }")]
    public void What_has_its_kind_or_is_read_anyway_is_not_reported(string schema) => Assert.Empty(Schema(schema));

    [Theory]
    [InlineData("/d: [get]", "api/main.yaml(4) KXO2020 /paths/~1d: For '/d', a list; it is ignored. Write an object")]
    [InlineData("/d: { get: }", "api/main.yaml(4) KXO2020 /paths/~1d/get: For 'get', null; it is ignored. Write an object")]
    [InlineData("/d: { post: yes }", "api/main.yaml(4) KXO2020 /paths/~1d/post: For 'post', a string; it is ignored. Write an object")]
    [InlineData("x-own: [1]", null)]
    [InlineData("/d:", null)]
    public void A_path_or_operation_that_is_none_is_reported(string path, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            ReadDocument.From($"openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  {path}").Problems
        );

    [Fact]
    public void The_same_mistake_is_reported_once_with_the_number_of_others() =>
        Assert.Equal(
            [
                "api/main.yaml(5) KXO2020 /components/schemas/S/properties/a/required: For 'required', true; it is ignored. Write a list (2 more like it)",
            ],
            Schema("{ properties: { a: { required: true }, b: { required: true }, c: { items: { required: false } } } }")
        );

    [Theory]
    [InlineData("x-idempotent: 'yes'", "/paths/~1a/get/x-idempotent: x-idempotent")]
    [InlineData("x-idempotent: 1", "/paths/~1a/get/x-idempotent: x-idempotent")]
    [InlineData("parameters: [{ name: q, in: query, x-sensitive: 'True' }]", "/paths/~1a/get/parameters/0/x-sensitive: x-sensitive")]
    [InlineData(
        "requestBody: { content: { application/json: { schema: { properties: { a: { x-sensitive: on } } } } } }",
        "/paths/~1a/get/requestBody/content/application~1json/schema/properties/a/x-sensitive: x-sensitive"
    )]
    public void A_secret_is_not_shown_because_of_two_quotes(string member, string expected) =>
        Assert.Equal(
            [$"api/main.yaml(2) KXO2006 {expected}; it must be true or false, without quotes"],
            ReadDocument.From($"openapi: 3.0.3\npaths: {{ /a: {{ get: {{ {member} }} }} }}").Problems
        );

    [Theory]
    [InlineData("path", "form", "simple, label, matrix", "simple")]
    [InlineData("query", "simple", "form, spaceDelimited, pipeDelimited, deepObject", "form")]
    [InlineData("query", "matrix", "form, spaceDelimited, pipeDelimited, deepObject", "form")]
    [InlineData("query", "deepobject", "form, spaceDelimited, pipeDelimited, deepObject", "form")]
    [InlineData("header", "form", "simple", "simple")]
    [InlineData("cookie", "simple", "form, cookie", "form")]
    public void A_style_belongs_to_a_place(string place, string style, string styles, string taken) =>
        Assert.Equal(
            [
                $"api/main.yaml(2) KXO2020 /paths/~1{{a}}/get/parameters/0/style: The style '{style}' of a parameter in '{place}'; it is treated as '{taken}'. Write one of {styles}",
            ],
            Style(place, style)
        );

    [Theory]
    [InlineData("path", "matrix")]
    [InlineData("query", "deepObject")]
    [InlineData("cookie", "cookie")]
    [InlineData("header", "simple")]
    [InlineData("querystring", "anything")]
    public void A_style_in_its_place_is_fine(string place, string style) => Assert.Empty(Style(place, style));

    [Theory]
    [InlineData("{ enum: [1, 2], x-enum-varnames: [One] }", "x-enum-varnames", 2)]
    [InlineData("{ enum: [1, 2], x-enumNames: [One, Two, Three] }", "x-enumNames", 2)]
    [InlineData("{ enum: [1], x-enum-names: One }", "x-enum-names", 1)]
    [InlineData("{ enum: [a, b], x-enum-varnames: [A, 5] }", "x-enum-varnames", 2)]
    [InlineData("{ enum: [a, b], x-enum-varnames: [A, ''] }", "x-enum-varnames", 2)]
    public void Names_that_fit_no_values_are_reported(string schema, string word, int count) =>
        Assert.Equal(
            [
                $"api/main.yaml(5) KXO2009 /components/schemas/S/{word}: '{word}', which does not have one name for each of the {count} values,; it is ignored",
            ],
            Schema(schema)
        );

    [Fact]
    public void Names_of_all_values_are_fine() => Assert.Empty(Schema("{ enum: [1, 2], x-enum-varnames: [One, Two] }"));

    [Theory]
    [InlineData("Default")]
    [InlineData("ok")]
    [InlineData("20")]
    [InlineData("2000")]
    [InlineData("600")]
    [InlineData("2X0")]
    [InlineData("200-299")]
    [InlineData("a/b")]
    public void A_response_under_no_status_is_reported(string name) =>
        Assert.Equal(
            [
                $"api/main.yaml(2) KXO2020 /paths/~1a/get/responses/{name.Replace("/", "~1", StringComparison.Ordinal)}: The status '{name}' of a response; it is ignored. Write three digits, a range such as 2XX, or default",
            ],
            Responses($"'{name}': {{ description: ok }}")
        );

    [Fact]
    public void A_status_may_be_a_range_or_a_number_without_quotes() =>
        Assert.Empty(
            Responses("200: { description: a }, 2XX: { description: b }, 4xx: { description: c }, default: { description: d }, x-own: [1]")
        );

    private static IReadOnlyList<string> Responses(string responses) =>
        ReadDocument.From($"openapi: 3.0.3\npaths: {{ /a: {{ get: {{ responses: {{ {responses} }} }} }} }}").Problems;

    private static IReadOnlyList<string> Style(string place, string style) =>
        ReadDocument
            .From(
                $"openapi: 3.2.0\npaths: {{ '/{{a}}': {{ get: {{ parameters: [{{ name: a, in: {place}, style: {style}, schema: {{ type: string }} }}] }} }} }}"
            )
            .Problems;

    private static IReadOnlyList<string> Schema(string schema) =>
        ReadDocument.From($"openapi: 3.1.0\npaths: {{}}\ncomponents:\n  schemas:\n    S: {schema}").Problems;
}
