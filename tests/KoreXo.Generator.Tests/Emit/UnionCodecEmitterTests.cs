using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Which case a value becomes, and that it is written back as it was whatever it becomes.</summary>
public sealed class UnionCodecEmitterTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Unions, version: "1" }
        paths:
          /a: { get: { operationId: getA, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } } } }
        components:
          schemas:
            All:
              type: object
              properties:
                dates: { $ref: '#/components/schemas/Dates' }
                numbers: { $ref: '#/components/schemas/Numbers' }
                lists: { $ref: '#/components/schemas/Lists' }
                versions: { $ref: '#/components/schemas/Versions' }
                events: { $ref: '#/components/schemas/Events' }
                nested: { $ref: '#/components/schemas/Nested' }
                maps: { $ref: '#/components/schemas/Maps' }
            Dates: { oneOf: [{ type: string, format: date-time }, { type: string, format: uuid }, { type: string, format: date }, { type: boolean }] }
            Numbers: { oneOf: [{ type: integer, format: int32 }, { type: integer, format: int64 }, { type: 'null' }] }
            Lists: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Point' } }, { type: array, items: { type: string } }, { $ref: '#/components/schemas/Point' }] }
            Point: { type: object, required: [x], properties: { x: { type: integer }, note: { type: string } } }
            Versions:
              oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }]
              discriminator: { propertyName: version }
            One: { type: object, required: [version], properties: { version: { type: integer, enum: [1] }, a: { type: string } } }
            Two: { type: object, required: [version], properties: { version: { type: integer, enum: [2] }, b: { type: string } } }
            Events:
              oneOf: [{ $ref: '#/components/schemas/Created' }, { $ref: '#/components/schemas/Gone' }]
              discriminator: { propertyName: '@type', mapping: { created: Created, 're"created': '#/components/schemas/Created', gone: Gone } }
            Created: { type: object, properties: { '@type': { type: string }, at: { type: string, format: date-time } } }
            Gone: { type: object, properties: { '@type': { type: string } } }
            Nested: { oneOf: [{ $ref: '#/components/schemas/Events' }, { type: string }] }
            Maps: { oneOf: [{ type: object, additionalProperties: { type: integer } }, { type: string }] }
        """;

    [Theory]
    [InlineData("Dates", "\"2024-02-29\"", "DateOnly")]
    [InlineData("Dates", "\"2024-02-29T12:00:00Z\"", "DateTimeOffset")]
    [InlineData("Dates", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"", "Guid")]
    [InlineData("Dates", "\"soon\"", "Unknown")]
    [InlineData("Dates", "true", "Flag")]
    [InlineData("Dates", "5", "Unknown")]
    [InlineData("Numbers", "5", "Integer")]
    [InlineData("Numbers", "5000000000", "IntegerCase")]
    [InlineData("Numbers", "50000000000000000000", "Unknown")]
    [InlineData("Numbers", "1.5", "Unknown")]
    [InlineData("Numbers", "\"5\"", "Unknown")]
    [InlineData("Lists", """[{"x":1}]""", "PointList")]
    [InlineData("Lists", """["a","b"]""", "TextList")]
    [InlineData("Lists", "[]", "PointList")]
    [InlineData("Lists", """[{"x":"one"}]""", "Unknown")]
    [InlineData("Lists", """[[1]]""", "Unknown")]
    [InlineData("Lists", """{"x":1,"more":true}""", "Point")]
    [InlineData("Versions", """{"b":"x","version":2}""", "Two")]
    [InlineData("Versions", """{"version":1}""", "One")]
    [InlineData("Versions", """{"version":3}""", "Unknown")]
    [InlineData("Versions", """{"version":[2]}""", "Unknown")]
    [InlineData("Versions", "{}", "Unknown")]
    [InlineData("Versions", "[1]", "Unknown")]
    [InlineData("Events", """{"@type":"re\"created"}""", "Created")]
    [InlineData("Events", """{"@\u0074ype":"gone"}""", "Gone")]
    [InlineData("Events", """{"@type":"Gone"}""", "Unknown")]
    [InlineData("Events", """{"a":{"@type":"gone"},"@type":"created"}""", "Created")]
    [InlineData("Nested", """{"@type":"gone"}""", "Events")]
    [InlineData("Nested", "\"gone\"", "Text")]
    [InlineData("Maps", """{"a":1}""", "IntegerMap")]
    [InlineData("Maps", """{"a":"x"}""", "Unknown")]
    public async Task A_value_is_the_case_that_it_fits(string type, string json, string expected) =>
        Assert.Equal(expected, await RunAsync($"return Read<{type}>({Sample.Quote(json)}).GetType().Name;"));

    [Theory]
    [InlineData("Dates", "\"2024-02-29\"")]
    [InlineData("Dates", "\"2024-02-29T12:00:00Z\"")]
    [InlineData("Dates", "\"soon\"")]
    [InlineData("Numbers", "5000000000")]
    [InlineData("Numbers", "50000000000000000000")]
    [InlineData("Lists", """[[1],{"x":"one"}]""")]
    [InlineData("Lists", """["a","b"]""")]
    [InlineData("Versions", """{"version":3,"c":[1]}""")]
    [InlineData("Versions", """{"version":2,"more":null}""")]
    [InlineData("Events", """{"@type":"re\"created","at":"2024-02-29T12:00:00Z","x":1}""")]
    [InlineData("Nested", """{"@type":"newer","deep":{"a":[1.50]}}""")]
    [InlineData("Maps", """{"a":"x","b":1}""")]
    public async Task What_is_read_is_written_back_unchanged(string type, string json) =>
        Assert.Equal(json, await RunAsync($"return Write(Read<{type}>({Sample.Quote(json)}));"));

    [Theory]
    [InlineData("new Two { B = \"x\" }", "Versions", """{"version":2,"b":"x"}""")]
    [InlineData("new Gone()", "Events", """{"@type":"gone"}""")]
    [InlineData("new Created { Type = \"other\" }", "Events", """{"@type":"created"}""")]
    [InlineData("new Created { Type = \"re\\\"created\" }", "Events", """{"@type":"re\"created"}""")]
    [InlineData("new DateOnly(2024, 2, 29)", "Dates", "\"2024-02-29\"")]
    [InlineData("5L", "Numbers", "5")]
    public async Task What_is_sent_says_which_case_it_is(string value, string type, string expected) =>
        Assert.Equal(expected, await RunAsync($"{type} value = {value}; return Write(value);"));

    [Fact]
    public async Task The_value_that_was_given_is_not_changed_by_sending_it() =>
        Assert.Equal(
            "other created",
            await RunAsync(
                """
                var created = new Created { Type = "other" };
                Events value = created;
                var sent = JsonDocument.Parse(Write(value)).RootElement.GetProperty("@type");
                return created.Type + " " + sent;
                """
            )
        );

    private static Task<string> RunAsync(string statements) => Sample.RunAsync(Sample.Client(Document), statements, new RecordingHandler());
}
