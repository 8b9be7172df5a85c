using KoreXo.Cli.Calls.Arguments;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a shell writes as a value is the JSON that is sent, or one sentence says what to write instead.</summary>
public sealed class ArgumentValueTests
{
    private const string Schemas = """
        Color: { type: string, enum: [red, green] }
        Size: { type: integer, enum: [1, 2, 3] }
        Open: { type: string, x-extensible-enum: [web, rtm] }
        """;

    [Theory]
    [InlineData("{ type: string }", "5", "\"5\"")]
    [InlineData("{ type: string }", "", "\"\"")]
    [InlineData("{ type: integer }", "-3", "-3")]
    [InlineData("{ type: integer }", "5.0", "5")]
    [InlineData("{ type: integer, format: int32 }", "2147483647", "2147483647")]
    [InlineData("{ type: integer, format: int64 }", "9223372036854775807", "9223372036854775807")]
    [InlineData("{ type: number }", "0.10", "0.10")]
    [InlineData("{ type: number }", "-1.5e-7", "-0.00000015")]
    [InlineData("{ type: boolean }", "true", "true")]
    [InlineData("{ type: string, format: date }", "2026-01-31", "\"2026-01-31\"")]
    [InlineData("{ type: string, format: date-time }", "2026-01-31", "\"2026-01-31T00:00:00Z\"")]
    [InlineData("{ type: string, format: date-time }", "2026-01-31T08:30:00", "\"2026-01-31T08:30:00Z\"")]
    [InlineData("{ type: string, format: date-time }", "2026-01-31 08:30:00+05:30", "\"2026-01-31T03:00:00Z\"")]
    [InlineData("{ type: string, format: time }", "08:30", "\"08:30\"")]
    [InlineData("{ type: string, format: time }", "08:30:15.25", "\"08:30:15.25\"")]
    [InlineData("{ type: string, format: time }", "08:30:00Z", "\"08:30:00Z\"")]
    [InlineData("{ type: string, format: time }", "08:30:00-03:00", "\"08:30:00-03:00\"")]
    [InlineData("{ type: string, format: duration }", "PT15M", "\"PT15M\"")]
    [InlineData("{ type: string, format: duration }", "-P1Y2M10DT2H30.5S", "\"-P1Y2M10DT2H30.5S\"")]
    [InlineData("{ type: string, format: duration }", "P2W", "\"P2W\"")]
    [InlineData("{ type: number }", "1e-30", "1E-30")]
    [InlineData("{ type: number }", "-1e300", "-1E+300")]
    [InlineData("{ $ref: '#/components/schemas/Color' }", "red", "\"red\"")]
    [InlineData("{ $ref: '#/components/schemas/Size' }", "2", "2")]
    [InlineData("{ $ref: '#/components/schemas/Open' }", "sms", "\"sms\"")]
    [InlineData("{ type: string, nullable: true }", "null", "\"null\"")]
    [InlineData("{ type: array, items: { type: string } }", "a|b", "[\"a\",\"b\"]")]
    [InlineData("{ type: array, items: { type: string } }", "[\"a\"]", "[\"a\"]")]
    [InlineData("{ type: array, items: { type: integer } }", "7", "[7]")]
    [InlineData("{ type: array, items: { type: object } }", "[{\"a\":1}]", "[{\"a\":1}]")]
    [InlineData("{ type: object }", "{\"a\":[1,null]}", "{\"a\":[1,null]}")]
    [InlineData("{}", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("{}", "Ada", "\"Ada\"")]
    [InlineData("{}", "12", "12")]
    public void A_value_becomes_JSON_of_its_type(string schema, string texts, string json) =>
        Assert.Equal(json, Read(schema, texts.Split('|')));

    [Theory]
    [InlineData("{ type: integer }", "five", "is 'five', but must be a whole number")]
    [InlineData("{ type: integer }", "1.5", "is '1.5', but must be a whole number")]
    [InlineData("{ type: integer }", "1,000", "is '1,000', but must be a whole number")]
    [InlineData("{ type: integer, format: int32 }", "2147483648", "is '2147483648', but must be a whole number")]
    [InlineData("{ type: number }", "1,5", "is '1,5', but must be a number")]
    [InlineData("{ type: number }", "NaN", "is 'NaN', but must be a number")]
    [InlineData("{ type: number }", "1e400", "is '1e400', but must be a number")]
    [InlineData("{ type: number }", "Infinity", "is 'Infinity', but must be a number")]
    [InlineData("{ type: number }", "0x10", "is '0x10', but must be a number")]
    [InlineData("{ type: number }", "", "is '', but must be a number")]
    [InlineData("{ type: string, format: time }", "25:00", "is '25:00', but must be a time of day such as 08:30:00")]
    [InlineData("{ type: string, format: time }", "8:30", "is '8:30', but must be a time of day such as 08:30:00")]
    [InlineData("{ type: string, format: time }", "08:30:00+1", "is '08:30:00+1', but must be a time of day such as 08:30:00")]
    [InlineData("{ type: string, format: duration }", "15m", "is '15m', but must be a duration such as PT15M")]
    [InlineData("{ type: string, format: duration }", "P", "is 'P', but must be a duration such as PT15M")]
    [InlineData("{ type: string, format: duration }", "PT", "is 'PT', but must be a duration such as PT15M")]
    [InlineData("{ type: string, format: duration }", "P1DT", "is 'P1DT', but must be a duration such as PT15M")]
    [InlineData("{ type: boolean }", "True", "is 'True', but must be true or false")]
    [InlineData("{ type: string, format: date }", "31.01.2026", "is '31.01.2026', but must be a date such as 2026-01-31")]
    [InlineData("{ type: string, format: date }", "2026-02-30", "is '2026-02-30', but must be a date such as 2026-01-31")]
    [InlineData(
        "{ type: string, format: date-time }",
        "01/31/2026 08:30",
        "is '01/31/2026 08:30', but must be a time such as 2026-01-31 or 2026-01-31T08:30:00+01:00"
    )]
    [InlineData("{ $ref: '#/components/schemas/Color' }", "gren", "is 'gren', but must be one of red, green; did you mean 'green'?")]
    [InlineData("{ type: string }", "a|b", "is given more than once, but takes one value")]
    [InlineData("{ type: array, items: { type: integer } }", "1|x", "is 'x', but must be a whole number")]
    [InlineData("{ type: object }", "{'a':1}", "is not JSON (line 1, byte 2); quote it as in '{\"name\":\"value\"}', or write @FILE")]
    [InlineData(
        "{ type: object }",
        "{\"a\":1,\"a\":2}",
        "is not JSON (a name occurs twice in an object); quote it as in '{\"name\":\"value\"}', or write @FILE"
    )]
    public void Another_value_is_refused_with_what_to_write(string schema, string texts, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => Read(schema, texts.Split('|'))).Message);

