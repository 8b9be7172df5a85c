using KoreXo.Cli.Tests.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Operations;

/// <summary>What callers must know of an operation that is sent elsewhere, retried otherwise, or whose errors are others.</summary>
public sealed class CallComparerTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        servers: [{ url: "https://shop.example" }]
        paths:
          /orders/{id}:
            post:
              operationId: updateOrder
              x-idempotency-key: Idempotency-Key
              x-error: { at: /status, values: [failed] }
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
        components: { schemas: { Order: { type: object, properties: { status: { type: string } } } } }
        """;

    private const string NoChange = "`ShopClient.UpdateOrderAsync`: Callers need not change anything.";

    [Theory]
    [InlineData(
        "    post:",
        "    put:",
        "Operation updateOrder None: It moves from `POST` `/orders/{id}` to `PUT` `/orders/{id}`. | `ShopClient.UpdateOrderAsync`: The method calls the new address; existing packages keep calling the old one."
    )]
    [InlineData(
        "/orders/{id}:",
        "/orders/{id}/:",
        "Operation updateOrder None: It moves from `POST` `/orders/{id}` to `POST` `/orders/{id}/`. | `ShopClient.UpdateOrderAsync`: The method calls the new address; existing packages keep calling the old one."
    )]
    [InlineData(
        "operationId: updateOrder",
        "operationId: updateOrder\n      servers: [{ url: \"https://eu.shop.example\" }]",
        "Operation updateOrder Behavior: It is sent to `https://eu.shop.example` instead of the endpoint. | `ShopClient.UpdateOrderAsync`: Calls go there where the endpoint, or `options.Servers`, allows it."
    )]
    [InlineData(
        "x-idempotency-key: Idempotency-Key",
        "x-idempotency-key: X-Request-Key",
        $"Operation updateOrder None: The key by which it recognizes a retried request is the header `X-Request-Key` instead of the header `Idempotency-Key`. | {NoChange}"
    )]
    [InlineData(
        "x-idempotency-key: Idempotency-Key",
        "x-idempotent: true",
        $"Operation updateOrder None: The key by which it recognizes a retried request is none instead of the header `Idempotency-Key`. | {NoChange}"
    )]
    [InlineData(
        "x-idempotency-key: Idempotency-Key",
        "x-unrelated: true",
        "Operation updateOrder Behavior: It is no longer retried after a failure. | `ShopClient.UpdateOrderAsync`: Calls that were retried now throw a `KoreXoException`; callers must check `MayHaveBeenApplied`."
    )]
    [InlineData(
        "values: [failed]",
        "values: [failed, error]",
        "Operation updateOrder Behavior: Responses with a success status are errors under another condition. | `ShopClient.UpdateOrderAsync`: Such responses are exceptions instead of results, or the reverse."
    )]
    [InlineData(
        "x-error: { at: /status, values: [failed] }",
        "x-none: 1",
        "Operation updateOrder Behavior: Its responses with a success status are no errors any more. | `ShopClient.UpdateOrderAsync`: Such responses are exceptions instead of results, or the reverse."
    )]
    public void A_change_that_no_signature_shows_is_reported(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Theory]
    [InlineData("https://shop.example", "https://www.shop.example")]
    [InlineData("operationId: updateOrder", "operationId: updateOrder\n      summary: Updates.")]
    [InlineData("operationId: updateOrder", "operationId: updateOrder\n      tags: [orders]")]
    public void What_callers_cannot_see_is_no_change(string from, string to) => Assert.Empty(Changed.Lines(Document, from, to));
}
