using System.Text.Json.Nodes;
using KoreXo.Cli.Calls.Arguments;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>A body is compared with the document before it is sent: each problem says where it is and what must be there.</summary>
public sealed class JsonCheckTests
{
    private const string Schemas = """
        Order:
          type: object
          required: [id, lines]
          properties:
            id: { type: string }
            state: { type: string, enum: [open, closed] }
            rank: { type: integer, enum: [1, 2] }
            note: { type: string, nullable: true }
            total: { type: number }
            paid: { type: boolean }
            created: { type: string, readOnly: true }
            kind: { type: string, enum: [order] }
            lines: { type: array, items: { $ref: "#/components/schemas/Line" } }
            labels: { type: object, additionalProperties: { type: integer } }
            payment: { $ref: "#/components/schemas/Payment" }
            more: {}
        Line: { type: object, required: [product], properties: { product: { type: string }, count: { type: integer } } }
        Payment: { oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Transfer" }] }
        Card: { type: object, required: [number], properties: { number: { type: string } } }
        Transfer: { type: object, required: [iban, bic], properties: { iban: { type: string }, bic: { type: string } } }
        """;

    [Theory]
    [InlineData("""{ "id": "1", "lines": [] }""")]
    [InlineData("""{ "id": "1", "lines": [{ "product": "a", "count": 2 }], "note": null, "total": 1, "paid": false, "more": [1] }""")]
    [InlineData("""{ "id": "1", "lines": [], "labels": { "a": 1 }, "payment": { "number": "4" }, "state": "open", "rank": 2 }""")]
    [InlineData("""{ "id": "1", "lines": [], "unknown": true, "created": 5 }""")]
    [InlineData("""{ "id": "1", "lines": [{ "product": "a", "count": 2.0 }, { "product": "b", "count": 1.5e1 }] }""")]
    [InlineData("""{ "id": "1", "lines": [{ "product": "a", "count": 1e30 }] }""")]
    public void What_the_document_allows_passes(string json) => Assert.Empty(Find(json));

    [Theory]
    [InlineData("[]", " must be a JSON object")]
    [InlineData("{}", "id is missing; it must be string|lines is missing; it must be JSON array")]
    [InlineData("""{ "id": null, "lines": [] }""", "id is null, but must be string")]
    [InlineData("""{ "id": 1, "lines": {} }""", "id must be a string|lines must be a JSON array")]
    [InlineData(
        """{ "id": "1", "lines": [{ "product": "a" }, { "count": "2" }] }""",
        "lines[1].product is missing; it must be string|lines[1].count must be a whole number"
    )]
    [InlineData("""{ "id": "1", "lines": [{ "product": "a", "count": 1.5 }] }""", "lines[0].count must be a whole number")]
    [InlineData("""{ "id": "1", "lines": [{ "product": "a", "count": 1e-1 }] }""", "lines[0].count must be a whole number")]
    [InlineData("""{ "id": "1", "lines": ["a"] }""", "lines[0] must be a JSON object")]
    [InlineData(
        """{ "id": "1", "lines": [], "state": "opne" }""",
        "state is 'opne', but must be one of open, closed; did you mean 'open'?"
    )]
    [InlineData("""{ "id": "1", "lines": [], "state": 1 }""", "state must be a string")]
    [InlineData("""{ "id": "1", "lines": [], "rank": "1" }""", "rank must be a whole number")]
    [InlineData("""{ "id": "1", "lines": [], "total": "1" }""", "total must be a number")]
    [InlineData("""{ "id": "1", "lines": [], "paid": "true" }""", "paid must be true or false")]
    [InlineData("""{ "id": "1", "lines": [], "labels": { "a": 1, "b": "x" } }""", "labels.b must be a whole number")]
    [InlineData("""{ "id": "1", "lines": [], "payment": { "iban": "x" } }""", "payment.number is missing; it must be string")]
    [InlineData("""{ "id": "1", "lines": [], "payment": { "iban": 1, "bic": "x" } }""", "payment.number is missing; it must be string")]
    [InlineData("""{ "id": "1", "lines": [], "payment": "cash" }""", "payment must be a JSON object")]
    public void What_it_does_not_is_reported_where_it_is(string json, string problems) => Assert.Equal(problems.Split('|'), Find(json));

    [Theory]
    [InlineData("""{ "id": 1, "lines": {} }""", "--no must be a string|lines must be a JSON array")]
    [InlineData("""{ "lines": [] }""", "--no is missing; it must be string")]
    [InlineData("""{ "id": "1", "lines": [], "payment": { "id": 1 } }""", "payment.number is missing; it must be string")]
    public void A_member_that_an_option_gave_is_named_by_the_option_and_one_further_down_is_not(string json, string problems) =>
        Assert.Equal(problems.Split('|'), Find(json, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = "--no" }));

    private static IEnumerable<string> Find(string json, IReadOnlyDictionary<string, string>? options = null)
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: placeOrder
            requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
            responses: { "204": { description: Done. } }
            """,
            Schemas,
            path: "/orders"
        );
        return new JsonCheck(operation.Document.Context, options).Find(JsonNode.Parse(json), operation.Model.Body!.Type, "");
    }
}
