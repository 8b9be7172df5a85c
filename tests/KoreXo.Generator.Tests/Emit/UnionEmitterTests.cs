using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Unions as a caller makes them, asks for their shape, stores and shows them.</summary>
public sealed class UnionEmitterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Unions, version: "1" }
        paths:
          /a: { post: { operationId: addA, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Animal' } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Zoo' } } } } } } }
        components:
          schemas:
            Zoo: { type: object, required: [star], properties: { star: { $ref: '#/components/schemas/Animal' }, all: { type: array, items: { $ref: '#/components/schemas/Animal' } }, named: { type: object, additionalProperties: { $ref: '#/components/schemas/Animal' } } } }
            Animal:
              description: An animal.
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Unknown' }, { $ref: '#/components/schemas/Match' }]
              discriminator: { propertyName: kind, mapping: { cat: Cat, kitten: Cat, other: Unknown, match: Match } }
            Cat: { type: object, properties: { kind: { type: string }, name: { type: string }, chip: { type: string, x-sensitive: true } } }
            Unknown: { type: object, required: [kind], properties: { kind: { type: string, enum: [other, none] }, size: { type: integer } } }
            Match: { type: object, properties: { kind: { type: string, nullable: true }, value: { type: string } } }
        """;

    [Theory]
    [InlineData("new Cat { Name = \"T\" }", """{"kind":"cat","name":"T"}""")]
    [InlineData("new Cat { Kind = \"kitten\", Name = \"T\" }", """{"kind":"kitten","name":"T"}""")]
    [InlineData("new Cat { Kind = \"dog\" }", """{"kind":"cat"}""")]
    [InlineData("new Match { Value = \"v\" }", """{"kind":"match","value":"v"}""")]
    [InlineData("new Match { Kind = null }", """{"kind":"match"}""")]
    [InlineData("new Animal.Cat(new Cat { ExtensionData = More })", """{"kind":"cat","more":1}""")]
    [InlineData("new Animal.Unknown(More[\"more\"])", "1")]
    public async Task A_shape_is_written_with_a_value_that_says_which_it_is(string value, string json) =>
        Assert.Equal(
            json,
            await RunAsync(
                $"var More = new Dictionary<string, JsonElement> {{ [\"more\"] = JsonDocument.Parse(\"1\").RootElement }}; Animal value = {value}; return Write(value);"
            )
        );

    [Theory]
    [InlineData("""{"star":{"kind":"kitten","name":"T","x":1}}""")]
    [InlineData("""{"star":{"kind":"dog"},"all":[{"kind":"match"},5,{"kind":"other","size":2}]}""")]
    [InlineData("""{"star":5,"named":{"a":{"kind":"cat"},"b":[]}}""")]
    [InlineData("""{"star":{"kind":"other","size":"big"}}""")]
    public async Task A_union_in_an_object_a_list_or_a_map_is_written_back(string json) =>
        Assert.Equal(json, await RunAsync($"return Write(Read<Zoo>({Sample.Quote(json)}));"));

    [Fact]
    public async Task A_text_for_people_has_no_secret_of_the_shape() =>
        Assert.Equal(
            """{"kind":"cat","chip":"***"}""",
            await RunAsync("""return Read<Animal>("{\"kind\":\"cat\",\"chip\":\"123\"}").ToString()!;""")
        );

    [Theory]
    [InlineData("""{"kind":"dog","chip":"123","name":"T"}""", """{"kind":"dog","chip":"***","name":"T"}""")]
    [InlineData("""{"all":[{"of":{"chip":{"id":1}}},"chip",null]}""", """{"all":[{"of":{"chip":"***"}},"chip",null]}""")]
    [InlineData("""[["chip",{"chip":""}]]""", """[["chip",{"chip":"***"}]]""")]
    [InlineData("\"chip\"", "\"chip\"")]
    public async Task A_text_for_people_has_no_secret_of_a_shape_that_is_not_known(string json, string text) =>
        Assert.Equal(
            $"{text} {json}",
            await RunAsync($"var animal = Read<Animal>({Sample.Quote(json)}); return animal + \" \" + Write(animal);")
        );

    [Fact]
    public async Task A_case_can_be_stored_and_read_by_itself() =>
        Assert.Equal(
            """{"kind":"cat","name":"T"} T""",
            await RunAsync(
                """
                var json = Write(new Animal.Cat(new Cat { Name = "T" }));
                return json + " " + Read<Animal.Cat>(json).Value.Name;
                """
            )
        );

    [Fact]
    public async Task What_is_absent_is_an_unknown_shape_that_is_not_written() =>
        Assert.Equal("Unknown {}", await RunAsync("""var zoo = Read<Zoo>("{}"); return zoo.Star.GetType().Name + " " + Write(zoo);"""));

    [Theory]
    [InlineData("/// <summary>An animal.</summary>")]
    [InlineData("public abstract partial class Animal")]
    [InlineData("private protected Animal()\n{\n}")]
    [InlineData("public static implicit operator Animal(global::Sample.Cat value) => new Cat(value);")]
    [InlineData("/// <summary>A value of a shape that the document does not know, as it was received.</summary>")]
    public void A_union_is_a_closed_set_of_classes(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Models"), StringComparison.Ordinal);

    private static Task<string> RunAsync(string statements) => Sample.RunAsync(Sample.Client(Document), statements, new RecordingHandler());
}
