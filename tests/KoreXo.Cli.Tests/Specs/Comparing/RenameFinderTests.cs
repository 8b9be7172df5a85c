namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>What has only another name is one change; what is not sure is none.</summary>
public sealed class RenameFinderTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: sort, in: query, schema: { type: string, enum: [up, down] } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
        components:
          schemas:
            Order: { type: object, properties: { size: { $ref: "#/components/schemas/Size" }, address: { $ref: "#/components/schemas/Address" } } }
            Size: { type: string, enum: [s, m] }
            Address: { type: object, properties: { city: { $ref: "#/components/schemas/City" } } }
            City: { type: object, properties: { zip: { type: string } } }
        """;

    [Fact]
    public void An_operation_with_another_id_takes_its_types_with_it() =>
        Assert.Equal(
            [
                "Operation readOrder Source: The operation `getOrder` is renamed to `readOrder`. | `ShopClient.GetOrderAsync` is renamed to `ReadOrderAsync`; `GetOrderOptions` and `GetOrderSort` are renamed accordingly.",
            ],
            Changed.Lines(Document, "operationId: getOrder", "operationId: readOrder")
        );

    [Theory]
    [InlineData("get_order")]
    [InlineData("GetOrder")]
    [InlineData("get-order")]
    public void An_id_that_code_reads_alike_is_no_other_method(string id) =>
        Assert.Equal(
            [
                $"Operation {id} None: The operation `getOrder` is renamed to `{id}`. | No signature changes, and callers need not change anything.",
            ],
            Changed.Lines(Document, "operationId: getOrder", $"operationId: {id}")
        );

    [Fact]
    public void An_operation_whose_parameter_is_called_otherwise_too_is_still_the_same()
    {
        var from = Document[
            Document.IndexOf("/orders/", StringComparison.Ordinal)..Document.IndexOf(", required", StringComparison.Ordinal)
        ];

        var lines = Changed
            .Lines(
                Document,
                from,
                from.Replace("{id}", "{orderId}", StringComparison.Ordinal)
                    .Replace("name: id,", "name: orderId,", StringComparison.Ordinal)
                    .Replace("getOrder", "readOrder", StringComparison.Ordinal)
            )
            .Select(static line => line.Split(" | ")[0]);

        Assert.Equal(
            [
                "Operation readOrder Source: The operation `getOrder` is renamed to `readOrder`.",
                "Parameter readOrder Source: The path parameter `id` is renamed to `orderId`.",
            ],
            lines
        );
    }

    [Theory]
    [InlineData("Size", "Format")]
    [InlineData("Address", "Place")]
    [InlineData("City", "Town")]
    public void A_type_with_the_same_content_is_renamed(string from, string to)
    {
        var renamed = Document
            .Replace($"schemas/{from}\"", $"schemas/{to}\"", StringComparison.Ordinal)
            .Replace($"    {from}: {{", $"    {to}: {{", StringComparison.Ordinal);

        Assert.Equal(
            [$"Type {to} Source: The type `{from}` is renamed to `{to}`. | `{from}` is renamed to `{to}` wherever it is used."],
            Changed.Lines(Document, Document, renamed)
        );
    }

    [Fact]
    public void Two_types_that_refer_to_each_other_are_renamed_together()
    {
        var renamed = Document
            .Replace("Address\"", "Place\"", StringComparison.Ordinal)
            .Replace("    Address:", "    Place:", StringComparison.Ordinal)
            .Replace("City\"", "Town\"", StringComparison.Ordinal)
            .Replace("    City:", "    Town:", StringComparison.Ordinal);

        Assert.Equal(
            ["Type Place Source: The type `Address` is renamed to `Place`.", "Type Town Source: The type `City` is renamed to `Town`."],
            Changed.Lines(Document, Document, renamed).Select(static line => line.Split(" | ")[0])
        );
    }

    [Fact]
    public void A_type_that_is_renamed_and_changed_at_once_is_another_type()
    {
        var lines = Changed
            .Lines(
                Document,
                Document,
                Document
                    .Replace("schemas/City\"", "schemas/Town\"", StringComparison.Ordinal)
                    .Replace(
                        "    City: { type: object, properties: { zip:",
                        "    Town: { type: object, properties: { code:",
                        StringComparison.Ordinal
                    )
            )
            .ToList();

        Assert.Equal(
            [
                "Field Address.city Source: The type changes from `City` to `Town`. | `City` is gone. `Town` is new. `Address.City` is `Town?` instead of `City?`.",
            ],
            lines
        );
    }

    [Fact]
    public void Two_types_of_one_content_are_not_guessed()
    {
        var old = Document
            .Replace(
                "    City: { type: object, properties: { zip: { type: string } } }",
                "    City: { type: object, properties: { zip: { type: string } } }\n    Town: { type: object, properties: { zip: { type: string } } }",
                StringComparison.Ordinal
            )
            .Replace(
                "{ $ref: \"#/components/schemas/City\" } }",
                "{ $ref: \"#/components/schemas/City\" }, town: { $ref: \"#/components/schemas/Town\" } }",
                StringComparison.Ordinal
            );

        var lines = Changed.Lines(
            old,
            old,
            old.Replace("schemas/City\"", "schemas/Place\"", StringComparison.Ordinal)
                .Replace("    City:", "    Place:", StringComparison.Ordinal)
                .Replace("schemas/Town\"", "schemas/Area\"", StringComparison.Ordinal)
                .Replace("    Town:", "    Area:", StringComparison.Ordinal)
        );

        Assert.DoesNotContain(lines, static line => line.Contains("is renamed", StringComparison.Ordinal));
    }
}
