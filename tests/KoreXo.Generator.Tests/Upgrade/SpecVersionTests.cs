using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>Which documents can be read, and why others cannot.</summary>
public sealed class SpecVersionTests
{
    [Theory]
    [InlineData("swagger: '2.0'\npaths: {}")]
    [InlineData("swagger: 2.0\npaths: {}")]
    [InlineData("openapi: 3\npaths: {}")]
    [InlineData("openapi: 3.0\npaths: {}")]
    [InlineData("openapi: 3.0.4\npaths: {}")]
    [InlineData("openapi: 3.1.0\nwebhooks: {}")]
    [InlineData("openapi: 3.0.3\nx-webhooks: {}")]
    [InlineData("openapi: 3.1.1\ncomponents: {}")]
    [InlineData("openapi: 3.2.0\npaths: {}")]
    public void A_version_from_2_to_3_2_can_be_read(string yaml) => Assert.Null(Why(yaml));

    [Theory]
    [InlineData("swagger: '1.2'\npaths: {}", "it has neither an 'openapi' nor a 'swagger' version")]
    [InlineData("paths: {}", "it has neither an 'openapi' nor a 'swagger' version")]
    [InlineData("openapi: 4.0.0\npaths: {}", "version '4.0.0' is not supported; use OpenAPI 3.0, 3.1 or 3.2")]
    [InlineData("openapi: '30.1'\npaths: {}", "version '30.1' is not supported; use OpenAPI 3.0, 3.1 or 3.2")]
    [InlineData("openapi: '2.0'\npaths: {}", "version '2.0' is not supported; use OpenAPI 3.0, 3.1 or 3.2")]
    [InlineData("openapi: 3.1.0", "it has no 'paths'")]
    [InlineData("openapi: 3.1.0\nwebhooks: []", "it has no 'paths'")]
    [InlineData("openapi: 3.1.0\npaths: null\nwebhooks: {}", "it has no 'paths'")]
    [InlineData("openapi: 3.1.0\npaths: []\ncomponents: {}", "it has no 'paths'")]
    public void Another_document_says_why_not(string yaml, string reason) => Assert.Equal(reason, Why(yaml));

    private static string? Why(string yaml) => SpecVersion.UnusableBecause(SpecText.Read("x.yaml", yaml, CancellationToken.None));
}
