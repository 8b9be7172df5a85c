using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Tests.Document;

/// <summary>Credentials as a document declares them, and which of them a token is enough for.</summary>
public sealed class SpecSecuritySchemeTests
{
    [Theory]
    [InlineData("{ type: http, scheme: bearer }", true)]
    [InlineData("{ type: http, scheme: Basic }", true)]
    [InlineData("{ type: http, scheme: custom }", true)]
    [InlineData("{ type: http }", true)]
    [InlineData("{ type: apiKey, in: header, name: k }", true)]
    [InlineData("{ type: oauth2, flows: {} }", true)]
    [InlineData("{ type: openIdConnect, openIdConnectUrl: 'https://a.test' }", true)]
    [InlineData("{ type: mutualTLS }", false)]
    [InlineData("{ type: http, scheme: digest }", false)]
    [InlineData("{ type: http, scheme: Negotiate }", false)]
    [InlineData("{ type: http, scheme: NTLM }", false)]
    [InlineData("{ type: http, scheme: SCRAM-SHA-256 }", false)]
    [InlineData("{ type: http, scheme: DPoP }", false)]
    public void A_token_is_enough_unless_the_scheme_computes_something(string scheme, bool isServed) =>
        Assert.Equal(isServed, Scheme(scheme).IsServed);

    [Theory]
    [InlineData("{ type: oauth2, flows: {} }", true)]
    [InlineData("{ type: openIdConnect }", true)]
    [InlineData("{ type: http, scheme: bearer }", false)]
    [InlineData("{ type: apiKey, in: query, name: k }", false)]
    public void Only_OAuth_has_scopes(string scheme, bool hasScopes) => Assert.Equal(hasScopes, Scheme(scheme).HasScopes);

    [Theory]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", "header", "X-Key")]
    [InlineData("{ type: apiKey, in: cookie, name: k }", "cookie", "k")]
    [InlineData("{ type: apiKey, in: body, name: k }", null, "k")]
    [InlineData("{ type: apiKey, in: Header }", null, null)]
    public void A_key_is_in_a_place_that_OpenAPI_has(string scheme, string? place, string? name) =>
        Assert.Equal((place, name), (Scheme(scheme).In, Scheme(scheme).Name));

    [Fact]
    public void A_basic_scheme_of_Swagger_is_an_HTTP_scheme()
    {
        var scheme = Assert.Single(
            ReadDocument.From("swagger: '2.0'\npaths: {}\nsecurityDefinitions: { b: { type: basic } }").Document.SecuritySchemes
        );

        Assert.Equal(("b", "http", "basic", true), (scheme.Key, scheme.Type, scheme.Scheme, scheme.IsServed));
    }

    private static SpecSecurityScheme Scheme(string scheme) =>
        ReadDocument
            .From($"openapi: 3.1.0\npaths: {{}}\ncomponents: {{ securitySchemes: {{ s: {scheme} }} }}")
            .Document.SecuritySchemes.Single();
}
