namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>Numbers and the words that go with them.</summary>
public sealed class WordingTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        x-known-scopes: [{ name: read }, { name: write }]
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              x-scopes: [{ scopes: [read] }]
              x-rate-limit: { budget: shop, limits: [{ calls: 2, seconds: 60 }] }
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "204": { description: ok } }
        """;

    [Fact]
    public void One_call_is_not_several() =>
        Assert.Equal(
            [
                "RateLimit getOrder None: The rate limit changes from 2 calls in 60 s (budget `shop`) to 1 call in 60 s (budget `shop`). | `ShopClient.GetOrderAsync` is rate limited by the client accordingly; callers need not change anything.",
            ],
            Changed.Lines(Document, "calls: 2", "calls: 1")
        );

    [Theory]
    [InlineData("[{ name: read }, { name: write }, { name: audit }]", "[read, audit]", "The scope `audit` is new.")]
    [InlineData(
        "[{ name: read }, { name: write }, { name: audit }, { name: purge }]",
        "[read, audit, purge]",
        "The scopes `audit` and `purge` are new."
    )]
    public void Several_new_scopes_are_not_one(string known, string scopes, string sentence) =>
        Assert.Equal(
            $"Scopes getOrder Behavior: It requires {Codes(scopes)}; previously `read`. | Callers of `ShopClient.GetOrderAsync` that were granted `read` must be granted {Codes(scopes)}; KXO1001 reports where it is missing. {sentence}",
            Assert.Single(
                Changed.Lines(
                    Document,
                    Document[
                        Document.IndexOf("[{ name: read }", StringComparison.Ordinal)..Document.IndexOf("x-rate", StringComparison.Ordinal)
                    ],
                    Document[
                        Document.IndexOf("[{ name: read }", StringComparison.Ordinal)..Document.IndexOf("x-rate", StringComparison.Ordinal)
                    ]
                        .Replace("[{ name: read }, { name: write }]", known, StringComparison.Ordinal)
                        .Replace("[read]", scopes, StringComparison.Ordinal)
                )
            )
        );

    private static string Codes(string scopes) => KoreXo.Cli.Specs.Comparing.Say.Codes(scopes.Trim('[', ']').Split(", "));
}
