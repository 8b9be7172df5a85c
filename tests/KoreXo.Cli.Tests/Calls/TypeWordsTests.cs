using KoreXo.Cli.Calls.Arguments;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>The words for what an option takes, in help and in messages.</summary>
public sealed class TypeWordsTests
{
    private const string Schemas = """
        Closed: { type: string, enum: [red, green] }
        Open: { type: string, x-extensible-enum: [web] }
        Numbers: { type: integer, enum: [1, 2], x-enum-varnames: [One, Two] }
        Many: { type: string, enum: [a, b, c, d, e, f, g, h, i, j, k, l, m] }
        Card: { type: object, properties: { no: { type: string } } }
        Choice: { oneOf: [{ $ref: "#/components/schemas/Card" }, { type: string }] }
        """;

    [Theory]
    [InlineData("{ type: string }", "string", true)]
    [InlineData("{ type: string, nullable: true }", "string", true)]
    [InlineData("{ type: string, format: uuid }", "GUID", true)]
    [InlineData("{ type: string, format: uri }", "address", true)]
    [InlineData("{ type: string, format: date }", "date, such as 2026-01-31", true)]
    [InlineData("{ type: string, format: date-time }", "time, such as 2026-01-31 or 2026-01-31T08:30:00+01:00", true)]
    [InlineData("{ type: string, format: time }", "time of day, such as 08:30:00", true)]
    [InlineData("{ type: string, format: duration }", "duration, such as PT15M", true)]
    [InlineData("{ type: string, format: byte }", "base64, or @file", true)]
    [InlineData("{ type: string, format: of-somebody }", "string", true)]
    [InlineData("{ type: integer }", "whole number", true)]
    [InlineData("{ type: integer, format: int32 }", "whole number", true)]
    [InlineData("{ type: number }", "number", true)]
    [InlineData("{ type: number, format: decimal }", "number", true)]
    [InlineData("{ type: boolean }", "true or false", true)]
    [InlineData("{}", "JSON", false)]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "JSON object", false)]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", "JSON object", false)]
    [InlineData("{ $ref: '#/components/schemas/Closed' }", "one of: red, green", true)]
    [InlineData("{ $ref: '#/components/schemas/Open' }", "such as: web", true)]
    [InlineData("{ $ref: '#/components/schemas/Numbers' }", "one of: 1, 2", true)]
    [InlineData("{ $ref: '#/components/schemas/Many' }", "one of: a, b, c, d, e, f, g, h, i, j, k, l, …", true)]
    [InlineData("{ type: array, items: { type: string } }", "string; may be repeated", false)]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Closed' } }", "one of: red, green; may be repeated", false)]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Card' } }", "JSON array", false)]
    [InlineData("{ type: array, items: { type: array, items: { type: integer } } }", "JSON array", false)]
    [InlineData("{ type: array, items: {} }", "JSON array", false)]
    public void A_type_has_words_that_say_what_to_write(string schema, string words, bool isWord)
    {
        var (argument, operation) = Argument(schema);

        Assert.Equal(words, TypeWords.Of(argument.Type, operation.Document.Context));
        Assert.Equal(isWord, TypeWords.IsWord(argument.Type));
    }

    [Theory]
    [InlineData("{ type: boolean }", "true,false")]
    [InlineData("{ $ref: '#/components/schemas/Closed' }", "red,green")]
    [InlineData("{ $ref: '#/components/schemas/Open' }", "web")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Numbers' } }", "1,2")]
    [InlineData("{ type: array, items: { type: boolean, nullable: true } }", "true,false")]
    [InlineData("{ type: string }", "")]
    [InlineData("{ $ref: '#/components/schemas/Card' }", "")]
    public void A_shell_completes_the_values_that_are_known(string schema, string values)
    {
        var (argument, operation) = Argument(schema);

        Assert.Equal(values.Split(',', StringSplitOptions.RemoveEmptyEntries), TypeWords.Known(argument.Type, operation.Document.Context));
    }

    private static (CallArgument Argument, KoreXo.Cli.Calls.Documents.CallOperation Operation) Argument(string schema)
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: sendThing
            requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Query" } } } }
            responses: { "204": { description: Done. } }
            """,
            $"{Schemas}\nQuery: {{ type: object, properties: {{ value: {schema} }} }}",
            path: "/things"
        );
        return (Assert.Single(operation.Arguments), operation);
    }
}
