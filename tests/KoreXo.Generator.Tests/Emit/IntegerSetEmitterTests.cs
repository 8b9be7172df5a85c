using System.Globalization;
using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Integers with names: what a caller can do with them, and what is sent and received.</summary>
public sealed class IntegerSetEmitterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Levels, version: "1" }
        paths:
          /a/{level}:
            get:
              operationId: getA
              parameters:
                - { name: level, in: path, required: true, schema: { $ref: '#/components/schemas/Level' } }
                - { name: X-Level, in: header, schema: { $ref: '#/components/schemas/Level' } }
                - { name: level, in: cookie, schema: { $ref: '#/components/schemas/Level' } }
                - { name: all, in: query, explode: false, schema: { type: array, items: { $ref: '#/components/schemas/Level' } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
        components:
          schemas:
            Level: { type: integer, format: int32, description: How much., enum: [0, -1, 10], x-enum-varnames: [None, Value, Value], x-enum-descriptions: [Nothing., '', Much.] }
            Big: { type: integer, enum: [9223372036854775807, -9223372036854775808], x-enum-varnames: [Most, Least] }
            Old: { type: integer, deprecated: true, enum: [1], x-enum-varnames: [is-known] }
            A:
              type: object
              required: [level]
              properties:
                level: { $ref: '#/components/schemas/Level' }
                maybe: { nullable: true, allOf: [{ $ref: '#/components/schemas/Level' }] }
                big: { $ref: '#/components/schemas/Big' }
                old: { $ref: '#/components/schemas/Old' }
                list: { type: array, items: { $ref: '#/components/schemas/Level' } }
                map: { type: object, additionalProperties: { $ref: '#/components/schemas/Level' } }
        """;

    [Theory]
    [InlineData("""{"level":10,"maybe":-1,"list":[0,7],"map":{"a":10}}""")]
    [InlineData("""{"level":7,"maybe":null,"big":-9223372036854775808,"old":1}""")]
    [InlineData("""{"level":0,"list":[],"map":{}}""")]
    [InlineData("""{"level":0,"maybe":"high","list":[1.5]}""")]
    [InlineData("""{"level":0,"big":92233720368547758080}""")]
    public async Task Known_and_unknown_numbers_are_written_back(string json) =>
        Assert.Equal(json, await RunAsync($"return Write(Read<A>({Sample.Quote(json)}));"));

    [Theory]
    [InlineData("Level.None.Value", "0")]
    [InlineData("Level.ValueValue.Value", "-1")]
    [InlineData("Level.ValueValue2.Value", "10")]
    [InlineData("Big.Most", "9223372036854775807")]
    [InlineData("Old.IsKnownValue", "1")]
    [InlineData("new Level(-1).IsKnown", "True")]
    [InlineData("new Level(5).IsKnown", "False")]
    [InlineData("default(Level) == Level.None", "True")]
    [InlineData("new Level(5) == 5", "True")]
    [InlineData("new Level(5).Equals(new Level(6))", "False")]
    [InlineData("(Level?)(int?)null is null", "True")]
    [InlineData("((Level?)(int?)5)!.Value", "5")]
    [InlineData("Level.TryParse(\"-1\", null, out var l) && l == Level.ValueValue", "True")]
    [InlineData("Level.TryParse(\"x\", null, out var l) || l.Value != 0", "False")]
    [InlineData("Level.TryParse(null, null, out var l)", "False")]
    [InlineData("Level.TryParse(\"5000000000\", null, out var l)", "False")]
    [InlineData("Parse<Level>(\"10\").IsKnown", "True")]
    [InlineData("new HashSet<Level> { 1, 1, 2 }.Count", "2")]
    public async Task A_number_is_a_value_like_any_other(string expression, string expected) =>
        Assert.Equal(
            expected,
            await RunAsync(
                $$"""static T Parse<T>(string text) where T : IParsable<T> => T.Parse(text, null); return $"{({{expression}})}";"""
            )
        );

    [Fact]
    public async Task A_number_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // The sign is another character in some cultures.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "−";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal("-1", await RunAsync("return new Level(-1).ToString();"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_number_is_sent_everywhere_as_a_number()
    {
        using var handler = new RecordingHandler("""{"level":1}""");
        await Sample.RunAsync(
            Sample.Client(Document),
            "await client.GetAAsync(Level.ValueValue2, new() { XLevel = 7, Level = -1, All = [Level.None, 5] }); return \"\";",
            handler
        );
        var request = handler.Requests[0];

        Assert.Equal(("GET /a/10?all=0,5", "7", "level=-1"), (request.Line, request.Headers["X-Level"], request.Headers["Cookie"]));
    }

    [Theory]
    [InlineData("/// <summary>How much.</summary>")]
    [InlineData("/// <summary>Nothing.</summary>\npublic static Level None => new(0);")]
    [InlineData("/// <summary>The value -1.</summary>\npublic static Level ValueValue => new(-1);")]
    [InlineData("public bool IsKnown => Value is 0 or -1 or 10;")]
    [InlineData("public bool IsKnown => Value is 9223372036854775807 or -9223372036854775808;")]
    public void What_the_document_says_is_in_the_code(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Models"), StringComparison.Ordinal);

    private static Task<string> RunAsync(string statements) => Sample.RunAsync(Sample.Client(Document), statements, new RecordingHandler());
}
