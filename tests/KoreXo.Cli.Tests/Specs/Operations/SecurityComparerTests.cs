using KoreXo.Cli.Tests.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Operations;

/// <summary>Whether a client that could call an operation still can, when its security requirements change.</summary>
public sealed class SecurityComparerTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        security: [{ key: [] }]
        paths:
          /orders: { get: { operationId: getOrder, responses: { "204": { description: ok } } } }
          /admin: { get: { operationId: getAdmin, security: [{ token: [] }], responses: { "204": { description: ok } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            token: { type: http, scheme: bearer }
        """;

    [Theory]
    [InlineData("security: [{ token: [] }]", "security: [{ token: [] }, { key: [] }]", "`token`, or `key`", "")]
    [InlineData("security: [{ token: [] }]", "security: [{ key: [] }]", "`key`", "`token`")]
    [InlineData("security: [{ token: [] }]", "security: [{ key: [], token: [] }]", "`key` and `token`", "`token`")]
    public void Whoever_needs_more_than_before_is_refused(string from, string to, string required, string refused) =>
        Assert.Equal(
            refused.Length == 0
                ?
                [
                    $"Security getAdmin None: It is authenticated by {required}; previously `token`. | Every client that could call it still can.",
                ]
                :
                [
                    $"Security getAdmin Behavior: It is authenticated by {required}; previously `token`. | A client with the credentials of {refused} can no longer call it.",
                ],
            Changed.Lines(Document, from, to)
        );

    [Theory]
    [InlineData("security: [{ token: [] }]", "security: [{ token: [] }, { token: [] }]")]
    [InlineData("key: { type: apiKey, in: header, name: X-Key }", "key: { type: apiKey, in: header, name: X-Key, description: A key. }")]
    [InlineData("token: { type: http, scheme: bearer }", "token: { type: http, scheme: Bearer, bearerFormat: JWT }")]
    public void The_same_said_otherwise_is_no_change(string from, string to) => Assert.Empty(Changed.Lines(Document, from, to));

    [Fact]
    public void An_operation_that_says_what_the_document_says_has_not_changed() =>
        Assert.Empty(Changed.Lines(Document, "operationId: getOrder,", "operationId: getOrder, security: [{ key: [] }],"));

    [Fact]
    public void A_requirement_of_the_document_is_reported_for_the_document_and_not_for_each_operation() =>
        Assert.Equal(
            [
                "Security ShopClient None: Operations without a requirement of their own are authenticated by `key`, or `token`; previously `key`. | Every client that could call it still can.",
            ],
            Changed.Lines(Document, "security: [{ key: [] }]\npaths", "security: [{ key: [] }, { token: [] }]\npaths")
        );

    [Fact]
    public void A_scheme_with_another_name_takes_the_credential_of_its_old_name_away() =>
        Assert.Equal(
            [
                "Security ShopClient Behavior: The security scheme `token` is removed. | `options.Credentials[\"token\"]` is no longer used; a registered client rejects it.",
                "Security ShopClient None: The security scheme `jwt` is added. | Its credential is given as `options.Credentials[\"jwt\"]` where an operation needs it.",
                "Security getAdmin Behavior: It is authenticated by `jwt`; previously `token`. | A client with the credentials of `token` can no longer call it.",
            ],
            Changed.Lines(
                Document,
                Document[Document.IndexOf("  /admin", StringComparison.Ordinal)..],
                Document[Document.IndexOf("  /admin", StringComparison.Ordinal)..].Replace("token:", "jwt:", StringComparison.Ordinal)
            )
        );
}
