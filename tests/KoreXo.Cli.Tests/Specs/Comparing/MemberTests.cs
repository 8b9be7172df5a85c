namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>What a change of one member or value means for callers who send it, and for those who receive it.</summary>
public sealed class MemberTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /orders:
            post:
              operationId: addOrder
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Receipt" } } } } }
        components:
          schemas:
            Order:
              type: object
              required: [sku]
              properties:
                sku: { type: string }
                note: { type: string }
                kind: { type: string, enum: [gift, bulk] }
                limit: { type: integer, default: 5 }
            Receipt:
              type: object
              properties:
                no: { type: string }
                total: { type: number }
            State: { type: string, enum: [open, closed] }
        """;

    [Theory]
    [InlineData(
        "required: [sku]",
        "required: [sku, note]",
        "Field Order.note Source: The member becomes required. | `Order.Note` is `string` instead of `string?`, and must be set."
    )]
    [InlineData(
        "required: [sku]",
        "required: []",
        "Field Order.sku Source: The member becomes optional. | `Order.Sku` is `string?` instead of `string`, and no longer has to be set."
    )]
    [InlineData(
        "note: { type: string }",
        "note: { type: string, deprecated: true }",
        "Field Order.note None: The member is deprecated. | Code that uses it gets the warning CS0618."
    )]
    [InlineData(
        "note: { type: string }",
        "note: { type: string, x-sensitive: true }",
        "Field Order.note None: The member is sensitive. | No signature changes."
    )]
    [InlineData(
        "note: { type: string }",
        "note: { type: string, x-name: remark }",
        "Field Order.note Source: The member is renamed in C#. | `Order.Note` is gone. `Order.Remark` is new."
    )]
    [InlineData(
        "note: { type: string }",
        "note: { type: string, format: date }",
        "Field Order.note Source: The type changes from `string` to `DateOnly`. | `Order.Note` is `DateOnly?` instead of `string?`."
    )]
    [InlineData("        note: { type: string }\n", "", "Field Order.note Source: The optional member is removed. | `Order.Note` is gone.")]
    [InlineData(
        "enum: [gift, bulk]",
        "enum: [gift]",
        "Values OrderKind Source: The value `bulk` is removed. | `OrderKind.Bulk` is gone. It is still read, as an unknown value."
    )]
    [InlineData(
        "enum: [gift, bulk]",
        "enum: [gift, bulk, sample]",
        "Values OrderKind Addition: The value `sample` is added. | `OrderKind.Sample` is new."
    )]
    [InlineData(
        "enum: [gift, bulk]",
        "enum: [gift, bulk], x-enum-varnames: [Present, Bulk]",
        "Values OrderKind Source: The value `gift` is renamed in C#. | `OrderKind.Gift` is gone. `OrderKind.Present` is new."
    )]
    [InlineData(
        "enum: [gift, bulk]",
        "x-extensible-enum: [gift, bulk]",
        "Values OrderKind None: The set is open: other values may occur. | No signature changes; other values are accepted, as before."
    )]
    public void A_member_that_is_sent(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "no: { type: string }",
        "no: { type: string, nullable: true }",
        "Field Receipt.no None: The member becomes nullable. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "total: { type: number }",
        "total: { type: number }\n        extra: { type: string }",
        "Field Receipt.extra Addition: The optional member (`string`) is added. | `Receipt.Extra` is new."
    )]
    [InlineData(
        "total: { type: number }",
        "total: { type: integer }",
        "Field Receipt.total Source: The type changes from `double` to `long`. | `Receipt.Total` is `long?` instead of `double?`."
    )]
    [InlineData("        no: { type: string }\n", "", "Field Receipt.no Source: The optional member is removed. | `Receipt.No` is gone.")]
    public void A_member_that_is_received(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Theory]
    [InlineData("enum: [open, closed]", "enum: [open]")]
    [InlineData("title: Shop", "title: Store")]
    [InlineData("note: { type: string }", "note: { type: string, description: Read by people. }")]
    [InlineData("note: { type: string }", "note: { type: string, maxLength: 5 }")]
    public void What_no_code_has_is_no_change(string from, string to) => Assert.Empty(Changed.Lines(Document, from, to));
}