    [Fact]
    public void A_file_is_read_where_its_content_is_sent_and_named_where_it_is_uploaded()
    {
        using var folder = new Specs.SpecFolder().Write("value.json", "{\"a\":1}").Write("bytes.bin", "abc");

        Assert.Equal("{\"a\":1}", Read("{ type: object }", ["@" + folder.File("value.json")]));
        Assert.Equal("\"YWJj\"", Read("{ type: string, format: byte }", ["@" + folder.File("bytes.bin")]));
    }

    [Theory]
    [InlineData("{ type: object }")]
    [InlineData("{ type: string, format: byte }")]
    [InlineData("{}")]
    public void A_file_that_is_not_there_is_named(string schema) =>
        Assert.StartsWith(
            "names the file 'none.json', which cannot be read: ",
            Assert.Throws<FormatException>(() => Read(schema, ["@none.json"])).Message,
            StringComparison.Ordinal
        );

    private static string? Read(string schema, string[] texts)
    {
        var operation = WrittenDocument.Operation(
            $$"""
            operationId: sendThing
            requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Query" } } } }
            responses: { "204": { description: Done. } }
            """,
            $"{Schemas}\nQuery: {{ type: object, properties: {{ value: {schema} }} }}",
            path: "/things"
        );
        return ArgumentValue.Read(Assert.Single(operation.Arguments), texts, operation.Document.Context)?.ToJsonString();
    }
}
