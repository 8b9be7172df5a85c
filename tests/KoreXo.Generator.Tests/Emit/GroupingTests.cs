using KoreXo.Generator.Tests.Calls;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary><c>Grouping="Tag"</c>: a client for each tag, under one for the document.</summary>
public sealed class GroupingTests
{
    private const string Text = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        tags:
          - { name: Order items, description: What was ordered. }
          - { name: pets, description: The animals. }
        paths:
          /pets:
            get: { operationId: petsList, tags: [pets, Order items], responses: { "200": { description: Pets., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } } } } }
            post: { operationId: createPet, tags: [pets], requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }, responses: { "204": { description: Done. } } }
          /pets/{id}:
            get: { operationId: pets_get, tags: [Pets], parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "200": { description: A pet., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } }, text/csv: { schema: { type: string } } } } } }
          /items:
            get: { operationId: list, tags: ["order-items"], parameters: [{ name: limit, in: query, schema: { type: integer } }], responses: { "204": { description: None. } } }
            post: { operationId: startImport, tags: ["order-items"], x-job: { status: getImport, pass: {}, state: /state, succeeded: [done] }, responses: { "202": { description: Started. } } }
          /import:
            get: { operationId: getImport, tags: ["order-items"], responses: { "200": { description: The state., content: { application/json: { schema: { type: object, properties: { state: { type: string } } } } } } } }
          /health:
            get: { operationId: health, responses: { "204": { description: Alive. } } }
          /odd:
            get: { operationId: odd, tags: ["", "resume"], responses: { "204": { description: Done. } } }
        components: { schemas: { Pet: { type: object, properties: { name: { type: string } } }, PetsClient: { type: object, properties: { pet: { $ref: "#/components/schemas/Pet" } } } } }
        """;

    private static TestDocument Grouped(string grouping) => Sample.Client(Text).With("Grouping", grouping);

    [Theory]
    [InlineData("await client.Pets.ListAsync();", "GET /pets")]
    [InlineData("await client.Pets.CreatePetAsync(new() { Name = \"a\" });", "POST /pets")]
    [InlineData("await client.Pets.GetAsync(\"1\");", "GET /pets/1")]
    [InlineData("await client.Pets.GetAsCsvAsync(\"1\");", "GET /pets/1")]
    [InlineData("await client.OrderItems.ListAsync(new() { Limit = 5 });", "GET /items?limit=5")]
    [InlineData("await client.OrderItems.StartImportAsync();", "POST /items")]
    [InlineData("await client.HealthAsync();", "GET /health")]
    [InlineData("await client.ResumeGroup.OddAsync();", "GET /odd")]
    [InlineData("using var pets = new PetsClient(options); await pets.ListAsync();", "GET /pets")]
    public async Task A_call_is_found_under_its_first_tag(string call, string line)
    {
        var request = await new HttpSample(Grouped("Tag"))
        {
            Answer = static (context, received) =>
                Runtime.Tests.LoopbackServer.WriteAsync(context, received.Target == "/pets" && received.Method == "GET" ? "[]" : "{}"),
        }.RequestAsync(call);

        Assert.Equal(line, $"{request.Method} {request.Target}");
    }

    [Fact]
    public async Task A_job_of_a_group_is_taken_up_in_the_group()
    {
        var (result, requests) = await new HttpSample(Grouped("tag"))
        {
            Answer = static (context, _) => Runtime.Tests.LoopbackServer.WriteAsync(context, """{"state":"done"}"""),
        }.RunAsync(
            """
            var job = await client.OrderItems.StartImportAsync();
            var status = await client.OrderItems.ResumeImport(job.ResumeToken).WaitAsync();
            return status.State + ReferenceEquals(client.Pets, client.Pets);
            """
        );

        Assert.Equal("doneTrue", result);
        Assert.Equal(["POST /items", "GET /import"], requests.Select(static request => $"{request.Method} {request.Target}"));
    }

    [Theory]
    [InlineData("Tag")]
    [InlineData("None")]
    public Task What_is_emitted_compiles_without_a_warning(string grouping) => GeneratorVerifier.VerifyGeneratorAsync(Grouped(grouping));

    [Theory]
    [InlineData("Tag", "internal static class SampleOperations", true)]
    [InlineData("Tag", "client => client.OrderItems", true)]
    [InlineData("None", "class OrderItemsClient", false)]
    [InlineData("None", "ListAsync(", true)]
    public void Groups_are_registered_with_their_client(string grouping, string text, bool isThere)
    {
        var run = Sample.Run(Grouped(grouping));

        Assert.Equal(isThere, run.Files.Any(file => run.Source(file).Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_reported()
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync(
            Grouped("Path"),
            "sample.yaml(1,1): error KXO2011: The OpenApiSpec setting Grouping 'Path' is invalid; use 'Tag' or 'None'"
        );

        Assert.Contains("PetsListAsync", run.Source("Sample.Client.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_setting_that_is_nearly_right_is_reported() =>
        GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(Text).With("GroupBy", "Tag"),
            "sample.yaml(1,1): error KXO2011: The OpenApiSpec setting 'GroupBy' is invalid; use 'Grouping'"
        );
}
