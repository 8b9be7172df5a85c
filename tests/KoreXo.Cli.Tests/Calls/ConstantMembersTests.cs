using System.Text.Json.Nodes;
using KoreXo.Cli.Calls.Arguments;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Nobody has to write what can have only one value, wherever it is in a body.</summary>
public sealed class ConstantMembersTests
{
    private const string Schemas = """
        Order:
          type: object
          properties:
            kind: { type: string, enum: [order] }
            version: { type: integer, enum: [2] }
            isFinal: { type: boolean, enum: [true] }
            lines: { type: array, items: { $ref: "#/components/schemas/Line" } }
            first: { allOf: [{ $ref: "#/components/schemas/Line" }], nullable: true }
            more: {}
          required: [kind, version, isFinal]
        Line: { type: object, required: [unit], properties: { unit: { type: string, enum: [piece] }, count: { type: integer } } }
        """;

    [Theory]
    [InlineData("{}", """{"kind":"order","version":2,"isFinal":true}""")]
    [InlineData("""{"kind":"other"}""", """{"kind":"other","version":2,"isFinal":true}""")]
    [InlineData("""{"kind":null}""", """{"kind":null,"version":2,"isFinal":true}""")]
    [InlineData(
        """{"lines":[{"count":1},{"unit":"box"},null,"x"]}""",
        """{"lines":[{"count":1,"unit":"piece"},{"unit":"box"},null,"x"],"kind":"order","version":2,"isFinal":true}"""
    )]
    [InlineData("""{"first":{}}""", """{"first":{"unit":"piece"},"kind":"order","version":2,"isFinal":true}""")]
    [InlineData("""{"first":null}""", """{"first":null,"kind":"order","version":2,"isFinal":true}""")]
    [InlineData("""{"lines":{},"more":{"unit":1}}""", """{"lines":{},"more":{"unit":1},"kind":"order","version":2,"isFinal":true}""")]
    [InlineData("[]", "[]")]
    [InlineData("5", "5")]
    public void They_are_added_where_they_are_left_out(string body, string sent)
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
        var node = JsonNode.Parse(body);

        ConstantMembers.AddTo(node, operation.Model.Body!.Type, operation.Document.Context);

        Assert.Equal(sent, node!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"no":"4"}""", """{"no":"4","kind":"card"}""")]
    [InlineData("""{"iban":"x"}""", """{"iban":"x","kind":"transfer"}""")]
    [InlineData("""{"kind":"transfer","no":"4"}""", """{"kind":"transfer","no":"4"}""")]
    [InlineData("""{"note":"which?"}""", """{"note":"which?"}""")]
    public void A_choice_gets_those_of_the_case_that_fits(string body, string sent)
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: pay
            requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } }
            responses: { "204": { description: Done. } }
            """,
            """
            Payment: { oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Transfer" }] }
            Card: { type: object, required: [kind, no], properties: { kind: { type: string, enum: [card] }, no: { type: string } } }
            Transfer: { type: object, required: [kind, iban], properties: { kind: { type: string, enum: [transfer] }, iban: { type: string } } }
            """,
            path: "/payments"
        );
        var node = JsonNode.Parse(body);

        ConstantMembers.AddTo(node, operation.Model.Body!.Type, operation.Document.Context);

        Assert.Equal(sent, node!.ToJsonString());
    }
}
