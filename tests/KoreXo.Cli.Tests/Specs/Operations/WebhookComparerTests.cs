using KoreXo.Cli.Tests.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Operations;

/// <summary>What a change of what the service sends means for who receives it.</summary>
public sealed class WebhookComparerTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        paths:
          /orders: { get: { operationId: getOrder, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } } } }
        webhooks:
          paid: { post: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Paid" } } } }, responses: { "200": { description: Taken., content: { application/json: { schema: { $ref: "#/components/schemas/Reply" } } } } } } }
        components:
          schemas:
            Order: { type: object, properties: { no: { type: string } } }
            Paid: { type: object, properties: { id: { type: string }, at: { type: string } } }
            Reply: { type: object, properties: { ok: { type: boolean } } }
        """;

    [Fact]
    public void A_type_with_another_name_is_renamed_once_wherever_it_is_used()
    {
        var lines = Changed.Lines(
            Document,
            Document[Document.IndexOf("webhooks:", StringComparison.Ordinal)..],
            Document[Document.IndexOf("webhooks:", StringComparison.Ordinal)..]
                .Replace("schemas/Paid", "schemas/Payment", StringComparison.Ordinal)
                .Replace("    Paid: {", "    Payment: {", StringComparison.Ordinal)
                .Replace("schemas/Reply", "schemas/Response", StringComparison.Ordinal)
                .Replace("    Reply: {", "    Response: {", StringComparison.Ordinal)
        );

        Assert.Equal(
            [
                "Type Payment Source: The type `Paid` is renamed to `Payment`. | `Paid` is renamed to `Payment` wherever it is used.",
                "Type Response Source: The type `Reply` is renamed to `Response`. | `Reply` is renamed to `Response` wherever it is used.",
            ],
            lines
        );
    }

    [Theory]
    [InlineData(
        "{ ok: { type: boolean } }",
        "{ ok: { type: boolean }, why: { type: string } }",
        "Field Reply.why Addition: The optional member (`string`) is added. | `Reply.Why` is new."
    )]
    [InlineData(
        "{ ok: { type: boolean } }",
        "{ ok: { type: boolean }, why: { type: string } }, required: [why]",
        "Field Reply.why Source: The required member (`string`) is added. | `Reply.Why` is new and must be set."
    )]
    [InlineData(
        "paid: { post: {",
        "paid: { post: { deprecated: true,",
        "Webhook paid None: It is deprecated. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "\"200\": { description: Taken.",
        "\"202\": { description: Taken.",
        "Webhook paid None: The response is 202 with `application/json` instead of 200 with `application/json`. | No signature changes, and callers need not change anything."
    )]
    public void A_change_of_a_webhook(string from, string to, string expected) =>
        Assert.Equal(expected.Split('~'), Changed.Lines(Document, from, to));

    [Fact]
    public void A_response_that_is_gone_changes_the_receiver() =>
        Assert.Equal(
            [
                "Webhook paid Source: The response changes from `Reply` to nothing. | `Reply` is gone. `ShopWebhooks.Paid` is `Webhook<Paid>` instead of `Webhook<Paid, Reply>`.",
            ],
            Changed.Lines(
                Document,
                "\"200\": { description: Taken., content: { application/json: { schema: { $ref: \"#/components/schemas/Reply\" } } } }",
                "\"204\": { description: Taken. }"
            )
        );
}
