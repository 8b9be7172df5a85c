using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Scopes in an extension of somebody else, at a place that the project names.</summary>
public sealed class ScopesFromReaderTests
{
    [Theory]
    [InlineData("x-right", "x-right: read", "read")]
    [InlineData("x-right", "x-right: [read, write]", "read write")]
    [InlineData("x-right", "x-right: [read, 5, { a: b }]", "read")]
    [InlineData("x-right", "x-right: []", "")]
    [InlineData("/x-auth/scopes", "x-auth: { scopes: [read] }", "read")]
    [InlineData("x-auth/scopes", "x-auth: { scopes: [read] }", "read")]
    [InlineData("x-a/b", "x-a/b: read", "read")]
    public void The_place_may_be_a_name_or_a_path(string path, string operation, string expected) =>
        Assert.Equal(expected, string.Join(' ', Bind(path, operation).Operation().Scopes!.Alternatives.Single().Scopes));

    [Theory]
    [InlineData("x-right: 5")]
    [InlineData("x-right: { read: true }")]
    [InlineData("x-rigth: read")]
    public void A_place_that_no_operation_has_is_reported(string operation)
    {
        var document = Bind("x-right", operation);

        Assert.Equal(["api/main.yaml(1) KXO2008 : x-right; ScopesFrom"], document.Problems);
        Assert.Null(document.Operation().Scopes);
    }

    [Theory]
    [InlineData("", "key")]
    [InlineData("security: [{ app: [] }], ", "app")]
    [InlineData("security: [{ app: [] }, { key: [] }, { app: [] }], ", "app key")]
    [InlineData("security: [{}], ", "key")]
    public void The_scopes_are_on_each_credential_that_the_operation_takes(string security, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Bind("x-right", security + "x-right: read").Operation().Scopes!.Alternatives.Select(static one => one.Credential)
            )
        );

    [Fact]
    public void They_are_known_scopes_of_the_document_once_each() =>
        Assert.Equal(
            ["declared", "read"],
            Bind("x-right", "x-right: [read, declared, read]", "x-known-scopes: [{ name: declared }]")
                .Model.KnownScopes.Select(static scope => scope.Name)
        );

    [Fact]
    public void What_the_document_says_itself_comes_first() =>
        Assert.Equal(
            ["mine"],
            Bind("x-right", "x-right: read, x-scopes: [{ scopes: [mine] }]", "x-known-scopes: [{ name: mine }]")
                .Operation()
                .Scopes!.Alternatives.Single()
                .Scopes
        );

    private static BoundDocument Bind(string path, string operation, string document = "") =>
        BoundDocument.Of(
            $"paths: {{ /a: {{ get: {{ operationId: a, {operation}, responses: {{}} }} }} }}\ncomponents: {{ securitySchemes: {{ key: {{ type: apiKey, in: header, name: k }}, app: {{ type: apiKey, in: header, name: a }} }} }}\n{document}",
            BoundDocument.NoOptions with
            {
                ScopesFrom = path,
            }
        );
}
