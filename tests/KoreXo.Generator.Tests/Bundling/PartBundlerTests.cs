using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Bundling;

/// <summary>Documents that are spread over files, as authors and their bundlers spread them.</summary>
public sealed class PartBundlerTests
{
    private const string Pet = "{ type: object, properties: { name: { type: string } } }";

    private const string Response = "responses: { '200': { description: ok, content: { application/json: { schema: @ } } } }";

    [Theory]
    [InlineData("Pet.yaml", "")]
    [InlineData("./Pet.yaml#", "")]
    [InlineData("all.yaml#/Pet", "Pet")]
    [InlineData("all.yaml#/a~1b", "a/b")]
    [InlineData("all.yaml#/with%20space", "with space")]
    [InlineData("../api/all.yaml#/Pet", "Pet")]
    public void A_schema_of_a_file_is_a_component(string reference, string name)
    {
        var document = ReadDocument.From(
            Api($"/a: {{ get: {{ {Response.Replace("@", $"{{ $ref: '{reference}' }}", StringComparison.Ordinal)} }} }}"),
            ("api/Pet.yaml", Pet),
            ("api/all.yaml", $"Pet: {Pet}\na/b: {Pet}\nwith space: {Pet}")
        );

        Assert.Equal([name.Length == 0 ? "Pet" : name], document.Document.Root.Find("/components/schemas")!.Names);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void Two_ways_to_one_schema_are_one_component()
    {
        var document = ReadDocument.From(
            Api("/a: { $ref: 'paths/a.yaml' }\n  /b: { $ref: 'paths/b.yaml' }", "Pet: { $ref: 'schemas/Pet.yaml' }"),
            ("api/paths/a.yaml", $"get: {{ {Response.Replace("@", "{ $ref: '../schemas/Pet.yaml' }", StringComparison.Ordinal)} }}"),
            (
                "api/paths/b.yaml",
                $"get: {{ {Response.Replace("@", "{ $ref: '../main.yaml#/components/schemas/Pet' }", StringComparison.Ordinal)} }}"
            ),
            ("api/schemas/Pet.yaml", Pet)
        );

        Assert.Equal(["Pet"], document.Document.Root.Find("/components/schemas")!.Names);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void Components_that_refer_to_each_other_by_file_keep_their_names()
    {
        var document = ReadDocument.From(
            Api("{}", "Owner: { $ref: 'owner.yaml' }\n    Animal: { $ref: 'pet.yaml' }"),
            ("api/owner.yaml", "{ type: object, properties: { pet: { $ref: pet.yaml } } }"),
            ("api/pet.yaml", "{ type: object, properties: { owner: { $ref: owner.yaml } } }")
        );

        Assert.Equal(["Owner", "Animal"], document.Document.Root.Find("/components/schemas")!.Names);
        Assert.Equal("""{"$ref":"#/components/schemas/Animal"}""", document.Json("/components/schemas/Owner/properties/pet"));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void All_paths_may_be_one_file_and_all_schemas_another()
    {
        var document = ReadDocument.From(
            "openapi: 3.0.3\npaths: { $ref: paths/all.yaml }\ncomponents: { schemas: { $ref: schemas/all.yaml, Own: { type: string } } }",
            (
                "api/paths/all.yaml",
                $"/a: {{ get: {{ {Response.Replace("@", "{ $ref: '../schemas/pet.yaml' }", StringComparison.Ordinal)} }} }}"
            ),
            ("api/schemas/all.yaml", "Pet: { $ref: pet.yaml }\nPets: { type: array, items: { $ref: '#/Pet' } }"),
            ("api/schemas/pet.yaml", Pet)
        );

        Assert.Empty(document.Problems);
        Assert.Equal(["/a"], document.Document.Paths.Select(static path => path.Template));
        Assert.Equal(["Own", "Pet", "Pets"], document.Document.Root.Find("/components/schemas")!.Names);
        Assert.Equal("""{"$ref":"#/components/schemas/Pet"}""", document.Json("/components/schemas/Pets/items"));
        Assert.Equal(
            """{"$ref":"#/components/schemas/Pet"}""",
            document.Json("/paths/~1a/get/responses/200/content/application~1json/schema")
        );
    }

    [Theory]
    [InlineData("responses: { $ref: '#/x-shared/responses' }", "/paths/~1a/get/responses/200/description", "\"ok\"")]
    [InlineData(
        "responses: { '200': { description: ok, content: { $ref: '#/x-shared/content' } } }",
        "/paths/~1a/get/responses/200/content/text~1plain",
        "{}"
    )]
    [InlineData(
        "responses: { $ref: 'more.yaml#/responses', '404': { description: none } }",
        "/paths/~1a/get/responses",
        """{"404":{"description":"none"},"200":{"description":"more"}}"""
    )]
    public void A_map_may_refer_to_another_map(string operation, string pointer, string expected)
    {
        var document = ReadDocument.From(
            Api($"/a: {{ get: {{ {operation} }} }}")
                + "\nx-shared: { responses: { '200': { description: ok } }, content: { text/plain: {} } }",
            ("api/more.yaml", "responses: { '200': { description: more } }")
        );

        Assert.Empty(document.Problems);
        Assert.Equal(expected, document.Json(pointer));
    }

    [Theory]
    [InlineData("responses: { $ref: '#/none' }", "#/none; leads to nothing; correct it or add what it names")]
    [InlineData("responses: { $ref: '#/paths' }", "#/paths; leads in a circle")]
    [InlineData(
        "responses: { $ref: 'more.yaml#/none' }",
        "more.yaml#/none; leads to nothing in that file; correct it or add what it names"
    )]
    public void A_map_that_leads_nowhere_is_reported_at_its_pointer(string operation, string expected) =>
        Assert.Equal(
            [$"api/main.yaml(4) KXO2004 /paths/~1a/get/responses/$ref: {expected}"],
            ReadDocument.From(Api($"/a: {{ get: {{ {operation} }} }}"), ("api/more.yaml", "a: 1")).Problems
        );

    [Fact]
    public void A_member_that_is_called_like_the_keyword_is_a_member() =>
        Assert.Equal(
            """{"type":"object","properties":{"$ref":{"type":"string"}}}""",
            ReadDocument.From(Api("{}", "A: { type: object, properties: { $ref: { type: string } } }")).Json("/components/schemas/A")
        );

    [Fact]
    public void A_security_scheme_may_be_in_another_file()
    {
        var document = ReadDocument.From(
            "openapi: 3.0.3\npaths: {}\ncomponents: { securitySchemes: { key: { $ref: 'auth.yaml#/key' } } }",
            ("api/auth.yaml", "key: { type: apiKey, in: header, name: X-Key }")
        );

        Assert.Empty(document.Problems);
        Assert.Equal("""{"type":"apiKey","in":"header","name":"X-Key"}""", document.Json("/components/securitySchemes/key"));
    }

    [Fact]
    public void A_file_that_differs_from_the_document_in_case_is_another_file()
    {
        var document = ReadDocument.From(Api("{}", "A: { $ref: 'Main.yaml#/Pet' }"), ("api/Main.yaml", $"Pet: {Pet}"));

        Assert.Empty(document.Problems);
        Assert.Equal(["name"], document.Document.Root.Find("/components/schemas/A/properties")!.Names);
    }

    [Fact]
    public void A_mapping_may_name_a_file()
    {
        var document = ReadDocument.From(
            Api("{}", "A: { discriminator: { propertyName: kind, mapping: { cat: 'cat.yaml', dog: Dog, bird: 'https://x.test/bird' } } }"),
            ("api/cat.yaml", Pet)
        );

        Assert.Equal(
            """{"cat":"#/components/schemas/cat","dog":"Dog","bird":"https://x.test/bird"}""",
            document.Json("/components/schemas/A/discriminator/mapping")
        );
    }

    [Fact]
    public void A_problem_of_a_part_is_in_the_part() =>
        Assert.Equal(
            ["api/pet.yaml(2) KXO2001 /a: pet.yaml; the member 'a' is given twice"],
            ReadDocument.From(Api("{}", "A: { $ref: pet.yaml }"), ("api/pet.yaml", "a: 1\na: 2")).Problems.Take(1)
        );

    [Fact]
    public void Swagger_keeps_its_own_places()
    {
        var document = ReadDocument.From(
            "swagger: '2.0'\npaths: { /a: { get: { parameters: [{ $ref: 'p.yaml#/Page' }], responses: { '200': { description: ok, schema: { $ref: pet.yaml } } } } } }",
            ("api/p.yaml", "Page: { name: page, in: query, type: integer }"),
            ("api/pet.yaml", Pet)
        );

        Assert.Empty(document.Problems);
        Assert.Equal(
            ["page"],
            document.Document.Paths.SelectMany(document.Document.Operations).Single().Parameters.Select(static one => one.Name)
        );
        Assert.Equal(["pet"], document.Document.Root.Find("/components/schemas")!.Names);
    }

    private static string Api(string paths, string schemas = "") =>
        $"openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  {paths}\ncomponents:\n  schemas:\n    {(schemas.Length == 0 ? "{}" : schemas)}";
}
