using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Tests.Operations;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>What is wrong with a body, said where it is wrong.</summary>
public sealed class SchemaCheckTests
{
    private const string Order = """
        {
          "type": "object",
          "required": ["id", "lines", "created"],
          "additionalProperties": false,
          "properties": {
            "id": { "type": "string", "minLength": 2, "maxLength": 4, "pattern": "^[a-z]+$" },
            "created": { "type": "string", "format": "date-time", "readOnly": true },
            "due": { "type": "string", "format": "date" },
            "count": { "type": "integer", "minimum": 1, "maximum": 9, "multipleOf": 2 },
            "paid": { "type": "boolean" },
            "state": { "type": "string", "enum": ["open", "closed"] },
            "a.b": { "type": "integer" },
            "lines": { "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "items": { "type": "object", "required": ["sku"], "properties": { "sku": { "type": "string" } } } },
            "payment": { "oneOf": [
              { "type": "object", "required": ["kind", "number"], "properties": { "kind": { "type": "string", "enum": ["card"] }, "number": { "type": "string" } } },
              { "type": "object", "required": ["kind", "iban", "bic"], "properties": { "kind": { "type": "string", "enum": ["transfer"] }, "iban": { "type": "string" }, "bic": { "type": "string" } } }
            ] }
          }
        }
        """;

    private const string Valid = """ "id": "ab", "lines": [{ "sku": "1" }] """;

    [Theory]
    [InlineData("")]
    [InlineData(""", "due": "2026-01-31", "count": 2, "paid": true, "state": "open", "a.b": 1""")]
    [InlineData(""", "payment": { "kind": "card", "number": "4" }""")]
    [InlineData(""", "created": "2026-01-31T09:30:00Z" """)]
    public void What_the_schema_allows_has_no_error(string more) => Assert.Empty(Errors($"{{ {Valid}{more} }}"));

    [Theory]
    [InlineData(""", "count": "2" """, "/count: an integer of at most 64 bits is expected")]
    [InlineData(""", "count": 0""", "/count: it is below 1")]
    [InlineData(""", "count": 10""", "/count: it is above 9")]
    [InlineData(""", "count": 3""", "/count: it is not a multiple of 2")]
    [InlineData(""", "paid": "true" """, "/paid: true or false is expected")]
    [InlineData(""", "due": "31.1.2026" """, "/due: a date such as 2026-01-31 is expected")]
    [InlineData(""", "created": "today" """, "/created: a date and time such as 2026-01-31T09:30:00Z is expected")]
    [InlineData(""", "state": "opne" """, "/state: one of 'open', 'closed' is expected")]
    [InlineData(""", "a.b": "x" """, "/a.b: an integer of at most 64 bits is expected")]
    [InlineData(""", "payment": { "kind": "card" }""", "/payment/number: it is required")]
    [InlineData(""", "payment": { "kind": "transfer", "iban": "x" }""", "/payment/bic: it is required")]
    public void A_wrong_member_is_named(string more, string error) =>
        Assert.Equal([$"The body is not valid at {error}."], Errors($"{{ {Valid}{more} }}"));

    [Theory]
    [InlineData("[]", "The body is not valid: an object is expected.")]
    [InlineData("""{ "lines": [{ "sku": "1" }] }""", "The body is not valid at /id: it is required.")]
    [InlineData("""{ "id": "a", "lines": [{ "sku": "1" }] }""", "The body is not valid at /id: at least 2 characters are expected.")]
    [InlineData("""{ "id": "abcde", "lines": [{ "sku": "1" }] }""", "The body is not valid at /id: at most 4 characters are allowed.")]
    [InlineData("""{ "id": "A1", "lines": [{ "sku": "1" }] }""", "The body is not valid at /id: it does not match the pattern ^[a-z]+$.")]
    [InlineData("""{ "id": "ab", "lines": [] }""", "The body is not valid at /lines: at least 1 item is expected.")]
    [InlineData(
        """{ "id": "ab", "lines": [{ "sku": "1" }, { "sku": "1" }] }""",
        "The body is not valid at /lines: its items are not unique."
    )]
    [InlineData("""{ "id": "ab", "lines": [{ "sku": "1" }, {}] }""", "The body is not valid at /lines/1/sku: it is required.")]
    [InlineData("""{ "id": "ab", "lines": {} }""", "The body is not valid at /lines: an array is expected.")]
    public void A_wrong_body_is_explained(string json, string error) => Assert.Equal([error], Errors(json));

    [Theory]
    [InlineData("0.0001", "it is below 0.0005")]
    [InlineData("2.5000001", "it is above 2.5")]
    [InlineData("1.00025", "it is not a multiple of 0.0005")]
    public async Task A_bound_is_told_as_it_is_and_not_rounded(string number, string error)
    {
        const string Fine = """{ "type": "number", "minimum": 0.0005, "maximum": 2.5, "multipleOf": 0.0005 }""";
        var schema = await JsonSchema.FromJsonAsync(Fine);

        Assert.Contains($"The body is not valid: {error}.", SchemaCheck.RequestFaults(schema, AnswerCheck.Parse(number), "The body"));
    }

    [Fact]
    public void An_unknown_member_is_reported_with_those_that_are_known() =>
        Assert.Equal(
            [
                "The body is not valid at /idd: this member is not known; known are id, created, due, count, paid, state, a.b, lines, payment.",
            ],
            Errors($$"""{ {{Valid}}, "idd": "1" }""")
        );

    // A caller cannot know what only the server writes; a response has to have it.
    [Fact]
    public void A_member_that_only_the_server_writes_is_required_of_the_server_only()
    {
        var value = AnswerCheck.Parse($"{{ {Valid} }}");

        Assert.Empty(SchemaCheck.RequestFaults(Schema(), value, "The body"));
        Assert.Equal(["The body is not valid at /created: it is required."], SchemaCheck.Faults(Schema(), value, "The body"));
    }

    private static JsonSchema Schema() => JsonSchema.FromJsonAsync(Order).GetAwaiter().GetResult();

    private static List<string> Errors(string json) => SchemaCheck.RequestFaults(Schema(), AnswerCheck.Parse(json), "The body");
}
