using KoreXo.Generator.Binding;
using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Where requests go, by the servers of a document, its paths and its operations.</summary>
public sealed class ServerReaderTests
{
    [Theory]
    [InlineData("url: https://api.test/v1/", "https://api.test/v1")]
    [InlineData("url: ' https://api.test '", "https://api.test")]
    [InlineData("url: /v1", "/v1")]
    [InlineData("url: v1/", "/v1")]
    [InlineData("url: /", "/")]
    [InlineData(
        "url: 'https://{zone}.test:{port}/x', variables: { zone: { default: eu }, port: { default: 8443 } }",
        "https://eu.test:8443/x"
    )]
    [InlineData("url: 'https://{zone}.test', variables: { zone: { enum: [eu] } }", null)]
    [InlineData("url: 'https://{zone}.test'", null)]
    [InlineData("url: http://api.test", null)]
    [InlineData("url: http://localhost:5000/v1", "http://localhost:5000/v1")]
    [InlineData("url: http://127.0.0.1", "http://127.0.0.1")]
    [InlineData("url: ftp://api.test", null)]
    [InlineData("url: 5", null)]
    [InlineData("description: None.", null)]
    public void A_server_is_an_address_with_the_defaults_of_its_variables(string server, string? expected) =>
        Assert.Equal(expected, ServerReader.Address(SpecText.Read("x.yaml", $"{{ {server} }}", CancellationToken.None)));

    [Theory]
    [InlineData("swagger: '2.0'\nhost: api.test\nbasePath: /v1\nschemes: [http, https]", "https://api.test/v1")]
    [InlineData("swagger: '2.0'\nhost: api.test\nschemes: [http]", "http://api.test")]
    [InlineData("swagger: '2.0'\nhost: api.test", "https://api.test")]
    [InlineData("servers: [{ url: /v1 }, { url: / }, { description: a }, { url: https://b.test }]", "/v1 https://b.test")]
    [InlineData("servers: [{ url: aa }, { url: bb }, { url: cc }, { url: dd }, { url: ee }, { url: ff }]", "aa bb cc dd ee")]
    public void The_first_servers_of_a_document_are_shown(string members, string expected) =>
        Assert.Equal(expected, string.Join(' ', ServerReader.Read(SpecText.Read("x.yaml", members, CancellationToken.None))));

    [Theory]
    [InlineData("[{ url: https://api.test/v1 }]", null)]
    [InlineData("[{ url: https://API.test/v1/ }]", null)]
    [InlineData("[{ url: https://other.test/x }, { url: https://api.test/v1 }]", null)]
    [InlineData("[{ url: https://api.test/v2 }]", "/v2")]
    [InlineData("[{ url: /v3 }]", "/v3")]
    [InlineData("[{ url: https://other.test/x }]", "https://other.test/x")]
    [InlineData("[{ url: https://api.test:8443/v1 }]", "https://api.test:8443/v1")]
    [InlineData("[{ url: http://api.test }, { url: https://other.test }]", "https://other.test")]
    [InlineData("[]", null)]
    public void An_operation_may_have_a_server_of_its_own(string servers, string? expected)
    {
        var document = Read(servers);

        Assert.Equal(expected, ServerReader.Read(document.Document, Operation(document)));
        Assert.Empty(document.Problems);
    }

    [Theory]
    [InlineData("[{ url: http://api.test }]")]
    [InlineData("[{ url: 'https://{zone}.test' }]")]
    [InlineData("[text]")]
    public void A_server_that_cannot_be_used_is_reported(string servers)
    {
        var document = Read(servers);

        Assert.Null(ServerReader.Read(document.Document, Operation(document)));
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2009 /paths/~1a/get/servers/0: A server whose address is not https, or has a variable without a default,; the operation is sent to the endpoint",
            ],
            document.Problems
        );
    }

    private static OpenApi.Document.SpecOperation Operation(ReadDocument document) =>
        document.Document.Paths.SelectMany(document.Document.Operations).Single();

    private static ReadDocument Read(string servers) =>
        ReadDocument.From(
            $"openapi: 3.0.3\nservers: [{{ url: https://api.test/v1 }}]\npaths: {{ /a: {{ get: {{ servers: {servers}, responses: {{}} }} }} }}"
        );
}
