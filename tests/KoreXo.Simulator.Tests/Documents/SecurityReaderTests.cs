using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Documents;

/// <summary>How a document says that callers authenticate, for each operation.</summary>
public sealed class SecurityReaderTests
{
    [Theory]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", nameof(SchemeKind.KeyInHeader), "X-Key", "")]
    [InlineData("{ type: apiKey, in: query, name: key }", nameof(SchemeKind.KeyInQuery), "key", "")]
    [InlineData("{ type: apiKey, in: cookie, name: sid }", nameof(SchemeKind.KeyInCookie), "sid", "")]
    [InlineData("{ type: http, scheme: basic }", nameof(SchemeKind.Basic), "Authorization", "")]
    [InlineData("{ type: http, scheme: BASIC }", nameof(SchemeKind.Basic), "Authorization", "")]
    [InlineData("{ type: http, scheme: bearer }", nameof(SchemeKind.Bearer), "Authorization", "")]
    [InlineData("{ type: http, scheme: digest }", nameof(SchemeKind.Unchecked), "", "")]
    [InlineData("{ type: mutualTLS }", nameof(SchemeKind.Unchecked), "", "")]
    [InlineData("{ type: openIdConnect, openIdConnectUrl: https://x.example/ }", nameof(SchemeKind.Bearer), "Authorization", "read")]
    [InlineData(
        "{ type: oauth2, flows: { clientCredentials: { tokenUrl: https://x.example/, scopes: { read: r } } } }",
        nameof(SchemeKind.Bearer),
        "Authorization",
        "read"
    )]
    public async Task A_scheme_is_a_place_and_a_way_to_send(string scheme, string kind, string name, string scopes)
    {
        var use = (await ReadAsync("[{ s: [read] }]", scheme)).Single().Schemes.Single();

        Assert.Equal((kind, name, scopes), (use.Kind.ToString(), use.Name, string.Join(' ', use.Scopes)));
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("[{}]", "()")]
    [InlineData("[{ s: [] }, {}]", "(s) ()")]
    [InlineData("[{ s: [], t: [] }]", "(s t)")]
    [InlineData("[{ s: [] }, { t: [] }]", "(s) (t)")]
    public async Task Alternatives_keep_their_order(string security, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                (await ReadAsync(security, "{ type: http, scheme: basic }")).Select(requirement =>
                    $"({string.Join(' ', requirement.Schemes.Select(scheme => scheme.Scheme))})"
                )
            )
        );

    [Theory]
    [InlineData("[]", null)]
    [InlineData("[{}]", null)]
    [InlineData("[{ s: [read] }, {}]", null)]
    [InlineData("[{ s: [read, write] }]", "s: read write")]
    [InlineData("[{ t: [], s: [read] }]", "s: read")]
    [InlineData("[{ s: [read] }, { s: [write] }]", "s: read|s: write")]
    public async Task The_scopes_are_those_of_the_scheme_that_knows_them(string security, string? expected)
    {
        var scopes = SecurityReader.ScopesOf(await ReadAsync(security, "{ type: openIdConnect, openIdConnectUrl: https://x.example/ }"));

        Assert.Equal(
            expected,
            scopes is null ? null : string.Join('|', scopes.Select(one => $"{one.Credential}: {string.Join(' ', one.Scopes)}"))
        );
    }

    [Fact]
    public async Task What_the_document_requires_of_all_is_required_where_an_operation_says_nothing()
    {
        const string Document = """
            openapi: 3.0.3
            info: { title: t, version: "1" }
            security: [{ s: [] }]
            paths: { /x: { get: { operationId: own, security: [], responses: {} }, put: { operationId: all, responses: {} } } }
            components: { securitySchemes: { s: { type: http, scheme: basic } } }
            """;
        var operations = (await ApiCatalog.LoadOtherAsync(Document, CancellationToken.None)).Operations;

        Assert.Equal([0, 1], operations.Select(operation => operation.Security.Count));
    }

    private static async Task<IReadOnlyList<SecurityRequirement>> ReadAsync(string security, string scheme)
    {
        var document = $$"""
            openapi: 3.1.0
            info: { title: t, version: "1" }
            paths: { /x: { get: { operationId: get, security: {{security}}, responses: {} } } }
            components: { securitySchemes: { s: {{scheme}}, t: { type: http, scheme: basic } } }
            """;
        return (await ApiCatalog.LoadOtherAsync(document, CancellationToken.None)).Operations.Single().Security;
    }
}
