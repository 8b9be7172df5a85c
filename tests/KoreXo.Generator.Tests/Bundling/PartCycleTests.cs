using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Bundling;

/// <summary>Files that refer to each other, in a circle or up and down, and what a reference in them is relative to.</summary>
public sealed class PartCycleTests
{
    private const string Get = "get: { responses: { '204': { description: ok } } }";

    [Fact]
    public void Schemas_of_two_files_that_contain_each_other_are_two_components()
    {
        var document = ReadDocument.From(
            Api(
                "/a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: 'x/a.yaml' } } } } } } }"
            ),
            ("api/x/a.yaml", "type: object\nproperties: { b: { $ref: '../y/b.yaml#/B' } }"),
            ("api/y/b.yaml", "B: { type: object, properties: { a: { $ref: '../x/a.yaml' }, self: { $ref: '#/B' } } }")
        );

        Assert.Empty(document.Problems);
        Assert.Equal(
            """{"a":{"type":"object","properties":{"b":{"$ref":"#/components/schemas/B"}}},"B":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/a"},"self":{"$ref":"#/components/schemas/B"}}}}""",
            document.Json("/components/schemas")
        );
    }

    [Fact]
    public void A_schema_that_is_nothing_but_a_reference_back_is_a_circle()
    {
        var document = ReadDocument.From(Api("{}", "A: { $ref: a.yaml }"), ("api/a.yaml", "$ref: b.yaml"), ("api/b.yaml", "$ref: a.yaml"));

        Assert.Contains(document.Problems, static problem => problem.EndsWith("; leads in a circle", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Problems, static problem => problem.Contains("leaves the document", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$ref: b.yaml", "$ref: a.yaml", "api/b.yaml(1) KXO2004 /$ref: a.yaml; leads in a circle")]
    [InlineData("$ref: '#'", "a: 1", "api/a.yaml(1) KXO2004 /$ref: #; leads in a circle")]
    [InlineData("$ref: 'b.yaml#/x'", "x: { $ref: '#/y' }\ny: { $ref: a.yaml }", "api/b.yaml(2) KXO2004 /y/$ref: a.yaml; leads in a circle")]
    public void Paths_of_files_that_are_only_references_to_each_other_are_a_circle(string a, string b, string expected) =>
        Assert.Equal([expected], ReadDocument.From(Api("/a: { $ref: a.yaml }"), ("api/a.yaml", a), ("api/b.yaml", b)).Problems);

    [Fact]
    public void A_circle_of_paths_keeps_what_is_beside_its_references()
    {
        var document = ReadDocument.From(
            Api("/a: { $ref: a.yaml }"),
            ("api/a.yaml", $"$ref: b.yaml\n{Get}"),
            ("api/b.yaml", "$ref: a.yaml\nput: { responses: { '204': { description: ok } } }")
        );
        var path = Assert.Single(document.Document.Paths);

        Assert.Equal(["get", "put"], document.Document.Operations(path).Select(static one => one.Verb).Order(StringComparer.Ordinal));
        Assert.Contains(document.Problems, static problem => problem.EndsWith("; leads in a circle", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("parts/deep/pet.yaml", "../../main.yaml#/components/schemas/Own")]
    [InlineData("parts/deep/pet.yaml", "../other/../../main.yaml#/components/schemas/Own")]
    [InlineData("parts/deep/pet.yaml", "..\\..\\main.yaml#/components/schemas/Own")]
    [InlineData("parts/deep/pet.yaml", "../../MAIN.yaml#/components/schemas/Own")]
    [InlineData("parts/deep/pet.yaml", "../../ma%69n.yaml#/components/schemas/O%77n")]
    public void A_part_refers_back_to_the_document_from_where_it_is(string part, string reference)
    {
        var document = ReadDocument.From(
            Api("{}", $"Own: {{ type: string }}\n    Pet: {{ $ref: '{part}' }}"),
            ("api/" + part, $"type: object\nproperties: {{ own: {{ $ref: '{reference}' }} }}")
        );

        Assert.Empty(document.Problems);
        Assert.Equal("""{"$ref":"#/components/schemas/Own"}""", document.Json("/components/schemas/Pet/properties/own"));
    }

    [Fact]
    public void A_path_in_a_file_refers_to_files_beside_that_file()
    {
        var document = ReadDocument.From(
            Api("/a: { $ref: 'paths/a.yaml#/one' }"),
            (
                "api/paths/a.yaml",
                "one:\n  parameters: [{ $ref: 'p.yaml#/Page' }]\n  get: { $ref: get.yaml }\n  post: { requestBody: { $ref: 'body.yaml' }, responses: { '200': { $ref: 'r.yaml' } } }"
            ),
            ("api/paths/p.yaml", "Page: { name: page, in: query, schema: { $ref: '#/Number' } }\nNumber: { type: integer }"),
            ("api/paths/get.yaml", "operationId: got\nresponses: { default: { $ref: 'r.yaml' } }"),
            ("api/paths/body.yaml", "content: { application/json: { schema: { $ref: './p.yaml#/Number' } } }"),
            ("api/paths/r.yaml", "description: shared\nheaders: { X-A: { $ref: 'p.yaml#/Page' } }")
        );
        var operations = document.Document.Paths.SelectMany(document.Document.Operations).ToList();

        Assert.Empty(document.Problems);
        Assert.Equal(["get got", "post "], operations.Select(static one => $"{one.Verb} {one.Node.String("operationId")}"));
        Assert.All(operations, static one => Assert.Equal("page", one.Parameters.Single().Name));
        Assert.Equal("shared shared", string.Join(' ', operations.Select(static one => one.Responses.Single().Description)));
        Assert.Equal(["Number"], document.Document.Root.Find("/components/schemas")!.Names);
    }

    [Theory]
    [InlineData("none.yaml", "leaves the document; give the file as an OpenApiPart item, or copy what it refers to into the document")]
    [InlineData(
        "https://api.test/pet.yaml",
        "leaves the document; give the file as an OpenApiPart item, or copy what it refers to into the document"
    )]
    public void A_file_that_the_project_does_not_list_is_named_where_it_is_referred_to(string reference, string reason)
    {
        var document = ReadDocument.From(
            Api("{}", "A: { $ref: a.yaml }"),
            ("api/a.yaml", $"type: object\nproperties:\n  b: {{ $ref: '{reference}' }}")
        );

        Assert.Equal([$"api/a.yaml(3) KXO2004 /components/schemas/A/properties/b: {reference}; {reason}"], document.Problems);
    }

    [Fact]
    public void A_part_that_cannot_be_read_is_reported_once_however_often_it_is_referred_to()
    {
        var document = ReadDocument.From(Api("{}", "A: { $ref: 'a.yaml#/A' }\n    B: { $ref: 'a.yaml#/B' }"), ("api/a.yaml", "A: [1\n"));

        Assert.Single(document.Problems, static problem => problem.Contains("KXO2001", StringComparison.Ordinal));
    }

    private static string Api(string paths, string schemas = "{}") =>
        $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths:\n  {paths}\ncomponents:\n  schemas:\n    {schemas}";
}
