namespace KoreXo.Cli.Tests.Calls;

/// <summary>Limits and defaults of an argument, wherever a document has them, and values that are examples of it.</summary>
public sealed class ArgumentFactsTests
{
    private const string Schemas = """
        Count: { type: integer, minimum: 3, maximum: 7, default: 5 }
        Base: { type: object, properties: { size: { type: integer, minimum: 2 } } }
        Color: { type: string, enum: [red, green] }
        """;

    [Theory]
    [InlineData("{ type: integer, minimum: 1, maximum: 9, default: 4 }", "1..9, default 4", "1")]
    [InlineData("{ $ref: '#/components/schemas/Count' }", "3..7, default 5", "3")]
    [InlineData("{ default: 6, allOf: [{ $ref: '#/components/schemas/Count' }] }", "3..7, default 6", "3")]
    [InlineData("{ type: array, maxItems: 2, items: { type: string } }", "at most 2 items", "VALUE")]
    [InlineData("{ type: array, default: [a, b], items: { type: string } }", "default [\"a\",\"b\"]", "VALUE")]
    [InlineData("{ type: string, default: null, nullable: true }", "", "VALUE")]
    [InlineData("{ type: string }", "", "VALUE")]
    [InlineData("{ type: boolean }", "", "true")]
    [InlineData("{ type: number, minimum: 1.5 }", "1.5..", "1.5")]
    [InlineData("{ type: string, format: date-time }", "", "2026-01-31")]
    [InlineData("{ $ref: '#/components/schemas/Color' }", "", "red")]
    [InlineData("{ type: object, required: [a], properties: { a: { type: integer }, b: { type: string } } }", "", """{"a":1}""")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Base' } }", "", """[{"size":1}]""")]
    [InlineData("{ type: object, additionalProperties: { type: string } }", "", """{"NAME":"VALUE"}""")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Base' }, { type: string }] }", "", """{"size":1}""")]
    public void A_schema_says_what_a_value_may_be_and_an_example_is_one(string schema, string facts, string example)
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
        var argument = Assert.Single(operation.Arguments);
        var found = argument.Facts;

        Assert.Equal(
            facts,
            string.Join(
                ", ",
                new[]
                {
                    found.Minimum is null && found.Maximum is null
                        ? null
                        : FormattableString.Invariant($"{found.Minimum}..{found.Maximum}"),
                    found.MaxItems is null ? null : FormattableString.Invariant($"at most {found.MaxItems} items"),
                    found.Default is null ? null : $"default {found.Default}",
                }.OfType<string>()
            )
        );
        Assert.Equal(example, new KoreXo.Cli.Calls.Arguments.ArgumentExample(operation.Document.Context).Value(argument));
    }

    [Theory]
    [InlineData("plain-1.2:3@x", "plain-1.2:3@x")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("{\"a\":1}", "'{\"a\":1}'")]
    public void A_shell_reads_an_example_as_it_is_written(string value, string expected) =>
        Assert.Equal(expected, KoreXo.Cli.Calls.Arguments.ArgumentExample.Quote(value));
}
