namespace KoreXo.Generator.Tests.Emit;

/// <summary>Bases with derived schemas, and what else <c>allOf</c> is used for.</summary>
public sealed class InheritanceTests
{
    private const string Describe =
        """ switch { Animal.Cat cat => $"cat {cat.Value.Lives}", Animal.Lion lion => $"lion {lion.Value.Pride}", Animal.Cub cub => $"cub {cub.Value.Pride}", Animal.Unknown other => "unknown " + other.Value, _ => "?" };""";

    [Theory]
    [InlineData("""{"id":"1","kind":"house-cat","lives":9}""", "cat 9")]
    [InlineData("""{"lives":9,"more":[{"kind":"lion"}],"kind":"house-cat"}""", "cat 9")]
    [InlineData("""{"kind":"lion","pride":"p"}""", "lion p")]
    [InlineData("""{"pride":"p","kind":"Cub"}""", "cub p")]
    [InlineData("""{"kind":"fish"}""", """unknown {"kind":"fish"}""")]
    [InlineData("{}", "unknown {}")]
    public async Task An_heir_is_told_by_the_discriminator(string json, string expected) =>
        Assert.Equal(expected, await Sample.RunAsync("inheritance", $"return (await client.ListAnimalsAsync())[0]{Describe}", $"[{json}]"));

    [Theory]
    [InlineData("new Cat { Id = \"1\", Lives = 9 }", """{"id":"1","kind":"house-cat","lives":9}""")]
    [InlineData(
        "new Lion { Id = \"1\", Prey = [new Cat { Id = \"2\" }] }",
        """{"id":"1","kind":"lion","prey":[{"id":"2","kind":"house-cat"}]}"""
    )]
    public async Task An_heir_is_sent_with_its_name(string animal, string expected) =>
        Assert.Equal(expected, (await Sample.RequestAsync("inheritance", $"await client.AddAnimalAsync({animal});")).Body);

    [Theory]
    [InlineData("Cat", """{"id":"1","kind":"house-cat","lives":9,"unknown":[1]}""")]
    [InlineData("Animal", """{"kind":"fish","fins":2}""")]
    [InlineData("Vehicle", """{"type":"Car","doors":2}""")]
    [InlineData(
        "Parts",
        """{"color":"red","shade":"mauve","id":"1","strict":"2","other":"3","mixed":{"base":"b","left":"l"},"demanded":{"a":"1"},"both":{"type":"t","x":"1","y":"2"},"maybe":null,"map":{"a":1}}"""
    )]
    [InlineData("Parts", """{"vehicle":{"type":"Bike","bell":true},"maybe":"text"}""")]
    public async Task Any_shape_is_written_back(string type, string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("inheritance", type, json));

    [Theory]
    [InlineData("Parts", "Color", "Color?")]
    [InlineData("Parts", "Shade", "Color?")]
    [InlineData("Parts", "Id", "String")]
    [InlineData("Parts", "Strict", "String")]
    [InlineData("Parts", "Other", "String")]
    [InlineData("Parts", "Vehicle", "Vehicle")]
    [InlineData("PartsMixed", "Base", "String")]
    [InlineData("PartsMixed", "Left", "String")]
    [InlineData("PartsMixed", "Right", "Int64?")]
    [InlineData("PartsDemanded", "B", "String")]
    [InlineData("PartsBoth", "X", "String")]
    public async Task A_schema_of_parts_is_what_its_parts_say(string type, string member, string expected) =>
        Assert.Equal(
            expected,
            await Sample.RunAsync(
                "inheritance",
                $$"""
                var type = typeof({{type}}).GetProperty("{{member}}")!.PropertyType;
                return Nullable.GetUnderlyingType(type) is { } inner ? inner.Name + "?" : type.Name;
                """
            )
        );
}
