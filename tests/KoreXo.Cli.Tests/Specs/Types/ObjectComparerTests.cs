using KoreXo.Cli.Tests.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Types;

/// <summary>What a changed member means, and what does not change although a document is written otherwise.</summary>
public sealed class ObjectComparerTests
{
    private const string Document = """
        openapi: 3.1.0
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
              required: [sku, kind]
              properties:
                sku: { type: string }
                kind: { type: string, const: order }
                count: { type: integer }
                price: { type: number }
                at: { type: string, format: date-time }
                tags: { type: array, items: { type: string } }
                owner: { $ref: "#/components/schemas/Person" }
            Receipt: { type: object, required: [no], properties: { no: { type: string }, owner: { $ref: "#/components/schemas/Person" } } }
            Person: { type: object, properties: { name: { type: string } } }
        """;

    [Theory]
    [InlineData("sku: { type: string }", "sku: { allOf: [{ type: string }] }")]
    [InlineData("sku: { type: string }", "sku: { type: [string] }")]
    [InlineData("sku: { type: string }", "sku: { type: string, minLength: 1, maxLength: 5, pattern: '^a' }")]
    [InlineData("count: { type: integer }", "count: { type: integer, minimum: 1, multipleOf: 2 }")]
    [InlineData("count: { type: integer }", "count: { type: integer, format: int64 }")]
    [InlineData("price: { type: number }", "price: { type: number, format: double }")]
    [InlineData(
        "tags: { type: array, items: { type: string } }",
        "tags: { type: array, minItems: 1, uniqueItems: true, items: { type: string } }"
    )]
    [InlineData("required: [sku, kind]", "required: [kind, sku]")]
    [InlineData(
        "owner: { $ref: \"#/components/schemas/Person\" }\n    Receipt",
        "owner: { $ref: \"#/components/schemas/Person\", description: Who. }\n    Receipt"
    )]
    [InlineData("Person: { type: object, properties: { name: { type: string } } }", "Person: { properties: { name: { type: string } } }")]
    public void The_same_said_otherwise_is_no_change(string from, string to) => Assert.Empty(Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "count: { type: integer }",
        "count: { type: integer, minimum: 1, maximum: 5 }",
        "Field Order.count Source: The type changes from `long` to `int`. | `Order.Count` is `int?` instead of `long?`."
    )]
    [InlineData(
        "const: order",
        "const: purchase",
        "Field Order.kind None: The member's only value changes from `order` to `purchase`. | It is sent without being set."
    )]
    [InlineData(
        "count: { type: integer }",
        "count: { type: integer, format: int32 }",
        "Field Order.count Source: The type changes from `long` to `int`. | `Order.Count` is `int?` instead of `long?`."
    )]
    [InlineData(
        "price: { type: number }",
        "price: { type: string }",
        "Field Order.price Source: The type changes from `double` to `string`. | `Order.Price` is `string?` instead of `double?`."
    )]
    [InlineData(
        "at: { type: string, format: date-time }",
        "at: { type: string }",
        "Field Order.at Source: The type changes from `DateTimeOffset` to `string`. | `Order.At` is `string?` instead of `DateTimeOffset?`."
    )]
    [InlineData(
        "tags: { type: array, items: { type: string } }",
        "tags: { type: array, items: { type: integer } }",
        "Field Order.tags Source: The type changes from `IReadOnlyList<string>` to `IReadOnlyList<long>`. | `Order.Tags` is `IReadOnlyList<long>` instead of `IReadOnlyList<string>`."
    )]
    [InlineData(
        "tags: { type: array, items: { type: string } }",
        "tags: { type: string }",
        "Field Order.tags Source: The type changes from `IReadOnlyList<string>` to `string`. | `Order.Tags` is `string?` instead of `IReadOnlyList<string>`."
    )]
    [InlineData(
        "name: { type: string } } }",
        "name: { type: string } }, additionalProperties: { type: integer } }",
        "Type Person Addition: Additional members change from undescribed to `long`. | `Person.AdditionalProperties` is new."
    )]
    [InlineData(
        "required: [no], properties",
        "required: [no], deprecated: true, properties",
        "Type Receipt None: It is deprecated. | Code that uses `Receipt` gets the warning CS0618."
    )]
    [InlineData(
        "required: [no], properties",
        "properties",
        "Field Receipt.no Source: The member becomes optional. | `Receipt.No` is `string?` instead of `string`."
    )]
    public void A_changed_member_is_reported_once(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Fact]
    public void A_reference_that_becomes_an_inline_schema_is_another_type() =>
        Assert.Contains(
            Changed.Lines(
                Document,
                "no: { type: string }, owner: { $ref: \"#/components/schemas/Person\" }",
                "no: { type: string }, owner: { type: object, properties: { name: { type: string } } }"
            ),
            static line => line.StartsWith("Field Receipt.owner Source: The type changes from `Person` to ", StringComparison.Ordinal)
        );

    [Fact]
    public void Members_that_move_to_a_base_schema_stay_where_they_were() =>
        Assert.Empty(
            Changed.Lines(
                Document,
                "required: [no], properties: { no: { type: string }, owner: { $ref: \"#/components/schemas/Person\" } } }",
                "allOf: [{ $ref: \"#/components/schemas/Numbered\" }], properties: { owner: { $ref: \"#/components/schemas/Person\" } } }\n    Numbered: { type: object, required: [no], properties: { no: { type: string } } }"
            )
        );
}
