using KoreXo.Generator.Tests.Harness;

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

    [Fact]
    public async Task A_document_of_webhooks_has_readers_and_nothing_to_call()
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync(Sample.Document("webhooks-only"));

        Assert.Equal(["Sample.Models.g.cs", "Sample.Json.g.cs", "Sample.Webhooks.g.cs"], run.Files);
    }
}
