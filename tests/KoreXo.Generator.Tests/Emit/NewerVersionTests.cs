using KoreXo.Generator.Tests.Harness;
using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>What OpenAPI 3.1 says in other words than 3.0.</summary>
public sealed class NewerVersionTests
{
    [Theory]
    [InlineData("Name", "String")]
    [InlineData("Other", "Other")]
    [InlineData("Mixed", "ThingMixed")]
    [InlineData("Bounded", "Int64?")]
    [InlineData("Kind", "ThingKind?")]
    [InlineData("Version", "Int64?")]
    [InlineData("Flag", "Boolean?")]
    [InlineData("Tuple", "IReadOnlyList<JsonAny>")]
    [InlineData("Single", "IReadOnlyList<String>")]
    [InlineData("Open", "JsonAny?")]
    [InlineData("Closed", "ThingClosed")]
    [InlineData("Patterned", "IReadOnlyDictionary<String, Int64>")]
    [InlineData("Described", "Other")]
    [InlineData("Extended", "ThingExtended")]
    [InlineData("Local", "ThingLocal")]
    [InlineData("Deep", "ThingDeep")]
    [InlineData("Bytes", "Byte[]")]
    [InlineData("NullableEnum", "ThingNullableEnum?")]
    [InlineData("Choice", "ThingChoice")]
    [InlineData("Conditional", "ThingConditional")]
    public async Task A_member_has_the_type_that_is_meant(string member, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync(
                "openapi-31",
                $$"""
                static string Text(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? inner.Name + "?"
                    : type.IsGenericType ? type.Name.Split('`')[0] + "<" + string.Join(", ", type.GetGenericArguments().Select(Text)) + ">" : type.Name;
                return Text(typeof(Thing).GetProperty("{{member}}")!.PropertyType);
                """
            )
        );

    [Theory]
    [InlineData(
        """{"name":"n","other":null,"mixed":5,"wild":{"a":"x"},"kind":"thing","version":2,"tuple":["a",1],"extended":{"id":"1","more":"m"}}"""
    )]
    [InlineData(
        """{"name":"n","other":{"id":"1"},"mixed":"text","wild":["a"],"local":{"x":1.5},"deep":{"n":1},"bytes":"AQI=","choice":{"t":"y","b":"2"}}"""
    )]
    [InlineData("""{"name":null,"other":null,"wild":null,"nullableEnum":null,"choice":{"t":"z"}}""")]
    public async Task A_value_is_written_back(string json) => Assert.Equal(json, await Sample.RoundTripAsync("openapi-31", "Thing", json));

    [Fact]
    public async Task A_file_is_one_by_its_media_type()
    {
        var request = await Sample.RequestAsync("openapi-31", "await client.PutFileAsync(new() { File = TextFile(\"hi\", \"f\") });");

        Assert.Contains("name=\"file\"; filename=\"f\"", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_need_no_schema() =>
        Assert.Equal("hi", (await Sample.RequestAsync("openapi-31", "await client.PutBytesAsync(new byte[] { 104, 105 });")).Body);

    [Theory]
    [InlineData(
        "application/x-www-form-urlencoded: { schema: { type: object, properties: { name: { type: string }, tags: { type: array, items: { type: string } } } } }",
        "new() { Name = \"a b\", Tags = [\"x\", \"y&z\"] }",
        "/pets?name=a%20b&tags=x&tags=y%26z"
    )]
    [InlineData(
        "application/json: { schema: { type: object, properties: { name: { type: string } } } }",
        "new() { Name = \"a\" }",
        "/pets?%7B%22name%22%3A%22a%22%7D"
    )]
    [InlineData("text/plain: { schema: { type: string } }", "\"$.pets[?@.age>3]\"", "/pets?%24.pets%5B%3F%40.age%3E3%5D")]
    public async Task A_parameter_may_be_the_whole_query(string content, string argument, string target)
    {
        var document = Sample.Client(
            $"openapi: 3.2.0\ninfo: {{ title: T, version: '1' }}\npaths:\n  /pets:\n    get:\n      operationId: listPets\n      parameters: [{{ name: filter, in: querystring, required: true, content: {{ {content} }} }}]\n      responses: {{ '204': {{ description: None. }} }}\n"
        );
        using var handler = new RecordingHandler();
        await Sample.RunAsync(document, $"await client.ListPetsAsync({argument}); return \"\";", handler);

        Assert.Empty(Sample.Run(document).Diagnostics);
        Assert.Equal($"GET {target}", handler.Requests[0].Line);
    }

    [Fact]
    public async Task A_whole_query_that_is_optional_is_left_out()
    {
        const string text = """
            openapi: 3.2.0
            info: { title: T, version: '1' }
            paths:
              /pets:
                get:
                  operationId: listPets
                  parameters: [{ name: filter, in: querystring, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }]
                  responses: { '204': { description: None. } }
            """;
        using var handler = new RecordingHandler();
        await Sample.RunAsync(
            Sample.Client(text),
            "await client.ListPetsAsync(); await client.ListPetsAsync(new() { Filter = new() { Name = \"a\" } }); return \"\";",
            handler
        );

        Assert.Equal(["GET /pets", "GET /pets?%7B%22name%22%3A%22a%22%7D"], handler.Requests.Select(static request => request.Line));
    }

    [Fact]
    public async Task A_document_of_webhooks_has_readers_and_nothing_to_call()
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync(Sample.Document("webhooks-only"));

        Assert.Equal(["Sample.Models.g.cs", "Sample.Json.g.cs", "Sample.Webhooks.g.cs"], run.Files);
    }
}
