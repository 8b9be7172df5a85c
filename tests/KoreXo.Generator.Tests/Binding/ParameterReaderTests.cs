using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Options;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The parameters of a method: which there are, what callers call them, and how each value is written.</summary>
public sealed class ParameterReaderTests
{
    [Theory]
    [InlineData("in: query, schema: { type: array, items: { type: string } }", null, null, "")]
    [InlineData("in: query, explode: false, schema: { type: array, items: { type: string } }", ",", null, "")]
    [InlineData("in: query, style: pipeDelimited, schema: { type: array, items: { type: string } }", "|", null, "")]
    [InlineData("in: query, style: pipeDelimited, explode: true, schema: { type: array, items: { type: string } }", null, null, "")]
    [InlineData("in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { type: string } }", " ", null, "")]
    [InlineData("in: query, style: matrix, explode: true, schema: { type: array, items: { type: string } }", null, null, "")]
    [InlineData("in: query, style: label, explode: true, schema: { type: array, items: { type: string } }", null, null, "")]
    [InlineData("in: header, explode: true, schema: { type: array, items: { type: string } }", ",", null, "")]
    [InlineData("in: cookie, schema: { type: array, items: { type: string } }", ",", null, "")]
    [InlineData("in: path, schema: { type: array, items: { type: string } }", ",", null, "")]
    [InlineData("in: path, style: label, schema: { type: array, items: { type: string } }", ",", null, ".")]
    [InlineData("in: path, style: label, explode: true, schema: { type: array, items: { type: string } }", ".", null, ".")]
    [InlineData("in: path, style: matrix, schema: { type: array, items: { type: string } }", ",", null, ";a=")]
    [InlineData("in: path, style: matrix, explode: true, schema: { type: array, items: { type: string } }", ";a=", null, ";a=")]
    [InlineData("in: path, style: matrix, schema: { type: integer }", ",", null, ";a=")]
    [InlineData("in: path, style: label, explode: true, schema: { type: object, properties: { x: {} } }", ".", "Exploded", ".")]
    [InlineData("in: path, style: matrix, explode: true, schema: { type: object, properties: { x: {} } }", ";", "Exploded", ";")]
    [InlineData("in: path, style: matrix, schema: { type: object, properties: { x: {} } }", ",", "Comma", ";a=")]
    [InlineData("in: path, style: matrix, content: { application/json: { schema: { type: object } } }", ",", "Json", ";a=")]
    [InlineData("in: query, schema: { type: object, properties: { x: {} } }", null, "Exploded", "")]
    [InlineData("in: query, explode: false, schema: { type: object, properties: { x: {} } }", ",", "Comma", "")]
    [InlineData("in: query, style: deepObject, schema: { type: array, items: { type: string } }", null, "Deep", "")]
    [InlineData("in: header, schema: { type: object, properties: { x: {} } }", ",", "Comma", "")]
    [InlineData("in: header, explode: true, schema: { type: object, properties: { x: {} } }", ",", "Exploded", "")]
    public void A_value_is_written_by_its_style(string members, string? separator, string? spread, string prefix)
    {
        var parameter = Read($"{{ name: a, required: true, {members} }}").Single();

        Assert.Equal((separator, spread, prefix), (parameter.Separator, parameter.Spread?.ToString(), parameter.Prefix));
    }

    [Theory]
    [InlineData("in: query, schema: { type: string }", "options a null null")]
    [InlineData("in: query, required: true, schema: { type: string }", "argument a null null")]
    [InlineData("in: query, required: true, schema: { type: string, default: x }", "options a x null")]
    [InlineData("in: query, required: true, schema: { type: integer, default: 0 }", "options a 0 null")]
    [InlineData("in: query, required: true, schema: { type: array, items: { type: string }, default: [x] }", "argument a null null")]
    [InlineData("in: query, schema: { type: string, default: x }", "options a null null")]
    [InlineData("in: query, required: true, schema: { type: string, enum: [v2] }", "hidden  null v2")]
    [InlineData("in: query, required: true, schema: { const: 5 }", "hidden  null 5")]
    [InlineData("in: query, required: true, schema: { type: boolean, enum: [true] }", "hidden  null true")]
    [InlineData("in: query, schema: { type: string, enum: [v2] }", "options a null null")]
    [InlineData("in: query, required: true, schema: { type: string, enum: [''] }", "argument a null null")]
    [InlineData("in: query, required: true, schema: { type: [string, 'null'], enum: [v2, null] }", "argument a null null")]
    [InlineData("in: path, required: false, schema: { type: string }", "argument a null null")]
    [InlineData("in: query, required: true, x-name: other, schema: { type: string }", "argument other null null")]
    [InlineData("in: query, required: true, x-name: request, schema: { type: string }", "argument requestValue null null")]
    [InlineData("in: query, required: true, x-name: class, schema: { type: string }", "argument @class null null")]
    public void A_parameter_is_an_argument_an_option_or_sent_without_asking(string members, string expected)
    {
        var parameter = Read($"{{ name: a, {members} }}").Single();
        var kind =
            parameter.Constant is not null ? "hidden"
            : parameter.IsRequired ? "argument"
            : "options";

        Assert.Equal(expected, $"{kind} {parameter.Name} {parameter.Default ?? "null"} {parameter.Constant ?? "null"}");
    }

