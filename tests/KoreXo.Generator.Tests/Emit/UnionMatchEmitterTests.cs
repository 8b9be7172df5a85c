namespace KoreXo.Generator.Tests.Emit;

public sealed class UnionMatchEmitterTests
{
    [Theory]
    [InlineData("""{"kind":"cat","name":"Tom"}""", "cat Tom")]
    [InlineData("""{"kind":"hound","bark":true}""", "dog True")]
    [InlineData("""{"kind":"fish"}""", """unknown {"kind":"fish"}""")]
    public async Task Match_calls_the_function_of_the_shape(string json, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync(
                "unions",
                $"""return Read<Animal>({Sample.Quote(json)}).Match(cat => "cat " + cat.Name, dog => "dog " + dog.Bark, json => "unknown " + json);"""
            )
        );

    [Theory]
    [InlineData("""{"kind":"cat","name":"Tom"}""", "True Tom, False ")]
    [InlineData("""{"kind":"dog","bark":true}""", "False , True True")]
    [InlineData("""{"kind":"fish"}""", "False , False ")]
    public async Task TryGet_gives_the_value_of_one_shape(string json, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync(
                "unions",
                $$"""
                var animal = Read<Animal>({{Sample.Quote(json)}});
                return $"{animal.TryGetCat(out var cat)} {cat?.Name}, {animal.TryGetDog(out var dog)} {dog?.Bark}";
                """
            )
        );

    [Theory]
    [InlineData("5", "5 integer")]
    [InlineData("true", "0 flag")]
    public async Task Values_that_are_no_objects_have_their_own_kind(string json, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync(
                "unions",
                $$"""
                var mixed = Read<Mixed>({{json}}.ToString().ToLowerInvariant());
                mixed.TryGetInteger(out long integer);
                return integer + " " + mixed.Match(text => "text", integer => "integer", flag => "flag", textList => "list", cat => "cat", unknown => "unknown");
                """
            )
        );

    [Fact]
    public void A_union_that_is_only_sent_has_neither()
    {
        var source = Sample.Run(Sample.Client(SentOnly)).Source("Sample.Models.g.cs");
        Assert.Contains("abstract partial class Channel", source, StringComparison.Ordinal);
        Assert.DoesNotContain("Match<", source, StringComparison.Ordinal);
        Assert.DoesNotContain("TryGet", source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_of_a_request_lists_its_shapes() =>
        Assert.Contains(
            """
            /// The channel. One of <see cref="global::Sample.WebChannel"/>, <see cref="global::Sample.SlackChannel"/>, <see
                /// cref="global::Sample.Channel.Text"/>.
            """,
            Sample.Run(Sample.Client(SentOnly)).Source("Sample.Client.g.cs"),
            StringComparison.Ordinal
        );

    private const string SentOnly = """
        openapi: 3.0.3
        info: { title: Channels, version: "1" }
        paths:
          /channels:
            post:
              operationId: addChannel
              requestBody: { required: true, description: The channel, content: { application/json: { schema: { $ref: "#/components/schemas/Channel" } } } }
              responses: { "204": { description: Added. } }
        components:
          schemas:
            Channel: { oneOf: [{ $ref: "#/components/schemas/WebChannel" }, { $ref: "#/components/schemas/SlackChannel" }, { type: string }] }
            WebChannel: { type: object, properties: { page: { type: string } } }
            SlackChannel: { type: object, properties: { team: { type: string } } }
        """;
}
