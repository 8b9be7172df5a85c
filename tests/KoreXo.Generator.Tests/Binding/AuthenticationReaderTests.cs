using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>How credentials are sent: by the scheme of the document, or by the alternatives of an operation.</summary>
public sealed class AuthenticationReaderTests
{
    private const string Schemes =
        "key: { type: apiKey, in: header, name: X-Key }, app: { type: apiKey, in: query, name: app }, token: { type: http, scheme: bearer }, oauth: { type: oauth2, flows: {} }, digest: { type: http, scheme: Digest }";

    [Theory]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", "X-Key in Header after ''")]
    [InlineData("{ type: apiKey, in: query, name: api_key }", "api_key in Query after ''")]
    [InlineData("{ type: apiKey, in: cookie, name: SESSION }", "SESSION in Cookie after ''")]
    [InlineData("{ type: http, scheme: bearer }", "Authorization in Header after 'Bearer '")]
    [InlineData("{ type: http, scheme: BEARER, bearerFormat: JWT }", "Authorization in Header after 'Bearer '")]
    [InlineData("{ type: http, scheme: basic }", "Authorization in Header after 'Basic '")]
    [InlineData("{ type: http, scheme: Basic }", "Authorization in Header after 'Basic '")]
    [InlineData("{ type: http, scheme: Token }", "Authorization in Header after 'Token '")]
    [InlineData("{ type: oauth2, flows: {} }", "Authorization in Header after 'Bearer '")]
    [InlineData("{ type: openIdConnect, openIdConnectUrl: 'https://id.test' }", "Authorization in Header after 'Bearer '")]
    public void A_scheme_says_where_its_token_is_sent(string scheme, string expected)
    {
        var document = Bind("", $"x: {scheme}");

        var usual = document.Model.Authentication!;
        Assert.Equal(expected, $"{usual.Name} in {usual.Location} after '{usual.Prefix}'");
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void Basic_of_Swagger_is_basic()
    {
        var document = BoundDocument.From(
            "swagger: '2.0'\ninfo: { title: T, version: '1' }\npaths: {}\nsecurityDefinitions: { x: { type: basic } }"
        );

        Assert.Equal(new AuthenticationModel("Authorization", "Header", "Basic "), document.Model.Authentication);
    }

    [Theory]
    [InlineData("", "X-Key")]
    [InlineData("security: [{ token: [] }]", "Authorization")]
    [InlineData("security: [{ digest: [] }, { app: [] }]", "app")]
    [InlineData("security: [{ none: [] }]", "X-Key")]
    public void The_usual_scheme_is_the_first_that_the_document_requires(string security, string expected) =>
        Assert.Equal(expected, Bind("", Schemes, security).Model.Authentication!.Name);

    [Theory]
    [InlineData("{ type: apiKey, in: header }")]
    [InlineData("{ type: apiKey, name: X-Key }")]
    [InlineData("{ type: apiKey, in: Header, name: X-Key }")]
    [InlineData("{ type: apiKey, in: body, name: X-Key }")]
    [InlineData("{ type: apiKey, in: header, name: '' }")]
    public void A_key_that_does_not_say_where_it_is_sent_is_reported(string scheme)
    {
        var document = Bind("", $"x: {scheme}");

        Assert.Equal(
            [
                "api/main.yaml(4) KXO2003 /components/securitySchemes/x: main.yaml; a scheme of type 'apiKey' needs a 'name' and where it is sent, 'in'",
            ],
            document.Problems
        );
        Assert.Null(document.Model.Authentication);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("apikey")]
    [InlineData("OAuth2")]
    [InlineData("basic")]
    public void A_type_that_no_scheme_has_is_reported(string type)
    {
        var document = Bind("security: [{ x: [] }]", $"x: {{ type: {type}, in: header, name: X-Key }}");

        Assert.Equal(
            [
                $"api/main.yaml(4) KXO2020 /components/securitySchemes/x/type: The type '{type}' of a security scheme; the scheme is ignored. Write one of apiKey, http, oauth2, openIdConnect, mutualTLS",
            ],
            document.Problems
        );
    }

    [Theory]
    [InlineData("[{ key: [] }]", "")]
    [InlineData("[{ token: [] }]", "token")]
    [InlineData("[{ key: [] }, { token: [] }]", "key or token")]
    [InlineData("[{ key: [], app: [] }]", "key and app")]
    [InlineData("[{ key: [], app: [] }, { oauth: [read, read] }]", "key and app or oauth(read)")]
    [InlineData("[{ key: [read] }, { token: [read] }]", "key or token")]
    [InlineData("[{ token: [] }, { token: [] }]", "token")]
    [InlineData("[{}, { token: [] }]", "nothing or token")]
    [InlineData("[{ key: [], digest: [] }, { token: [] }]", "key or token")]
    [InlineData("[{ digest: [] }, { token: [] }]", "token")]
    [InlineData("[{ digest: [] }]", "nothing")]
    [InlineData("[{ none: [] }]", "")]
    [InlineData("[{ none: [] }, { token: [] }]", "key or token")]
    [InlineData("[{ none: [], token: [] }]", "token")]
    public void An_operation_carries_its_own_credentials_where_they_differ(string security, string expected) =>
        Assert.Equal(expected, Describe(Bind($"security: {security}", Schemes, "security: [{ key: [] }]").Operation().Security));

    [Theory]
    [InlineData("[{ key: [] }]", "")]
    [InlineData("[{ key: [] }, { key: [] }]", "")]
    [InlineData("[]", "nothing")]
    [InlineData("[{ key: [], app: [] }]", "key and app")]
    [InlineData("[{ key: [] }, {}]", "key or nothing")]
    public void A_document_has_credentials_of_its_own_where_one_scheme_is_not_enough(string security, string expected) =>
        Assert.Equal(expected, Describe(Bind("", Schemes, $"security: {security}").Model.Security));

    [Fact]
    public void What_the_document_requires_is_not_repeated_at_its_operations()
    {
        var document = Bind("security: [{ key: [], app: [] }]", Schemes, "security: [{ key: [], app: [] }]");

        Assert.Null(document.Operation().Security);
        Assert.Equal(["key", "app", "token", "oauth"], document.Model.Schemes.Select(static scheme => scheme.Key));
    }

    [Fact]
    public void Schemes_are_listed_only_where_an_operation_needs_another_one() =>
        Assert.Empty(Bind("security: [{ key: [] }]", Schemes, "security: [{ key: [] }]").Model.Schemes);

    [Theory]
    [InlineData("[]", true)]
    [InlineData("[{}]", true)]
    [InlineData("[{}, { token: [] }]", false)]
    [InlineData("[{ none: [] }]", false)]
    public void An_operation_is_anonymous_if_it_says_so(string security, bool expected) =>
        Assert.Equal(expected, Bind($"security: {security}", Schemes).Operation().IsAnonymous);

    [Fact]
    public void A_requirement_that_is_a_name_alone_is_reported_and_means_its_scheme()
    {
        var document = Bind("security: [token]", Schemes, "security: [{ key: [] }]");

        Assert.Equal("token", Describe(document.Operation().Security));
        Assert.False(document.Operation().IsAnonymous);
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2020 /paths/~1a/get/security/0: In a list of security requirements, a string; it is treated as the name of a scheme. Write an object, such as { token: [] }",
            ],
            document.Problems
        );
    }

    [Fact]
    public void A_scheme_that_cannot_be_served_is_reported_once()
    {
        var document = BoundDocument.Of(
            $$"""
            paths:
              /a: { get: { operationId: a, security: [{ digest: [] }], responses: {} } }
              /b: { get: { operationId: b, security: [{ digest: [] }, { mutual: [] }], responses: {} } }
            components: { securitySchemes: { {{Schemes}}, mutual: { type: mutualTLS } } }
            """
        );

        Assert.Equal(
            [
                "api/main.yaml(6) KXO2009 /components/securitySchemes/digest: The security scheme 'digest' (Digest); operations that name it are sent without its credential; give the client a handler that has it",
                "api/main.yaml(6) KXO2009 /components/securitySchemes/mutual: The security scheme 'mutual' (mutualTLS); operations that name it are sent without its credential; give the client a handler that has it",
            ],
            document.Problems
        );
    }

    [Theory]
    [InlineData(ParameterLocation.Header, "X-Key", true)]
    [InlineData(ParameterLocation.Header, "x-KEY", true)]
    [InlineData(ParameterLocation.Header, "X-Other", false)]
    [InlineData(ParameterLocation.Query, "X-Key", false)]
    [InlineData(ParameterLocation.Query, "app", true)]
    [InlineData(ParameterLocation.Query, "App", false)]
    [InlineData(ParameterLocation.Header, "app", false)]
    public void A_parameter_of_the_credential_is_known(object location, string name, bool expected)
    {
        var document = ReadDocument
            .From(
                $"openapi: 3.1.0\npaths: {{ /a: {{ get: {{ security: [{{ key: [], app: [] }}] }} }} }}\ncomponents: {{ securitySchemes: {{ {Schemes} }} }}"
            )
            .Document;
        var operation = document.Root.Find("/paths/~1a/get")!;

        Assert.Equal(expected, new AuthenticationReader(document).IsOfCredential(operation, (ParameterLocation)location, name));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("security: [], ", "", "X-Key")]
    [InlineData("security: [{ token: [] }], ", "", "X-Key")]
    [InlineData("security: [{ token: [] }, { key: [] }], ", "", "")]
    [InlineData("security: [{ none: [] }], ", "", "")]
    [InlineData("", "security: []", "X-Key")]
    [InlineData("", "security: [{ token: [] }]", "X-Key")]
    [InlineData("security: [{ key: [] }], ", "security: []", "")]
    public void A_key_that_an_operation_does_not_carry_is_a_parameter(string operation, string document, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Bind(operation + "parameters: [{ name: X-Key, in: header, schema: { type: string } }]", Schemes, document)
                    .Operation()
                    .Parameters.Select(static one => one.Key.Name)
            )
        );

    private static BoundDocument Bind(string operation, string schemes, string document = "") =>
        BoundDocument.Get(operation, $"components: {{ securitySchemes: {{ {schemes} }} }}\n{document}");

    private static string Describe(EquatableArray<EquatableArray<ScopeAlternative>>? security) =>
        security is not { } alternatives
            ? ""
            : string.Join(
                " or ",
                alternatives.Select(static all =>
                    all.Count == 0
                        ? "nothing"
                        : string.Join(
                            " and ",
                            all.Select(static part =>
                                part.Credential + (part.Scopes.Count == 0 ? "" : $"({string.Join(",", part.Scopes)})")
                            )
                        )
                )
            );
}
