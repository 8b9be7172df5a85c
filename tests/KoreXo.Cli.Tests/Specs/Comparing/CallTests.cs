namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>What a change of one operation means for callers: where it is sent, with which arguments, content and credential.</summary>
public sealed class CallTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        servers: [{ url: "https://shop.example" }, { url: "https://eu.shop.example" }]
        security: [{ key: [] }]
        paths:
          /orders/{id}:
            post:
              operationId: updateOrder
              x-idempotent: true
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: state, in: query, schema: { type: string } }
                - { name: lang, in: query, required: true, schema: { type: string, default: en } }
                - { name: tags, in: query, schema: { type: array, items: { type: string } } }
                - { name: shop, in: header, required: true, schema: { type: string } }
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            token: { type: http, scheme: bearer }
          schemas:
            Order: { type: object, properties: { id: { type: string } } }
            Receipt: { type: object, properties: { no: { type: string } } }
        """;

    [Theory]
    [InlineData(
        "/orders/{id}:",
        "/v2/orders/{id}:",
        "Operation updateOrder None: It moves from `POST` `/orders/{id}` to `POST` `/v2/orders/{id}`. | `ShopClient.UpdateOrderAsync`: The method calls the new address; existing packages keep calling the old one."
    )]
    [InlineData(
        "x-idempotent: true",
        "x-idempotent: false",
        "Operation updateOrder Behavior: It is no longer retried after a failure. | `ShopClient.UpdateOrderAsync`: Calls that were retried now throw a `KoreXoException`; callers must check `MayHaveBeenApplied`."
    )]
    [InlineData(
        "x-idempotent: true",
        "x-idempotent: true\n      deprecated: true",
        "Operation updateOrder None: It is deprecated. | `ShopClient.UpdateOrderAsync`: Callers get the warning CS0618."
    )]
    [InlineData(
        "x-idempotent: true",
        "x-idempotent: true\n      security: []",
        "Operation updateOrder None: It no longer requires a credential. | `ShopClient.UpdateOrderAsync`: Calls are sent without one.~Scopes updateOrder None: It requires no scope; previously scopes that the document does not state. | Every app that could call `ShopClient.UpdateOrderAsync` still can."
    )]
    [InlineData(
        "x-idempotent: true",
        "x-idempotent: true\n      security: [{ key: [] }, { token: [] }]",
        "Security updateOrder None: It is authenticated by `key`, or `token`; previously `key`. | Every client that could call it still can."
    )]
    [InlineData(
        "x-idempotent: true",
        "x-idempotent: true\n      security: [{ key: [], token: [] }]",
        "Security updateOrder Behavior: It is authenticated by `key` and `token`; previously `key`. | A client with the credentials of `key` can no longer call it."
    )]
    public void Where_and_how_it_is_sent(string from, string to, string expected) =>
        Assert.Equal(expected.Split('~'), Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "name: state, in: query, schema",
        "name: state, in: query, required: true, schema",
        "Parameter updateOrder Source: The query parameter `state` becomes required. | `UpdateOrderOptions.State` is gone. `ShopClient.UpdateOrderAsync` takes `(string id, string state, string shop, Order? request = null, UpdateOrderOptions? options = null)` instead of `(string id, string shop, Order? request = null, UpdateOrderOptions? options = null)`."
    )]
    [InlineData(
        "name: state, in: query, schema: { type: string }",
        "name: state, in: query, schema: { type: integer }",
        "Parameter updateOrder Source: The query parameter `state` changes its type from `string` to `long`. | `UpdateOrderOptions.State` is `long?` instead of `string?`."
    )]
    [InlineData(
        "default: en",
        "default: de",
        "Parameter updateOrder Behavior: The value that is sent when `lang` is omitted changes from `en` to `de`. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "items: { type: string } } }",
        "items: { type: string } }, explode: false }",
        "Parameter updateOrder None: The query parameter `tags` is serialized differently. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "name: state, in: query,",
        "name: state, in: query, x-sensitive: true,",
        "Parameter updateOrder None: The query parameter `state` is sensitive. | Its values are redacted in logs and exceptions."
    )]
    [InlineData(
        "name: state, in: query,",
        "name: state, in: cookie,",
        "Parameter updateOrder None: The parameter `state` moves from query to cookie. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "        - { name: state, in: query, schema: { type: string } }\n",
        "",
        "Parameter updateOrder Source: The optional query parameter `state` (`string`) is removed. | `UpdateOrderOptions.State` is gone."
    )]
    [InlineData(
        "name: shop, in: header, required: true, schema",
        "name: shop, in: header, schema",
        "Parameter updateOrder Source: The header parameter `shop` becomes optional. | `UpdateOrderOptions.Shop` is new. `ShopClient.UpdateOrderAsync` takes `(string id, Order? request = null, UpdateOrderOptions? options = null)` instead of `(string id, string shop, Order? request = null, UpdateOrderOptions? options = null)`."
    )]
    public void Its_arguments(string from, string to, string expected) => Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "requestBody: { content",
        "requestBody: { required: true, content",
        "Body updateOrder Source: The body becomes required. | `ShopClient.UpdateOrderAsync` takes `(string id, string shop, Order request, UpdateOrderOptions? options = null)` instead of `(string id, string shop, Order? request = null, UpdateOrderOptions? options = null)`."
    )]
    [InlineData(
        "requestBody: { content: { application/json:",
        "requestBody: { content: { application/merge-patch+json:",
        "Body updateOrder None: The media type of the body or the serialization of its members changes. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "requestBody: { content: { application/json: { schema: { $ref: \"#/components/schemas/Order\" } } } }",
        "x-none: 1",
        "Body updateOrder Source: The body `Order` is removed. | `ShopClient.UpdateOrderAsync` takes `(string id, string shop, UpdateOrderOptions? options = null)` instead of `(string id, string shop, Order? request = null, UpdateOrderOptions? options = null)`.~Type Order None: It is no longer sent. | Its required members no longer have to be set."
    )]
    public void Its_body(string from, string to, string expected) => Assert.Equal(expected.Split('~'), Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "responses: { \"200\": { description: ok, content: { application/json: { schema: { $ref: \"#/components/schemas/Order\" } } } } }",
        "responses: { \"204\": { description: ok } }",
        "Answer updateOrder Source: The response changes from `Order` to nothing. | `ShopClient.UpdateOrderAsync` returns `Task` instead of `Task<Order>`."
    )]
    [InlineData(
        "responses: { \"200\": {",
        "responses: { \"204\": { description: none }, \"200\": {",
        "Answer updateOrder Source: The response changes from `Order` to `Order?`. | `ShopClient.UpdateOrderAsync` returns `Task<Order?>` instead of `Task<Order>`."
    )]
    public void Its_response(string from, string to, string expected) => Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "name: X-Key }",
        "name: X-Api-Key }",
        "Document ShopClient None: Credentials are sent as header `X-Api-Key` instead of as header `X-Key`. | `ShopClient` handles this; callers need not change anything."
    )]
    [InlineData(
        "security: [{ key: [] }]",
        "security: [{ token: [] }]",
        "Document ShopClient Behavior: Credentials are sent as header `Authorization` after `Bearer` instead of as header `X-Key`. | `ShopClient` needs a credential of another kind."
    )]
    public void The_credential_of_all_operations(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));
}
