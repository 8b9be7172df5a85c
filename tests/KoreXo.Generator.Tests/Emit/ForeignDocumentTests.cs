using System.Collections.Immutable;
using KoreXo.Generator.Tests.Calls;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Runtime.Tests;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Documents that one does not own: changed by overlays, spread over files, with scopes and keys in words of their own.</summary>
public sealed class ForeignDocumentTests
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        security: [{ shopKey: [] }]
        paths:
          /orders:
            get: { operationId: list, x-old: true, x-needs: orders.read, responses: { "200": { description: Orders., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } } } }
            post:
              operationId: add
              x-needs: [orders.write, orders.read]
              parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
              responses: { "204": { description: Added. } }
          /orders/{id}:
            put: { operationId: replace, x-auth: { scopes: [orders.write] }, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "204": { description: Done. } } }
        components:
          securitySchemes: { shopKey: { type: apiKey, in: header, name: X-Key } }
          schemas: { Order: { type: object, properties: { id: { type: string } } } }
        """;

    private static TestDocument Part(string path, string text) =>
        new(path, text, ImmutableDictionary<string, string>.Empty.Add("KoreXoOpenApi", "part"));

    private static TestDocument Overlay(string actions, string head = "overlay: 1.0.0\ninfo: { title: O, version: '1' }\n") =>
        Part("shop.overlay.yaml", head + actions);

    private static TestDocument WithOverlay => Sample.Client(Shop).With("Overlays", "shop.overlay.yaml");

    [Theory]
    [InlineData("$.paths['/orders'].get", "update: { operationId: findOrders }", "FindOrdersAsync")]
    [InlineData("$..[?@.operationId == 'list']", "update: { operationId: findOrders }", "FindOrdersAsync")]
    [InlineData("$.paths.*[?@.x-old]", "update: { operationId: findOrders }", "FindOrdersAsync")]
    [InlineData("$.paths[?length(@.get.operationId) == 4 && !@.put].get", "update: { operationId: findOrders }", "FindOrdersAsync")]
    [InlineData("$.paths[?match(@.get.operationId, 'l.*t')].get", "update: { operationId: findOrders }", "FindOrdersAsync")]
    [InlineData("$.paths['/orders'].get.operationId", "update: findOrders", "FindOrdersAsync")]
    [InlineData(
        "$.paths",
        "update: { /new: { get: { operationId: findOrders, responses: { '204': { description: Done. } } } } }",
        "FindOrdersAsync"
    )]
    [InlineData("$.paths['/orders'].post.parameters[0]", "update: { name: Other-Key }", "OtherKey")]
    [InlineData("$.paths['/orders'].post.parameters", "update: { name: more, in: query, schema: { type: string } }", "addOptions.More")]
    [InlineData("$.components.schemas.Order.properties", "update: { total: { type: number } }", "Order.Total")]
    public async Task An_overlay_changes_what_is_generated(string target, string change, string expected)
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync([WithOverlay, Overlay($"actions: [{{ target: \"{target}\", {change} }}]")]);

        var code = run.Source("Sample.Client.g.cs") + run.Source("Sample.Models.g.cs");
        Assert.Contains(expected[(expected.IndexOf('.', StringComparison.Ordinal) + 1)..], code, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_removes_what_it_names_and_copies_what_is_there()
    {
        var run = Sample.Run(
            WithOverlay,
            Overlay(
                "actions: [{ target: \"$.paths['/orders'].post\", remove: true }, { target: $.components.schemas, update: { Copy: {} } }, { target: $.components.schemas.Copy, copy: $.components.schemas.Order }, { target: \"$.paths['/orders'].get.responses['200'].content['application/json'].schema.items\", update: { $ref: '#/components/schemas/Copy' } }]",
                "overlay: 1.1.0\ninfo: { title: O, version: '1' }\n"
            )
        );

        Assert.Empty(run.Diagnostics);
        Assert.DoesNotContain("AddAsync", run.Source("Sample.Client.g.cs"), StringComparison.Ordinal);
        Assert.Contains("class Copy", run.Source("Sample.Models.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "actions: [{ target: $.nowhere, update: {} }]",
        "(3,21): warning KXO2018: Overlay 'shop.overlay.yaml': '$.nowhere' selects nothing in 'sample.yaml'; correct it or remove it (at /actions/0)"
    )]
    [InlineData(
        "actions: [{ target: '$[', update: {} }]",
        "(3,21): warning KXO2018: Overlay 'shop.overlay.yaml': '$[' is no JSONPath: a selector is due at character 3 (at /actions/0)"
    )]
    [InlineData(
        "actions: [{ target: \"$[?match(@.title, '(')]\", update: {} }]",
        "(3,21): warning KXO2018: Overlay 'shop.overlay.yaml': '$[?match(@.title, '(')]' is no JSONPath: '(' is not a regular expression (at /actions/0)"
    )]
    [InlineData(
        "actions: [{ target: \"$[?search('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a+)+$')]\", update: {} }]",
        "(3,21): warning KXO2018: Overlay 'shop.overlay.yaml': '$[?search('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a+)+$')]' is no JSONPath: '^(a+)+$' takes too long on a text of 41 characters (at /actions/0)"
    )]
    [InlineData(
        "actions: [{ target: $.info }]",
        "(3,11): warning KXO2018: Overlay 'shop.overlay.yaml': an action needs 'update', 'copy' or 'remove: true' (at /actions/0)"
    )]
    [InlineData("actions: 5", "(1,1): warning KXO2018: Overlay 'shop.overlay.yaml': it has no 'actions'")]
    [InlineData("actions: [", "(4,1): error KXO2001: *")]
    [InlineData(
        "actions: [{ target: \"$.paths['/orders'].get\", update: { security: [{ none: [] }] } }]",
        "(3,76): warning KXO2015: The security scheme 'none' is not declared in the document; declare it or correct its name (at /paths/~1orders/get/security/0/none)"
    )]
    public void A_fault_of_an_overlay_is_reported_where_it_is(string actions, string expected)
    {
        var diagnostic = Assert.Single(Sample.Run(WithOverlay, Overlay(actions)).Diagnostics);

        Assert.StartsWith("shop.overlay.yaml" + expected.TrimEnd('*'), diagnostic, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_that_the_project_does_not_have_is_an_error() =>
        Assert.Contains(
            "error KXO2011: The OpenApiSpec setting Overlays 'shop.overlay.yaml' is invalid; use the name of a file of the project",
            Assert.Single(Sample.Run(WithOverlay).Diagnostics),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("x-needs", "List", "orders.read")]
    [InlineData("x-needs", "Add", "orders.write+orders.read")]
    [InlineData("x-auth/scopes", "Replace", "orders.write")]
    [InlineData("/x-auth/scopes", "Replace", "orders.write")]
    public async Task Scopes_come_from_the_extension_that_the_project_names(string from, string method, string expected)
    {
        var (result, _) = await new HttpSample(Sample.Client(Shop).With("ScopesFrom", from)).RunAsync(
            $$"""
            var need = (RequiresScopesAttribute)typeof(SampleClient).GetMethod("{{method}}Async")!.GetCustomAttributes(typeof(RequiresScopesAttribute), false).Single();
            var known = typeof(SampleClient).Assembly.GetCustomAttributes(typeof(KnownScopeAttribute), false).Cast<KnownScopeAttribute>().Select(scope => scope.Name);
            return string.Join("+", need.AllOf) + " on " + need.Credential + " " + need.AllOf.All(known.Contains);
            """
        );

        Assert.Equal($"{expected} on shopKey True", result);
    }

    [Fact]
    public async Task A_scope_that_the_manifest_lacks_stops_the_call()
    {
        var sample = new HttpSample(Sample.Client(Shop).With("ScopesFrom", "x-needs"))
        {
            Answer = static (context, _) => LoopbackServer.WriteAsync(context, "[]"),
            Options = """
                options.Credential = new ApiKeyCredential("key");
                options.Scopes = ScopeManifest.Load(new MemoryStream("{\"app\":\"a\",\"credentials\":{\"shopKey\":[\"orders.read\"]}}"u8.ToArray()));
                """,
        };

        var (message, requests) = await sample.RunAsync(
            "await client.ListAsync(); try { await client.AddAsync(new()); return \"\"; } catch (KoreXoScopeException fault) { return string.Join(\",\", fault.MissingScopes); }"
        );

        Assert.Equal("orders.write", message);
        Assert.Equal("key", Assert.Single(requests).Headers["X-Key"]);
    }

    [Fact]
    public void An_extension_that_no_operation_has_is_reported() =>
        Assert.Contains(
            "warning KXO2008: 'x-nothing' in ScopesFrom matches no operation; correct it or remove it",
            Assert.Single(Sample.Run(Sample.Client(Shop).With("ScopesFrom", "x-nothing")).Diagnostics),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_key_is_the_same_for_all_attempts_of_a_call_which_may_be_repeated()
    {
        var answers = 0;
        var (_, requests) = await new HttpSample(Shop)
        {
            Answer = (context, _) => LoopbackServer.WriteAsync(context, "{}", answers++ == 0 ? 503 : 204),
        }.RunAsync("await client.AddAsync(new()); await client.AddAsync(new(), new() { IdempotencyKey = \"own\" }); return \"\";");

        var keys = requests.Select(static request => request.Headers["Idempotency-Key"]).ToList();
        Assert.Equal(3, keys.Count);
        Assert.True(Guid.TryParse(keys[0], out _));
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal("own", keys[2]);
    }

    [Theory]
    [InlineData("x-idempotency-key: X-Request-Token", "X-Request-Token")]
    [InlineData("x-idempotency-key: true", "Idempotency-Key")]
    [InlineData("parameters: [{ name: Token, in: header, x-idempotency-key: true, schema: { type: string } }]", "Token")]
    public async Task An_overlay_can_say_which_header_the_key_has(string update, string header)
    {
        var text = Shop.Replace(
            "      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]\n",
            "",
            StringComparison.Ordinal
        );
        var sample = new HttpSample(
            Sample.Client(text).With("Overlays", "shop.overlay.yaml"),
            Overlay($"actions: [{{ target: \"$.paths['/orders'].post\", update: {{ {update} }} }}]")
        );

        Assert.True(Guid.TryParse((await sample.RequestAsync("await client.AddAsync(new());")).Headers[header], out _));
    }

    private static readonly TestDocument Spread = Sample.Client(
        """
        openapi: 3.0.3
        info: { title: Spread, version: "1" }
        paths:
          /pets: { $ref: "parts/pets.yaml" }
          /pets/{petId}:
            parameters: [{ $ref: "./parts/common.yaml#/parameters/PetId" }]
            get: { operationId: getPet, responses: { "200": { $ref: "parts/common.yaml#/responses/Pet" } } }
        components: { schemas: { Animal: { $ref: "parts/animal.json" } } }
        """,
        "api/sample.yaml"
    );

    private static readonly TestDocument[] Parts =
    [
        Part(
            "api/parts/pets.yaml",
            """
            get: { operationId: listPets, responses: { "200": { description: Pets., content: { application/json: { schema: { type: array, items: { $ref: "animal.json" } } } } } } }
            post: { operationId: addPet, requestBody: { required: true, content: { application/json: { schema: { $ref: "./animal.json" } } } }, responses: { "204": { description: Added. } } }
            """
        ),
        Part(
            "api/parts/common.yaml",
            """
            parameters: { PetId: { name: petId, in: path, required: true, schema: { $ref: "#/schemas/Id" } } }
            responses: { Pet: { description: A pet., content: { application/json: { schema: { $ref: "../sample.yaml#/components/schemas/Animal" } } } } }
            schemas: { Id: { type: string, enum: [a, b] } }
            """
        ),
        Part(
            "api/parts/animal.json",
            """{ "type": "object", "properties": { "name": { "type": "string" }, "parent": { "$ref": "#" }, "id": { "$ref": "common.yaml#/schemas/Id" } } }"""
        ),
    ];

    [Fact]
    public async Task A_document_may_be_spread_over_files_of_the_project()
    {
        var (result, requests) = await new HttpSample([Spread, .. Parts])
        {
            Answer = static (context, request) =>
                LoopbackServer.WriteAsync(
                    context,
                    request.Target == "/pets" ? """[{"name":"Tom","parent":{"name":"Eva"}}]""" : """{"name":"Tom","id":"b"}"""
                ),
        }.RunAsync(
            "Animal one = await client.GetPetAsync(Id.A); await client.AddPetAsync(new Animal { Name = \"x\" }); return one.Name + one.Id + (await client.ListPetsAsync())[0].Parent!.Name;"
        );

        Assert.Equal("TombEva", result);
        Assert.Equal(["GET /pets/a", "POST /pets", "GET /pets"], requests.Select(static request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public void Parts_whose_names_differ_only_in_case_are_two()
    {
        var run = Sample.Run([
            Sample.Client(
                """
                openapi: 3.0.3
                info: { title: Spread, version: "1" }
                paths: {}
                components: { schemas: { Dog: { $ref: "Pet.yaml#/Dog" }, Cat: { $ref: "pet.yaml#/Cat" } } }
                """,
                "api/sample.yaml"
            ),
            Part("api/pet.yaml", "Cat: { type: object, properties: { lives: { type: integer } } }"),
            Part("api/Pet.yaml", "Dog: { type: object, properties: { name: { type: string } } }"),
        ]);

        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Contains("KXO2004", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_that_is_not_there_is_reported_in_the_file_that_refers_to_it()
    {
        var run = Sample.Run([Spread, .. Parts[..2]]);

        Assert.Contains(
            "warning KXO2004: The reference 'parts/animal.json' leaves the document; give the file as an OpenApiPart item, or copy what it refers to into the document (at /components/schemas/Animal)",
            string.Join('\n', run.Diagnostics),
            StringComparison.Ordinal
        );
        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.StartsWith("api/parts/pets.yaml(", StringComparison.Ordinal));
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Fact]
    public void What_a_part_does_not_have_is_reported()
    {
        var run = Sample.Run([
            Spread,
            Parts[0],
            Parts[1].WithText(Parts[1].GetText().ToString().Replace("schemas: { Id:", "schemas: { Other:", StringComparison.Ordinal)),
            Parts[2],
        ]);

        Assert.Contains(
            run.Diagnostics,
            static diagnostic =>
                diagnostic.Contains("leads to nothing in that file; correct it or add what it names", StringComparison.Ordinal)
        );
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Fact]
    public void An_edited_part_is_generated_again_and_an_equal_one_is_not()
    {
        var run = Sample.Run([Spread, .. Parts]);
        var after = run.AfterEdit(
            Parts[2],
            Parts[2].WithText(Parts[2].GetText().ToString().Replace("name", "title", StringComparison.Ordinal))
        );

        Incrementality.AssertNothingRan(run.Again());
        Assert.Contains("Title", after.Source("Sample.Models.g.cs"), StringComparison.Ordinal);
    }
}
