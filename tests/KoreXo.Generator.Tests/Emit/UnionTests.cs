namespace KoreXo.Generator.Tests.Emit;

public sealed class UnionTests
{
    private const string Describe =
        """ switch { Animal.Cat cat => "cat " + cat.Value.Name, Animal.Dog dog => "dog " + dog.Value.Bark, Animal.Unknown other => "unknown " + other.Value, _ => "?" };""";

    [Theory]
    [InlineData("""{"kind":"cat","name":"Tom"}""", "cat Tom")]
    [InlineData("""{"name":"Tom","kind":"cat"}""", "cat Tom")]
    [InlineData("""{"bark":true,"more":{"kind":"cat"},"kind":"dog"}""", "dog True")]
    [InlineData("""{"kind":"hound","bark":false}""", "dog False")]
    [InlineData("""{"kind":"fish"}""", """unknown {"kind":"fish"}""")]
    [InlineData("""{"kind":null}""", """unknown {"kind":null}""")]
    [InlineData("""{}""", "unknown {}")]
    [InlineData("""5""", "unknown 5")]
    public async Task The_discriminator_tells_the_shape_wherever_it_stands(string json, string expected) =>
        Assert.Equal(expected, await Sample.RunAsync("unions", $"return Read<Animal>({Sample.Quote(json)}){Describe}"));

    [Theory]
    [InlineData("Animal", """{"name":"Tom","kind":"cat"}""", """{"kind":"cat","name":"Tom"}""")]
    [InlineData("Animal", """{"kind":"fish","fins":[2]}""", """{"kind":"fish","fins":[2]}""")]
    [InlineData("Animal", """{"kind":"hound","bark":true}""", """{"kind":"hound","bark":true}""")]
    [InlineData("Shape", """{"radius":1.5}""", """{"radius":1.5}""")]
    [InlineData("Shape", """{"width":1,"height":2,"x":3}""", """{"width":1,"height":2,"x":3}""")]
    [InlineData("Mixed", "\"a\"", "\"a\"")]
    [InlineData("Mixed", "5", "5")]
    [InlineData("Mixed", "true", "true")]
    [InlineData("Mixed", """["a"]""", """["a"]""")]
    [InlineData("ListOrOne", """[{"kind":"cat"}]""", """[{"kind":"cat"}]""")]
    [InlineData("ListOrOne", """{"kind":"cat"}""", """{"kind":"cat"}""")]
    [InlineData("EnumOrEnum", "\"c\"", "\"c\"")]
    [InlineData("AnyOf", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("Holder", """{"nothing":null,"value":"bytes","many":[1.5,"a"]}""", """{"nothing":null,"value":"bytes","many":[1.5,"a"]}""")]
    [InlineData("Shape", """{"radius":{},"more":[1]}""", """{"radius":{},"more":[1]}""")]
    [InlineData("Mixed", "[{\"a\":1}]", "[{\"a\":1}]")]
    [InlineData("Holder", """{"value":{"a":1}}""", """{"value":{"a":1}}""")]
    public async Task Any_shape_is_written_back(string type, string json, string expected) =>
        Assert.Equal(expected, await Sample.RoundTripAsync("unions", type, json));

    [Theory]
    [InlineData("Shape", """{"radius":1}""", "Option1")]
    [InlineData("Shape", """{"width":1,"height":1}""", "Option2")]
    [InlineData("Shape", """{"width":1}""", "Unknown")]
    [InlineData("Mixed", "\"a\"", "Text")]
    [InlineData("Mixed", "5", "Integer")]
    [InlineData("Mixed", "false", "Flag")]
    [InlineData("Mixed", "[]", "TextList")]
    [InlineData("Mixed", "{}", "Cat")]
    [InlineData("ListOrOne", "[]", "CatList")]
    [InlineData("ListOrOne", "[{\"name\":[]}]", "CatList")]
    [InlineData("ListOrOne", "[5]", "Unknown")]
    [InlineData("Shape", """{"radius":{}}""", "Unknown")]
    [InlineData("Mixed", "[5]", "TextList")]
    [InlineData("Mixed", "[{}]", "Unknown")]
    [InlineData("Mixed", "5.5", "Unknown")]
    [InlineData("AnyOf", "\"soon\"", "Any")]
    [InlineData("AnyOf", "\"2024-02-29T12:00:00Z\"", "DateTimeOffset")]
    public async Task Without_a_discriminator_the_JSON_tells(string type, string json, string name) =>
        Assert.Equal(name, await Sample.RunAsync("unions", $"return Read<{type}>({Sample.Quote(json)}).GetType().Name;"));

    [Fact]
    public async Task A_shape_is_sent_with_its_name() =>
        Assert.Equal(
            """{"kind":"cat","name":"Tom"}""",
            (await Sample.RequestAsync("unions", """await client.AddAnimalAsync(new Cat { Name = "Tom" });""")).Body
        );

    [Fact]
    public async Task A_shape_that_is_not_told_by_anything_is_kept() =>
        Assert.Equal("""{"kind":"other"}""", await Sample.RoundTripAsync("unions-without-a-tell", "Taken", """{"kind":"other"}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("\"a\"")]
    [InlineData("[1]")]
    public async Task A_union_that_is_a_shape_of_itself_is_read_all_the_same(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("recursive", "Round", json));

    [Fact]
    public async Task Values_that_may_nest_without_end_are_read() =>
        Assert.Equal("""{"a":["b",[{}]]}""", await Sample.RoundTripAsync("recursive", "Json", """{"a":["b",[{}]]}"""));
}
