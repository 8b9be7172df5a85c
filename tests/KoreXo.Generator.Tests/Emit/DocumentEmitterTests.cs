using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Which files a document becomes, and that each of them compiles beside those of other documents.</summary>
public sealed class DocumentEmitterTests
{
    private const string Get = "get: { operationId: getA, responses: { '204': { description: ok } } }";

    private const string Hook =
        "webhooks: { done: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }, responses: {} } } }";

    [Theory]
    [InlineData($"paths: {{ /a: {{ {Get} }} }}", "Client Json Models Operations Registration")]
    [InlineData(Hook, "Json Models Webhooks")]
    [InlineData($"paths: {{ /a: {{ {Get} }} }}\n{Hook}", "Client Json Models Operations Registration Webhooks")]
    [InlineData("paths: {}", "")]
    [InlineData("components: { schemas: { A: { type: object, properties: { a: { type: string } } } } }", "")]
    public void A_document_has_the_files_that_it_has_something_for(string members, string files)
    {
        var run = Run($"openapi: 3.1.0\ninfo: {{ title: A, version: '1' }}\n{members}");

        Assert.Null(run.Result.Exception);
        Assert.Equal(
            files,
            string.Join(
                ' ',
                run.Files.Where(static file => file.StartsWith("Sample.", StringComparison.Ordinal))
                    .Select(static file => file.Split('.')[1])
                    .Order(StringComparer.Ordinal)
            )
        );
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Theory]
    [InlineData("Sample.event.class", "SampleClient")]
    [InlineData("Sample.Größe", "ÄClient")]
    [InlineData("System", "StringClient")]
    [InlineData("KoreXo", "JobClient")]
    [InlineData("A", "A")]
    public void A_client_may_be_called_like_something_else(string ns, string client)
    {
        var run = Sample.Run(
            new TestDocument("sample.yaml", $"openapi: 3.1.0\ninfo: {{ title: A, version: '1' }}\npaths: {{ /a: {{ {Get} }} }}\n{Hook}")
                .With("Namespace", ns)
                .With("ClientName", client)
        );

        Assert.Null(run.Result.Exception);
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Fact]
    public void Two_documents_with_the_same_types_do_not_meet()
    {
        const string text =
            "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: { post: { operationId: addA, requestBody: { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/A' } } } } }, responses: { '204': { description: ok } } } } }\ncomponents: { schemas: { A: { type: object, properties: { a: { type: string } } } } }";
        var run = Sample.Run(
            Sample.Client(text),
            new TestDocument("other.yaml", text).With("Namespace", "Other").With("ClientName", "OtherClient")
        );

        Assert.Empty(run.Diagnostics);
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Theory]
    [InlineData("a: [1\nb: 2", "(1,4): error KXO2001")]
    [InlineData("a: 1\0", "(1,5): error KXO2001")]
    [InlineData("a: *x", "(1,4): error KXO2001")]
    [InlineData("{", "(")]
    public void A_text_that_cannot_be_read_is_an_error_with_a_place_and_not_a_crash(string text, string expected)
    {
        var run = Run(text);

        Assert.Null(run.Result.Exception);
        Assert.StartsWith("sample.yaml" + expected, Assert.Single(run.Diagnostics), StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string text) => Sample.Run(Sample.Client(text));
}
