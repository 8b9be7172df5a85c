using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Vocabulary;

/// <summary>The scopes that a document defines, by our extension or by its OAuth flows.</summary>
public sealed class XKnownScopesTests
{
    [Fact]
    public void Scopes_have_other_spellings_and_imply_others() =>
        Assert.Equal(
            ["read  ", "write Write,WRITE read"],
            Scopes("x-known-scopes: [{ name: read, aliases: ~ }, { name: write, aliases: [Write, WRITE], implies: [read] }]")
        );

    [Fact]
    public void Without_the_extension_those_of_all_flows_are_known_each_once() =>
        Assert.Equal(
            ["a  ", "b  ", "c  "],
            Scopes(
                "components: { securitySchemes: { one: { type: oauth2, flows: { implicit: { scopes: { a: A., b: B. } }, password: { scopes: { b: B. } } } }, two: { type: oauth2, flows: { clientCredentials: { scopes: { c: C. } } } }, key: { type: apiKey } } }"
            )
        );

    [Fact]
    public void With_the_extension_those_of_flows_are_not_known() =>
        Assert.Equal(
            ["x  "],
            Scopes(
                "x-known-scopes: [{ name: x }]\ncomponents: { securitySchemes: { one: { type: oauth2, flows: { implicit: { scopes: { a: A. } } } } } }"
            )
        );

    [Fact]
    public void An_empty_list_says_that_there_are_none() => Assert.Empty(Scopes("x-known-scopes: []"));

    [Fact]
    public void A_scheme_of_Swagger_is_its_only_flow() =>
        Assert.Equal(
            ["a", "b"],
            XKnownScopes.OfScheme(
                ReadDocument
                    .From(
                        "swagger: '2.0'\npaths: {}\nsecurityDefinitions: { o: { type: oauth2, flow: implicit, scopes: { a: A., b: B. } } }"
                    )
                    .Document.Root.Find("/components/securitySchemes/o")!
            )
        );

    [Theory]
    [InlineData("[{ name: a, aliases: [x, [y]] }]", "its 'aliases' must be a list of strings, numbers, true or false")]
    [InlineData("[{ name: a, implies: [{ name: b }] }]", "its 'implies' must be a list of strings, numbers, true or false")]
    [InlineData("[{ aliases: [x] }]", "each entry needs a name")]
    [InlineData("[{ name: '' }]", "each entry needs a name")]
    [InlineData("[{ name: 5 }]", "each entry needs a name")]
    [InlineData("text", "it is a list of scopes, each with a 'name'")]
    public void A_scope_that_cannot_be_read_whole_is_reported(string value, string message)
    {
        var read = ReadDocument.From($"openapi: 3.0.3\npaths: {{}}\nx-known-scopes: {value}");
        _ = XKnownScopes.Read(read.Document);

        Assert.Equal([$"api/main.yaml(3) KXO2006 /x-known-scopes: x-known-scopes; {message}"], read.Problems);
    }

    private static List<string> Scopes(string members)
    {
        var read = ReadDocument.From($"openapi: 3.0.3\npaths: {{}}\n{members}");
        var scopes = XKnownScopes
            .Read(read.Document)
            .Select(static scope => $"{scope.Name} {string.Join(',', scope.Aliases)} {string.Join(',', scope.Implies)}")
            .ToList();
        Assert.Empty(read.Problems);
        return scopes;
    }
}
