using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Documents of Swagger 2.0 become the same clients as those of OpenAPI 3.</summary>
public sealed class SwaggerTests
{
    [Theory]
    [InlineData(
        "client.FindPetsAsync(new() { Limit = 3, Tags = [\"a\", \"b\"], Ids = [1, 2], Piped = [\"x\", \"y\"], Kind = FindPetsKind.Cat })",
        "GET /pets?limit=3&tags=a,b&ids=1&ids=2&piped=x%7Cy&kind=cat",
        ""
    )]
    [InlineData("client.AddPetAsync(new Cat { Name = \"Tom\", Lives = 9 })", "POST /pets", """{"name":"Tom","petType":"Cat","lives":9}""")]
    [InlineData(
        "client.UpdatePetAsync(\"7\", new() { Name = \"Tom\", Age = 3, Tags = [\"a\", \"b\"], More = [\"c\", \"d\"] })",
        "POST /pets/7",
        "name=Tom&age=3&tags=a%2Cb&more=c&more=d"
    )]
    [InlineData("client.PutPictureAsync(\"7\", new byte[] { 104, 105 })", "PUT /pets/7/picture", "hi")]
    public async Task Parameters_and_bodies_are_sent(string call, string line, string body)
    {
        var request = await Sample.RequestAsync("swagger-20", $"await {call};", "[]", "{}");

        Assert.Equal((line, body), (request.Line, request.Body));
    }

    [Fact]
    public async Task A_file_is_sent_in_a_form()
    {
        var request = await Sample.RequestAsync(
            "swagger-20",
            "await client.AddPictureAsync(\"7\", new() { Picture = TextFile(\"hi\", \"p.png\"), Note = \"n\" });",
            "\"made\""
        );

        Assert.Contains("name=\"picture\"; filename=\"p.png\"", request.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"note\"", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discriminator_is_followed() =>
        Assert.Equal(
            "Cat 9",
            await Sample.RunAsync(
                "swagger-20",
                "return (await client.FindPetsAsync())[0] switch { Pet.Cat cat => $\"Cat {cat.Value.Lives}\", _ => \"?\" };",
                """[{"lives":9,"petType":"Cat","name":"Tom"}]"""
            )
        );

    [Fact]
    public async Task A_file_is_received()
    {
        using var handler = new RecordingHandler("hi") { MediaType = "application/octet-stream" };
        Assert.Equal(
            "hi",
            await Sample.RunAsync(
                Sample.Document("swagger-20"),
                "using var answer = await client.GetPictureAsync(\"7\"); return new StreamReader(answer.Content).ReadToEnd();",
                handler
            )
        );
    }

    [Fact]
    public void Scopes_and_addresses_are_known()
    {
        var client = Sample.Run(Sample.Document("swagger-20")).Source("Sample.Client.g.cs");

        Assert.Contains("[global::KoreXo.RequiresScopes(\"read\", Credential = \"oauth\")]", client, StringComparison.Ordinal);
        Assert.Contains("Endpoints in the document: https://api.test/v2", client, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "responses: { '200': { description: Done., schema: { $ref: '#/definitions/A' } } }",
        "(4,52)",
        "/definitions/A/properties/b"
    )]
    [InlineData(
        "parameters: [{ name: limit, in: query, type: integer }, { name: pet, in: body, schema: { $ref: '#/definitions/No' } }], responses: {}",
        "(3,127)",
        "/paths/~1a/post/parameters/1/schema"
    )]
    [InlineData(
        "responses: { '200': { description: Done., schema: { $ref: '#/definitions/No' } } }",
        "(3,90)",
        "/paths/~1a/post/responses/200/schema"
    )]
    public void A_fault_is_told_where_the_author_wrote_it(string member, string place, string pointer)
    {
        var run = Sample.Run(
            Sample.Client(
                $$"""
                swagger: "2.0"
                info: { title: T, version: "1" }
                paths: { /a: { post: { operationId: a, {{member}} } } }
                definitions: { A: { type: object, properties: { b: { $ref: "{{(
                    pointer.StartsWith("/definitions", StringComparison.Ordinal) ? "#/definitions/No" : "#/definitions/A"
                )}}" } } } }
                """
            )
        );

        Assert.Equal(
            $"sample.yaml{place}: warning KXO2004: The reference '#/definitions/No' leads to nothing; correct it or add what it names (at {pointer})",
            Assert.Single(run.Diagnostics)
        );
    }
}
