using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The scopes that an operation requires.</summary>
public sealed class SecurityReaderTests
{
    private const string Schemes =
        "key: { type: apiKey, in: header, name: X-Key }, oauth: { type: oauth2, flows: { password: { scopes: { r: Read, w: Write } } } }, other: { type: openIdConnect, openIdConnectUrl: 'https://id.test' }";

    [Theory]
    [InlineData("[{ oauth: [r] }]", "oauth: r")]
    [InlineData("[{ oauth: [r, w] }]", "oauth: r w")]
    [InlineData("[{ oauth: [r, r] }]", "oauth: r")]
    [InlineData("[{ oauth: [r] }, { oauth: [w] }]", "oauth: r | oauth: w")]
    [InlineData("[{ oauth: [r], other: [x] }]", "any: r x")]
    [InlineData("[{ oauth: [r], other: [] }]", "any: r")]
    [InlineData("[{ oauth: [r], key: [] }]", "oauth: r")]
    [InlineData("[{ oauth: [] }]", "any: ")]
    [InlineData("[{}]", "any: ")]
    [InlineData("[]", "")]
    [InlineData("[{ oauth: [r] }, {}]", "oauth: r | any: ")]
    [InlineData("[{ key: [] }]", "unknown")]
    [InlineData("[{ oauth: [r] }, { key: [] }]", "unknown")]
    [InlineData("[{ none: [] }]", "unknown")]
    [InlineData("[{ none: [x] }]", "none: x")]
    [InlineData("[{ none: [] }, { oauth: [r] }]", "none:  | oauth: r")]
    public void Requirements_are_alternatives_of_scopes(string security, string expected) =>
        Assert.Equal(expected, Describe(Bind($"security: {security}").Operation().Scopes));

    [Theory]
    [InlineData("", "oauth: w")]
    [InlineData("security: []", "")]
    [InlineData("security: [{ oauth: [r] }]", "oauth: r")]
    [InlineData("security: [{ oauth: [r] }], x-scopes: [{ credential: app, scopes: [r] }]", "app: r")]
    public void The_nearest_statement_counts(string operation, string expected) =>
        Assert.Equal(expected, Describe(Bind(operation, "security: [{ oauth: [w] }]").Operation().Scopes));

    [Fact]
    public void A_variant_may_state_its_own()
    {
        var document = Bind(
            "security: [{ oauth: [r] }], x-variants: [{ operationId: b, x-scopes: [{ scopes: [w] }] }, { operationId: c }]"
        );

        Assert.Equal(["any: w", "oauth: r"], document.Model.Operations.Select(static operation => Describe(operation.Scopes)));
    }

    [Theory]
    [InlineData("[{ oauth: r }]", "/paths/~1a/get/security/0/oauth", "a string")]
    [InlineData("[{ oauth: { r: true } }]", "/paths/~1a/get/security/0/oauth", "an object")]
    [InlineData("[{ key: [] }, { oauth: true }]", "/paths/~1a/get/security/1/oauth", "true")]
    public void Scopes_that_are_no_list_are_reported(string security, string pointer, string kind) =>
        Assert.Equal(
            [$"api/main.yaml(3) KXO2020 {pointer}: For the scopes of 'oauth', {kind}; it is ignored. Write a list"],
            Bind($"security: {security}").Problems
        );

    [Fact]
    public void A_scheme_with_nothing_behind_it_has_no_scopes() => Assert.Empty(Bind("security: [{ oauth: }]").Problems);

    private static BoundDocument Bind(string operation, string document = "") =>
        BoundDocument.Get(operation, $"components: {{ securitySchemes: {{ {Schemes} }} }}\n{document}");

    private static string Describe(ScopeNeed? need) =>
        need is null
            ? "unknown"
            : string.Join(" | ", need.Alternatives.Select(static one => $"{one.Credential ?? "any"}: {string.Join(' ', one.Scopes)}"));
}
