using KoreXo.Generator.Tests.Emit;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Diagnostics;

/// <summary>Requirements that name a scheme or a scope which the document does not declare: reported where they are, and kept.</summary>
public sealed class SecurityDiagnosticTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";
    private const string Oauth =
        "oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://id.test/t', scopes: { orders.read: Read, orders.write: Write } } } }";
    private const string Get = "responses: { '204': { description: Done. } }";

    [Theory]
    [InlineData(
        "[{ oauht: [orders.write] }]",
        "KXO2015: The security scheme 'oauht' is not declared in the document; did you mean 'oauth'? (at /paths/~1a/get/security/0/oauht)",
        "\"orders.write\", Credential = \"oauht\""
    )]
    [InlineData(
        "[{ OAuth: [orders.write] }]",
        "KXO2015: The security scheme 'OAuth' is not declared in the document; did you mean 'oauth'? (at /paths/~1a/get/security/0/OAuth)",
        "\"orders.write\", Credential = \"OAuth\""
    )]
    [InlineData(
        "[{ partner: [x] }]",
        "KXO2015: The security scheme 'partner' is not declared in the document; declare it or correct its name (at /paths/~1a/get/security/0/partner)",
        "\"x\", Credential = \"partner\""
    )]
    [InlineData(
        "[{ oauth: [orders.read] }, { oauht: [] }]",
        "KXO2015: The security scheme 'oauht' is not declared in the document; did you mean 'oauth'? (at /paths/~1a/get/security/1/oauht)",
        "\"orders.read\", Credential = \"oauth\""
    )]
    [InlineData(
        "[{ oauth: [orders.read], kye: [] }]",
        "KXO2015: The security scheme 'kye' is not declared in the document; did you mean 'key'? (at /paths/~1a/get/security/0/kye)",
        "\"orders.read\", Credential = \"oauth\""
    )]
    [InlineData(
        "[{ oauth: [orders.read, orders.wirte] }]",
        "KXO2016: The scope 'orders.wirte' is not declared by any flow of its security scheme; did you mean 'orders.write'? (at /paths/~1a/get/security/0/oauth/1)",
        "\"orders.read\", \"orders.wirte\", Credential = \"oauth\""
    )]
    [InlineData(
        "[{ oauth: [everything] }]",
        "KXO2016: The scope 'everything' is not declared by any flow of its security scheme; declare it or correct its name (at /paths/~1a/get/security/0/oauth/0)",
        "\"everything\", Credential = \"oauth\""
    )]
    public void A_requirement_that_nothing_declares_is_reported_and_kept(string security, string message, string kept)
    {
        var run = Sample.Run(
            Sample.Client(
                Head
                    + $"components: {{ securitySchemes: {{ {Oauth}, key: {{ type: apiKey, in: header, name: X-Key }} }} }}\npaths:\n  /a:\n    get:\n      operationId: a\n      security: {security}\n      {Get}"
            )
        );

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.StartsWith("sample.yaml(8,", diagnostic, StringComparison.Ordinal);
        Assert.EndsWith("warning " + message, diagnostic, StringComparison.Ordinal);
        Assert.Contains($"[global::KoreXo.RequiresScopes({kept})]", run.Source("Sample.Client.g.cs"), StringComparison.Ordinal);
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Theory]
    [InlineData("[{ oauth: [orders.read] }]")]
    [InlineData("[{ oauth: [] }, {}]")]
    [InlineData("[{ key: [] }]")]
    [InlineData("[{ key: [admin] }]")]
    [InlineData("[{ oidc: [anything] }]")]
    [InlineData("[{ linked: [orders.read] }]")]
    [InlineData("[]")]
    public Task A_requirement_that_the_document_declares_is_not_reported(string security) =>
        VerifyAsync(
            Head
                + $"components: {{ securitySchemes: {{ {Oauth}, key: {{ type: apiKey, in: header, name: X-Key }}, oidc: {{ type: openIdConnect, openIdConnectUrl: 'https://id.test' }}, linked: {{ $ref: '#/components/securitySchemes/oauth' }} }} }}\npaths: {{ /a: {{ get: {{ operationId: a, security: {security}, {Get} }} }} }}"
        );

    [Fact]
    public Task The_requirement_of_the_document_is_reported_once() =>
        VerifyAsync(
            Head
                + $"security: [{{ oauht: [orders.read] }}]\ncomponents: {{ securitySchemes: {{ {Oauth} }} }}\npaths: {{ /a: {{ get: {{ operationId: a, {Get} }}, put: {{ operationId: b, {Get} }} }} }}",
            "(3,21): warning KXO2015: The security scheme 'oauht' is not declared in the document; did you mean 'oauth'? (at /security/0/oauht)"
        );

    [Fact]
    public async Task A_document_without_any_scheme_keeps_its_scopes()
    {
        var run = await VerifyAsync(
            Head + $"paths: {{ /a: {{ get: {{ operationId: a, security: [{{ oauth: [orders.read] }}], {Get} }} }} }}",
            "(3,59): warning KXO2015: The security scheme 'oauth' is not declared in the document; declare it or correct its name (at /paths/~1a/get/security/0/oauth)"
        );

        Assert.Contains(
            "[global::KoreXo.RequiresScopes(\"orders.read\", Credential = \"oauth\")]",
            run.Source("Sample.Client.g.cs"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public Task Swagger_2_is_compared_with_its_security_definitions() =>
        VerifyAsync(
            $"swagger: '2.0'\ninfo: {{ title: T, version: '1' }}\nsecurityDefinitions: {{ oauth: {{ type: oauth2, flow: application, tokenUrl: 'https://id.test/t', scopes: {{ read: Read }} }} }}\npaths: {{ /a: {{ get: {{ operationId: a, security: [{{ oauth: [reed] }}, {{ oaut: [read] }}], {Get} }} }} }}",
            "(4,60): warning KXO2016: The scope 'reed' is not declared by any flow of its security scheme; did you mean 'read'? (at /paths/~1a/get/security/0/oauth/0)",
            "(4,77): warning KXO2015: The security scheme 'oaut' is not declared in the document; did you mean 'oauth'? (at /paths/~1a/get/security/1/oaut)"
        );

    [Fact]
    public Task An_operation_of_several_variants_is_reported_once() =>
        VerifyAsync(
            Head
                + $"paths: {{ /a: {{ get: {{ operationId: a, security: [{{ no: [x] }}], x-variants: [{{ operationId: b }}, {{ operationId: c }}], {Get} }} }} }}",
            "(3,56): warning KXO2015: The security scheme 'no' is not declared in the document; declare it or correct its name (at /paths/~1a/get/security/0/no)"
        );

    [Fact]
    public Task A_scope_that_is_not_declared_is_told() =>
        VerifyAsync(
            Head
                + $"x-known-scopes: [{{ name: Read }}]\npaths: {{ /a: {{ get: {{ operationId: a, x-scopes: [{{ scopes: [Reed] }}], {Get} }} }} }}",
            "(4,49): error KXO2012: The scope 'Reed' is not in x-known-scopes; add it there or correct its spelling (at /paths/~1a/get/x-scopes)"
        );

    [Fact]
    public async Task Two_schemes_at_once_are_mentioned()
    {
        var run = await VerifyAsync(
            Head
                + $$"""
                components: { securitySchemes: { one: { type: openIdConnect, openIdConnectUrl: 'https://id.test' }, two: { type: openIdConnect, openIdConnectUrl: 'https://id.test' } } }
                paths: { /a: { get: { operationId: a, security: [{ one: [x], two: [y] }], {{Get}} }, put: { operationId: b, security: [{ one: [], two: [y] }], {{Get}} } } }
                """,
            "(4,21): info KXO2013: The schemes 'one' and 'two' are needed together; their scopes are taken together, on any credential (at /paths/~1a/get)"
        );

        Assert.Contains("[global::KoreXo.RequiresScopes(\"x\", \"y\")]", run.Source("Sample.Client.g.cs"), StringComparison.Ordinal);
    }

    private static Task<GeneratorRun> VerifyAsync(string text, params string[] expected) =>
        GeneratorVerifier.VerifyGeneratorAsync(Sample.Client(text), [.. expected.Select(static line => "sample.yaml" + line)]);
}