    [Theory]
    [InlineData("schema: {}", "String")]
    [InlineData("x-none: 1", "String")]
    [InlineData("schema: { type: [string, integer] }", "Named")]
    [InlineData("schema: { type: array, items: { type: [string, 'null'] } }", "List of Scalar")]
    [InlineData("schema: { type: array }", "List of Scalar")]
    [InlineData("content: { text/plain: { schema: { type: object } } }", "String")]
    [InlineData("content: { application/json: { schema: { type: array, items: { type: [string, 'null'] } } } }", "List of Nullable")]
    [InlineData("content: { application/json: {} }", "String")]
    [InlineData("schema: { type: string, format: date-time }", "DateTimeOffset")]
    public void A_parameter_has_a_type_that_can_be_written(string members, string expected)
    {
        var type = Read($"{{ name: a, in: query, {members} }}").Single().Type;

        Assert.Equal(
            expected,
            type switch
            {
                TypeRef.Scalar scalar => scalar.Kind.ToString(),
                TypeRef.List list => "List of " + list.Item.GetType().Name,
                _ => type.GetType().Name,
            }
        );
    }

    [Fact]
    public void The_last_of_equal_parameters_counts_in_the_place_of_the_first() =>
        Assert.Equal(
            ["a: second", "b: only", "a: header"],
            Read(
                    "{ name: a, in: query, description: first, schema: {} }, { name: b, in: query, description: only, schema: {} }, { name: a, in: header, description: header, schema: {} }, { name: a, in: query, description: second, schema: {} }"
                )
                .Select(static one => $"{one.Key.Name}: {one.Description}")
        );

    [Theory]
    [InlineData("Accept")]
    [InlineData("content-type")]
    [InlineData("Authorization")]
    [InlineData("Content-Length")]
    [InlineData("X-Key")]
    public void A_header_that_is_set_elsewhere_is_no_parameter(string name) =>
        Assert.DoesNotContain(Read($"{{ name: {name}, in: header, schema: {{ type: string }} }}"), one => one.Key.Name == name);

    [Fact]
    public void Names_that_are_one_in_CSharp_are_told_apart() =>
        Assert.Equal(
            ["orderId", "orderIdValue", "orderIdValue2"],
            Read(
                    string.Join(
                        ", ",
                        new[] { "order-id", "order_id", "orderId" }.Select(static name =>
                            $"{{ name: {name}, in: query, required: true, schema: {{ type: string }} }}"
                        )
                    )
                )
                .Select(static one => one.Name)
        );

    [Theory]
    [InlineData("in: header, style: pipeDelimited, schema: { type: array, items: { type: string } }", ",", null)]
    [InlineData("in: header, style: spaceDelimited, schema: { type: array, items: { type: string } }", ",", null)]
    [InlineData("in: path, style: pipeDelimited, schema: { type: array, items: { type: string } }", ",", null)]
    [InlineData("in: header, style: deepObject, schema: { type: object, properties: { x: {} } }", ",", "Comma")]
    [InlineData("in: path, style: form, explode: true, schema: { type: object, properties: { x: {} } }", ",", "Exploded")]
    [InlineData("in: query, style: simple, schema: { type: array, items: { type: string } }", null, null)]
    public void A_style_that_the_place_does_not_have_is_the_default_one(string members, string? separator, string? spread)
    {
        var parameter = Read($"{{ name: a, required: true, {members} }}").Single();

        Assert.Equal((separator, spread), (parameter.Separator, parameter.Spread?.ToString()));
    }

    [Theory]
    [InlineData("in: query, collectionFormat: multi", null)]
    [InlineData("in: query, collectionFormat: pipes", "|")]
    [InlineData("in: query, collectionFormat: ssv", " ")]
    [InlineData("in: query, collectionFormat: tsv", "\t")]
    [InlineData("in: query", ",")]
    [InlineData("in: header, collectionFormat: multi", ",")]
    [InlineData("in: path, collectionFormat: multi", ",")]
    public void A_list_of_Swagger_has_its_format(string members, string? expected)
    {
        var path = members.Contains("path", StringComparison.Ordinal) ? "/x/{a}" : "/x";
        var document = BoundDocument.From(
            $"swagger: '2.0'\ninfo: {{ title: T, version: '1' }}\npaths: {{ '{path}': {{ get: {{ operationId: a, parameters: [{{ name: a, {members}, required: true, type: array, items: {{ type: string }} }}], responses: {{}} }} }} }}"
        );

        Assert.Equal(expected, document.Operation().Parameters.Single().Separator);
    }

