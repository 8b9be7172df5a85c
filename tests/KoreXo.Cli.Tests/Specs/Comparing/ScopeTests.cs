namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>A change of scopes alters no signature, and can lock callers out all the same.</summary>
public sealed class ScopeTests
{
    private const string Same = "Every app that could call `ShopClient.GetOrderAsync` still can.";
    private const string Now = "must be granted `admin:all`; KXO1001 reports where it is missing.";

    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        x-known-scopes:
          - { name: "read" }
          - { name: "write", implies: ["read"] }
          - { name: "admin:all", aliases: ["admin"] }
          - { name: "spare" }
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              x-scopes: [{ scopes: [read] }]
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "204": { description: ok } }
        """;

    [Theory]
    [InlineData(
        "[{ scopes: [write] }]",
        "Behavior",
        "`write`",
        "Callers of `ShopClient.GetOrderAsync` that were granted `read` must be granted `write`; KXO1001 reports where it is missing."
    )]
    [InlineData(
        "[{ scopes: [read, spare] }]",
        "Behavior",
        "`read` and `spare`",
        "Callers of `ShopClient.GetOrderAsync` that were granted `read` must be granted `read` and `spare`; KXO1001 reports where it is missing."
    )]
    [InlineData("[{ scopes: [read] }, { scopes: [spare] }]", "None", "`read`, or `spare`", Same)]
    [InlineData("[{ scopes: [] }]", "None", "no scope", Same)]
    [InlineData(
        "[{ credential: app, scopes: [read] }]",
        "Behavior",
        "`read` (app)",
        "A credential of kind `any` can no longer call `ShopClient.GetOrderAsync`."
    )]
    [InlineData("[{ scopes: [read], resource: id }]", "None", "`read` for the `id`", Same)]
    public void Whoever_could_call_and_no_longer_can_is_named(string scopes, string impact, string needs, string effect) =>
        Assert.Equal(
            [$"Scopes getOrder {impact}: It requires {needs}; previously `read`. | {effect}"],
            Changed.Lines(Document, "[{ scopes: [read] }]", scopes)
        );

    // Who was granted 'write' has 'read' with it.
    [Fact]
    public void A_scope_that_includes_another_suffices_for_it() =>
        Assert.Equal(
            [$"Scopes getOrder None: It requires `read`; previously `write`. | {Same}"],
            Changed.Lines(
                Document.Replace("[{ scopes: [read] }]", "[{ scopes: [write] }]", StringComparison.Ordinal),
                "[{ scopes: [write] }]",
                "[{ scopes: [read] }]"
            )
        );

    [Fact]
    public void A_requirement_where_there_was_none_is_for_every_caller() =>
        Assert.Equal(
            [
                $"Scopes getOrder Behavior: It requires `admin:all`; previously scopes that the document does not state. | Callers of `ShopClient.GetOrderAsync` {Now}",
            ],
            Changed.Lines(
                Document.Replace("x-scopes: [{ scopes: [read] }]", "x-none: 1", StringComparison.Ordinal),
                "x-none: 1",
                "x-scopes: [{ scopes: [\"admin:all\"] }]"
            )
        );

    [Theory]
    [InlineData(
        "  - { name: \"spare\" }\n",
        "",
        "Scopes spare None: The scope `spare` is removed. | Manifests that list it get KXO1003, unless another document defines it."
    )]
    [InlineData(
        "{ name: \"spare\" }",
        "{ name: \"spare\" }\n  - { name: \"more\" }",
        "Scopes more None: The scope `more` is added. | Manifests may list it."
    )]
    [InlineData(
        "aliases: [\"admin\"]",
        "aliases: [\"root\"]",
        "Scopes admin:all None: The aliases of the scope `admin:all` change from `admin` to `root`. | KXO1003 corrects manifests accordingly."
    )]
    [InlineData(
        ", implies: [\"read\"]",
        "",
        "Scopes write Behavior: The scope `write` includes none; previously `read`. | Calls are checked accordingly (KXO1001)."
    )]
    [InlineData(
        "{ name: \"spare\" }",
        "{ name: \"spare\", implies: [\"read\"] }",
        "Scopes spare None: The scope `spare` includes `read`; previously none. | Calls are checked accordingly (KXO1001)."
    )]
    public void The_scopes_that_there_are(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));
}
