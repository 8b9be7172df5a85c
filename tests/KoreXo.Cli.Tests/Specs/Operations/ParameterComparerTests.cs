using KoreXo.Cli.Tests.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Operations;

/// <summary>What a change of an argument means for callers, wherever it is sent.</summary>
public sealed class ParameterComparerTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /shops/{shop}/orders/{id}:
            get:
              operationId: getOrder
              parameters:
                - { name: shop, in: path, required: true, schema: { type: string } }
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: at, in: query, schema: { type: string } }
                - { name: filter, in: query, schema: { type: object, properties: { a: { type: string } } } }
                - { name: ids, in: query, schema: { type: array, items: { type: integer } } }
                - { name: v, in: query, required: true, schema: { type: string, enum: [v1] } }
                - { name: X-Trace, in: header, schema: { type: string } }
              responses: { "204": { description: ok } }
        """;

    private const string Arguments = "string shop, string id, GetOrderOptions? options = null";

    [Fact]
    public void A_parameter_of_the_path_with_another_name_is_renamed_and_the_address_is_the_same()
    {
        var lines = Changed.Lines(
            Document,
            Document[Document.IndexOf("/shops/", StringComparison.Ordinal)..Document.IndexOf("- { name: at", StringComparison.Ordinal)],
            Document[Document.IndexOf("/shops/", StringComparison.Ordinal)..Document.IndexOf("- { name: at", StringComparison.Ordinal)]
                .Replace("{id}", "{orderId}", StringComparison.Ordinal)
                .Replace("name: id,", "name: orderId,", StringComparison.Ordinal)
        );

        Assert.Equal(
            [
                $"Parameter getOrder Source: The path parameter `id` is renamed to `orderId`. | `ShopClient.GetOrderAsync` takes `(string shop, string orderId, GetOrderOptions? options = null)` instead of `({Arguments})`.",
            ],
            lines
        );
    }

    [Fact]
    public void A_renamed_parameter_whose_name_in_code_stays_breaks_nobody()
    {
        var lines = Changed.Lines(
            Document,
            Document[Document.IndexOf("/shops/", StringComparison.Ordinal)..Document.IndexOf("- { name: at", StringComparison.Ordinal)],
            Document[Document.IndexOf("/shops/", StringComparison.Ordinal)..Document.IndexOf("- { name: at", StringComparison.Ordinal)]
                .Replace("{id}", "{orderId}", StringComparison.Ordinal)
                .Replace("name: id,", "name: orderId, x-name: id,", StringComparison.Ordinal)
        );

        Assert.Equal(
            [
                "Parameter getOrder None: The path parameter `id` is renamed to `orderId`. | No signature changes, and callers need not change anything.",
            ],
            lines
        );
    }

    [Fact]
    public void Parameters_of_a_path_that_change_places_are_another_address() =>
        Assert.Contains(
            "Operation getOrder None: It moves from `GET` `/shops/{shop}/orders/{id}` to `GET` `/shops/{id}/orders/{shop}`. | `ShopClient.GetOrderAsync`: The method calls the new address; existing packages keep calling the old one.",
            Changed.Lines(Document, "/shops/{shop}/orders/{id}:", "/shops/{id}/orders/{shop}:")
        );

    [Theory]
    [InlineData("name: at, in: query", "name: at, in: query, allowReserved: true", "at")]
    [InlineData("name: filter, in: query", "name: filter, in: query, style: deepObject", "filter")]
    [InlineData("name: filter, in: query", "name: filter, in: query, explode: false", "filter")]
    [InlineData("name: ids, in: query", "name: ids, in: query, style: pipeDelimited, explode: false", "ids")]
    public void Another_serialization_changes_no_signature(string from, string to, string parameter) =>
        Assert.Equal(
            [
                $"Parameter getOrder None: The query parameter `{parameter}` is serialized differently. | No signature changes, and callers need not change anything.",
            ],
            Changed.Lines(Document, from, to)
        );

    [Fact]
    public void Another_only_value_is_sent_without_being_set() =>
        Assert.Equal(
            ["Parameter getOrder None: The query parameter `v` always has the value `v2` instead of `v1`. | It is sent without being set."],
            Changed.Lines(Document, "enum: [v1]", "enum: [v2]")
        );

    [Theory]
    [InlineData("name: at, in: query, schema: { type: string }", "name: at, in: query, description: When., schema: { type: string }")]
    [InlineData("name: at, in: query, schema: { type: string }", "name: at, in: query, schema: { type: string, maxLength: 3 }")]
    [InlineData("name: at, in: query, schema: { type: string }", "name: at, in: query, example: now, schema: { type: string }")]
    [InlineData("name: ids, in: query,", "name: ids, in: query, style: form, explode: true,")]
    [InlineData("name: X-Trace, in: header,", "name: x-trace, in: header,")]
    public void What_no_request_shows_is_no_change(string from, string to) => Assert.Empty(Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "- { name: at, in: query, schema: { type: string } }",
        "- { name: at, in: query, schema: { type: string } }\n        - { name: limit, in: query, schema: { type: integer } }",
        "Parameter getOrder Addition: The optional query parameter `limit` (`long`) is added. | `GetOrderOptions.Limit` is new."
    )]
    [InlineData(
        "- { name: at, in: query, schema: { type: string } }",
        "- { name: at, in: query, schema: { type: string } }\n        - { name: limit, in: query, required: true, schema: { type: integer } }",
        "Parameter getOrder Source: The required query parameter `limit` (`long`) is added. | `ShopClient.GetOrderAsync` takes `(string shop, string id, long limit, GetOrderOptions? options = null)` instead of `(string shop, string id, GetOrderOptions? options = null)`."
    )]
    [InlineData(
        "name: X-Trace, in: header,",
        "name: X-Trace, in: header, required: true,",
        "Parameter getOrder Source: The header parameter `X-Trace` becomes required. | `GetOrderOptions.XTrace` is gone. `ShopClient.GetOrderAsync` takes `(string shop, string id, string xTrace, GetOrderOptions? options = null)` instead of `(string shop, string id, GetOrderOptions? options = null)`."
    )]
    [InlineData(
        "name: X-Trace, in: header, schema: { type: string }",
        "name: X-Trace, in: header, schema: { type: string, format: uuid }",
        "Parameter getOrder Source: The header parameter `X-Trace` changes its type from `string` to `Guid`. | `GetOrderOptions.XTrace` is `Guid?` instead of `string?`."
    )]
    [InlineData(
        "name: X-Trace, in: header, schema: { type: string }",
        "name: X-Trace, in: header, schema: { type: string, default: none }",
        ""
    )]
    [InlineData(
        "name: X-Trace, in: header, schema: { type: string }",
        "name: x-trace, in: header, schema: { type: integer }",
        "Parameter getOrder Source: The header parameter `x-trace` changes its type from `string` to `long`. | `GetOrderOptions.XTrace` is `long?` instead of `string?`."
    )]
    [InlineData(
        "name: at, in: query, schema: { type: string }",
        "name: At, in: query, schema: { type: string }",
        "Parameter getOrder None: The optional query parameter `at` (`string`) is removed. | No signature changes, and callers need not change anything.~Parameter getOrder None: The optional query parameter `At` (`string`) is added. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "items: { type: integer }",
        "items: { type: integer, format: int32 }",
        "Parameter getOrder Source: The query parameter `ids` changes its type from `IReadOnlyList<long>` to `IReadOnlyList<int>`. | `GetOrderOptions.Ids` is `IReadOnlyList<int>` instead of `IReadOnlyList<long>`."
    )]
    public void A_change_breaks_callers_as_their_compiler_sees_it(string from, string to, string expected) =>
        Assert.Equal(expected.Split('~', StringSplitOptions.RemoveEmptyEntries), Changed.Lines(Document, from, to));
}