    [Theory]
    [InlineData("X-Trace", "x-trace")]
    [InlineData("X-Trace", "X-TRACE")]
    public void A_header_in_another_case_is_the_same_header(string shared, string own)
    {
        var document = BoundDocument.Of(
            $"paths: {{ /a: {{ parameters: [{{ name: {shared}, in: header, required: true, schema: {{ type: string }} }}], get: {{ operationId: a, parameters: [{{ name: {own}, in: header, schema: {{ type: integer }} }}], responses: {{}} }} }} }}"
        );

        var parameter = Assert.Single(document.Operation().Parameters);
        Assert.Equal((own, false, "Int64"), (parameter.Key.Name, parameter.IsRequired, BoundDocument.Describe(parameter.Type)));
    }

    [Fact]
    public void Elsewhere_names_in_another_case_are_two_parameters() =>
        Assert.Equal(
            ["Limit", "limit"],
            Read("{ name: Limit, in: query, schema: {} }, { name: limit, in: query, schema: {} }").Select(static one => one.Key.Name)
        );

    [Theory]
    [InlineData("default: ''", "argument")]
    [InlineData("default: v1", "v1")]
    [InlineData("default: 0", "0")]
    [InlineData("default: null", "argument")]
    [InlineData("default: { a: b }", "argument")]
    [InlineData("$ref: '#/components/schemas/Version'", "v2")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Version' }]", "v2")]
    public void A_default_is_sent_where_it_can_be(string schema, string expected)
    {
        var parameter = BoundDocument
            .Of(
                $"paths: {{ '/{{a}}': {{ get: {{ operationId: a, parameters: [{{ name: a, in: path, required: true, schema: {{ {schema} }} }}], responses: {{}} }} }} }}\ncomponents: {{ schemas: {{ Version: {{ type: string, default: v2 }} }} }}"
            )
            .Operation()
            .Parameters.Single();

        Assert.Equal(expected, parameter.IsRequired ? "argument" : parameter.Default);
    }

    [Theory]
    [InlineData("in: query, name: api_key", "query", "api_key")]
    [InlineData("in: cookie, name: session", "cookie", "session")]
    [InlineData("in: header, name: X-Key", "header", "x-key")]
    public void A_parameter_that_carries_the_credential_is_none(string scheme, string place, string name) =>
        Assert.Empty(
            BoundDocument
                .Get(
                    $"parameters: [{{ name: {name}, in: {place}, required: true, schema: {{ type: string }} }}]",
                    $"components: {{ securitySchemes: {{ key: {{ type: apiKey, {scheme} }} }} }}"
                )
                .Operation()
                .Parameters
        );

    [Theory]
    [InlineData("x-sensitive: true, schema: { type: string }", true)]
    [InlineData("schema: { type: string, x-sensitive: true }", true)]
    [InlineData("schema: { $ref: '#/components/schemas/Secret' }", true)]
    [InlineData("content: { application/json: { schema: { $ref: '#/components/schemas/Secret' } } }", true)]
    [InlineData("schema: { type: string }", false)]
    public void A_parameter_is_sensitive_wherever_the_document_says_so(string members, bool expected) =>
        Assert.Equal(
            expected,
            BoundDocument
                .Get(
                    $"parameters: [{{ name: q, in: query, {members} }}]",
                    "components: { schemas: { Secret: { type: string, x-sensitive: true } } }"
                )
                .Operation()
                .Parameters.Single()
                .IsSensitive
        );

    [Theory]
    [InlineData("in: path", "path.id")]
    [InlineData("in: query", "query.id")]
    [InlineData("x-none: 1", "path.id")]
    public void A_rate_limit_counts_by_the_parameter_of_the_place_that_it_names(string place, string expected) =>
        Assert.Equal(
            expected,
            BoundDocument
                .Of(
                    $"paths: {{ '/a/{{id}}': {{ get: {{ operationId: a, x-rate-limit: {{ budget: b, by: [{{ {place}, name: id }}], limits: [{{ calls: 1, seconds: 1 }}] }}, parameters: [{{ name: id, in: path, required: true, schema: {{ type: string }} }}, {{ name: id, in: query, schema: {{ type: string }} }}], responses: {{}} }} }} }}"
                )
                .Operation()
                .RateLimit!.By.Single()
                .Expression
        );

    private static List<ParameterModel> Read(string parameters)
    {
        var result = SpecParser.Parse(
            "x.yaml",
            $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: { '/x/{{(
                parameters.Contains("in: path", StringComparison.Ordinal) ? "{a}" : ""
            )}}': { get: { operationId: getX, security: [{ key: [] }], parameters: [{{parameters}}], responses: { '204': { description: ok } } } } }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            """,
            new DocumentOptions("N", "TestClient", null, default, default, ""),
            CancellationToken.None
        );
        return [.. result.Model!.Operations.Single().Parameters];
    }
}
