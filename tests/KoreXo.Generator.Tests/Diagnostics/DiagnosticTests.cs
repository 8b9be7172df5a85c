using System.Globalization;
using KoreXo.Diagnostics;
using KoreXo.Generator.Tests.Emit;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Testing.Generators;
using KoreXo.Testing.Http;
using Microsoft.CodeAnalysis;

namespace KoreXo.Generator.Tests.Diagnostics;

/// <summary>Each diagnostic once, as the build prints it: file, line, id, message, and the place in the document.</summary>
public sealed class DiagnosticTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";
    private const string Get = "responses: { '204': { description: Done. } }";

    [Theory]
    [InlineData(
        "a: [1",
        "(2,1): error KXO2001: 'sample.yaml' is neither valid JSON nor valid YAML: While parsing a flow sequence, did not find expected ',' or ']'."
    )]
    [InlineData("", "(1,1): error KXO2001: 'sample.yaml' is neither valid JSON nor valid YAML: the document is empty")]
    [InlineData(
        "openapi: 3.0.3\npaths: { a: 1, a: 2 }",
        "(2,16): error KXO2001: 'sample.yaml' is neither valid JSON nor valid YAML: the member 'a' is given twice (at /paths/a)"
    )]
    [InlineData(
        "a: 1",
        "(1,1): error KXO2002: 'sample.yaml' is not an OpenAPI document that can be used: it has neither an 'openapi' nor a 'swagger' version"
    )]
    [InlineData(
        "openapi: 4.0.0\npaths: {}",
        "(1,1): error KXO2002: 'sample.yaml' is not an OpenAPI document that can be used: version '4.0.0' is not supported; use OpenAPI 3.0, 3.1 or 3.2"
    )]
    [InlineData(
        "swagger: '1.2'\npaths: {}",
        "(1,1): error KXO2002: 'sample.yaml' is not an OpenAPI document that can be used: it has neither an 'openapi' nor a 'swagger' version"
    )]
    [InlineData("openapi: 3.1.0", "(1,1): error KXO2002: 'sample.yaml' is not an OpenAPI document that can be used: it has no 'paths'")]
    [InlineData(
        "openapi: 3.0.3\npaths: []",
        "(1,1): error KXO2002: 'sample.yaml' is not an OpenAPI document that can be used: it has no 'paths'"
    )]
    public Task An_unusable_document_is_told_in_one_diagnostic(string text, string expected) => VerifyAsync(text, expected);

    [Theory]
    [InlineData("#/components/schemas/None", "leads to nothing; correct it or add what it names")]
    [InlineData(
        "other.yaml#/Pet",
        "leaves the document; give the file as an OpenApiPart item, or copy what it refers to into the document"
    )]
    [InlineData(
        "https://example.com/pet.json",
        "leaves the document; give the file as an OpenApiPart item, or copy what it refers to into the document"
    )]
    [InlineData("#/components/schemas/Round", "leads in a circle")]
    public async Task A_broken_reference_leaves_the_rest_usable(string reference, string fault)
    {
        var text =
            Head
            + $$$"""
                paths:
                  /a: { get: { operationId: a, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
                components:
                  schemas:
                    A: { type: object, properties: { good: { type: string }, bad: { $ref: '{{{reference}}}' } } }
                    Round: { $ref: '#/components/schemas/{{{(fault.EndsWith("circle", StringComparison.Ordinal) ? "Round" : "A")}}}' }
                """;
        var run = Sample.Run(Sample.Client(text));

        Assert.Contains(
            $"sample.yaml(7,67): warning KXO2004: The reference '{reference}' {fault} (at /components/schemas/A/properties/bad)",
            run.Diagnostics
        );
        EmittedCode.AssertCompiles(run.Compilation);
        Assert.Contains("global::KoreXo.JsonAny? Bad", run.Source("Sample.Models.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parameters: [{ $ref: '#/no' }]", "/paths/~1a/get/parameters/0")]
    [InlineData("requestBody: { $ref: '#/no' }", "/paths/~1a/get/requestBody")]
    [InlineData(
        "requestBody: { content: { application/json: { schema: { $ref: '#/no' } } } }",
        "/paths/~1a/get/requestBody/content/application~1json/schema"
    )]
    [InlineData("x: 1, responses: { default: { $ref: '#/no' } }", "/paths/~1a/get/responses/default")]
    [InlineData(
        "requestBody: { content: { application/json: { schema: { properties: { example: { $ref: '#/no' } } } } } }",
        "/paths/~1a/get/requestBody/content/application~1json/schema/properties/example"
    )]
    public async Task A_broken_reference_is_found_wherever_it_stands(string member, string pointer)
    {
        var own = member.Contains("responses", StringComparison.Ordinal) ? "" : ", " + Get;
        var run = Sample.Run(
            Sample.Client(
                Head + $"paths: {{ /a: {{ get: {{ operationId: a, {member}{own} }} }}, /b: {{ get: {{ operationId: b, {Get} }} }} }}"
            )
        );

        Assert.EndsWith(
            $"warning KXO2004: The reference '#/no' leads to nothing; correct it or add what it names (at {pointer})",
            Assert.Single(run.Diagnostics),
            StringComparison.Ordinal
        );
        Assert.Contains("BAsync", run.Source("Sample.Client.g.cs"), StringComparison.Ordinal);
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Theory]
    [InlineData("example: { $ref: 'http://example.com' }")]
    [InlineData("examples: { one: { $ref: '#/no' } }")]
    [InlineData("x-more: { $ref: '#/no' }")]
    [InlineData("schema: { type: object, example: { $ref: '#/no' }, default: { $ref: '#/no' } }")]
    public Task A_reference_in_an_example_is_none(string member) =>
        VerifyAsync(
            Head
                + $"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ '200': {{ description: Done., content: {{ application/json: {{ {member} }} }} }} }} }} }} }}"
        );

    [Fact]
    public Task A_mapping_that_leads_nowhere_is_told() =>
        VerifyAsync(
            Head
                + """
                paths:
                  /a: { get: { operationId: a, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } } } } }
                components:
                  schemas:
                    U: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { b: { type: string } } }], discriminator: { propertyName: k, mapping: { x: '#/components/schemas/No' } } }
                    A: { type: object, properties: { k: { type: string } } }
                """,
            "(7,158): info KXO2009: The mapping of 'x' to '#/components/schemas/No', which leads to nothing, is not supported; such a value is read as unknown (at /components/schemas/U/discriminator/mapping/x)"
        );

    [Fact]
    public Task An_operation_id_that_is_taken_is_told() =>
        VerifyAsync(
            Head + $"paths:\n  /a: {{ get: {{ operationId: same, {Get} }} }}\n  /b: {{ get: {{ operationId: same, {Get} }} }}",
            "(5,29): info KXO2005: The operation id 'same' is already taken; the operation is called 'getB' (at /paths/~1b/get)"
        );

    [Fact]
    public async Task Two_documents_cannot_make_one_client()
    {
        var text = Head + $"paths: {{ /a: {{ get: {{ operationId: a, {Get} }} }} }}";

        await GeneratorVerifier.VerifyGeneratorAsync(
            [Sample.Client(text, "one.yaml"), Sample.Client(text, "two.yaml")],
            "two.yaml(1,1): error KXO2007: The client 'Sample.SampleClient' is already made from 'one.yaml'; set ClientName or Namespace on one of the OpenApiSpec items"
        );
    }

    [Theory]
    [InlineData(
        "parameters: [{ name: q, in: filter, schema: { type: object } }]",
        "(3,52)",
        "A parameter without a 'name', or 'in' another place than path, query, querystring, header and cookie, is not supported; it is left out (at /paths/~1a/get/parameters/0)"
    )]
    [InlineData(
        "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Self' } } } }",
        "(4,32)",
        "A schema that contains itself without a member between is not supported; it is treated as any value (at /components/schemas/Self)"
    )]
    public Task What_is_not_supported_is_told(string member, string place, string message) =>
        VerifyAsync(
            Head
                + $"paths: {{ /a: {{ get: {{ operationId: a, {member}{(member.StartsWith("responses", StringComparison.Ordinal) ? "" : ", " + Get)} }} }} }}\ncomponents: {{ schemas: {{ Self: {{ type: array, items: {{ $ref: '#/components/schemas/Self' }} }} }} }}",
            $"{place}: info KXO2009: {message}"
        );

    [Fact]
    public Task An_allOf_that_contains_itself_is_told_once_for_each_way() =>
        VerifyAsync(
            Head
                + """
                paths: { /a: { get: { operationId: a, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Self' } } } } } } } }
                components:
                  schemas:
                    Self: { allOf: [{ $ref: '#/components/schemas/Self' }, { $ref: '#/components/schemas/Self' }, { type: object, properties: { a: { type: string } } }] }
                """,
            "(6,11): info KXO2009: An allOf that contains itself is not supported; its members beyond that are left out (at /components/schemas/Self)",
            "(6,11): info KXO2009: An allOf that contains itself is not supported; its members beyond that are left out (at /components/schemas/Self)"
        );

    [Fact]
    public void Aliases_of_aliases_without_end_are_told_and_end()
    {
        var aliases = string.Concat(
            Enumerable.Range(0, 5_000).Select(static i => $"    A{i}: {{ oneOf: [{{ $ref: '#/components/schemas/A{i + 1}' }}] }}\n")
        );
        var run = Sample.Run(
            Sample.Client(
                Head
                    + $"paths: {{ /a: {{ get: {{ operationId: a, responses: {{ '200': {{ description: Done., content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/A0' }} }} }} }} }} }} }} }}\ncomponents:\n  schemas:\n{aliases}    A5000: {{ type: string }}\n"
            )
        );

        Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Contains("info KXO2009", StringComparison.Ordinal));
        Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Contains("warning KXO2017", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_is_nowhere_is_any_value()
    {
        var text =
            Head + $"paths: {{ /a: {{ post: {{ operationId: a, requestBody: {{ $ref: '#/components/requestBodies/No' }}, {Get} }} }} }}";
        await VerifyAsync(
            text,
            "(3,53): warning KXO2004: The reference '#/components/requestBodies/No' leads to nothing; correct it or add what it names (at /paths/~1a/post/requestBody)"
        );

        using var handler = new RecordingHandler();
        await Sample.RunAsync(Sample.Client(text), "await client.AAsync(5); return \"\";", handler);

        Assert.Equal("5", Assert.Single(handler.Requests).Body);
    }

    [Fact]
    public Task A_path_without_its_parameter_is_told() =>
        VerifyAsync(
            Head + $"paths: {{ '/a/{{id}}': {{ get: {{ operationId: a, {Get} }} }} }}",
            "(3,28): info KXO2010: The path '/a/{id}' and its parameters differ: no path parameter 'id' is described for its '{id}', which is treated as a string (at /paths/~1a~1{id}/get)"
        );

    [Theory]
    [InlineData("ClientName", "not a name", "The OpenApiSpec setting ClientName 'not a name' is invalid; use a C# name")]
    [InlineData("ClientName", "class", "The OpenApiSpec setting ClientName 'class' is invalid; use a C# name")]
    [InlineData("Operation", "get*", "The OpenApiSpec setting 'Operation' is invalid; use 'Operations'")]
    [InlineData("OperationIds", "a", "The OpenApiSpec setting 'OperationIds' is invalid; use 'Operations'")]
    [InlineData("Tag", "pets", "The OpenApiSpec setting 'Tag' is invalid; use 'Tags'")]
    [InlineData("ClassName", "PetsClient", "The OpenApiSpec setting 'ClassName' is invalid; use 'ClientName'")]
    [InlineData("Client", "PetsClient", "The OpenApiSpec setting 'Client' is invalid; use 'ClientName'")]
    [InlineData("Visibility", "internal", "The OpenApiSpec setting 'Visibility' is invalid; use 'Accessibility'")]
    [InlineData("AccessModifier", "internal", "The OpenApiSpec setting 'AccessModifier' is invalid; use 'Accessibility'")]
    [InlineData("RootNamespace", "Pets", "The OpenApiSpec setting 'RootNamespace' is invalid; use 'Namespace'")]
    [InlineData("Accessibility", "protected", "The OpenApiSpec setting Accessibility 'protected' is invalid; use 'public' or 'internal'")]
    public Task A_faulty_setting_is_told(string name, string value, string message) =>
        GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(Head + $"paths: {{ /a: {{ get: {{ operationId: a, {Get} }} }} }}").With(name, value),
            $"sample.yaml(1,1): error KXO2011: {message}"
        );

    [Fact]
    public Task All_faults_of_a_document_are_told_at_once() =>
        VerifyAsync(
            Head
                + $$"""
                x-refusals: [{ seconds: 5 }]
                paths:
                  /a: { get: { operationId: same, x-scopes: [{ scopes: [no] }], {{Get}} } }
                  /b/{id}: { get: { operationId: same, {{Get}} }, post: { {{Get}} } }
                """,
            "(3,14): error KXO2006: The extension 'x-refusals' is invalid: each entry needs the text it 'contains' and the 'seconds' of its window (at /x-refusals)",
            "(5,45): error KXO2012: The scope 'no' is not in x-known-scopes; add it there or correct its spelling (at /paths/~1a/get/x-scopes)",
            "(6,34): info KXO2005: The operation id 'same' is already taken; the operation is called 'getBById' (at /paths/~1b~1{id}/get)",
            "(6,19): info KXO2010: The path '/b/{id}' and its parameters differ: no path parameter 'id' is described for its '{id}', which is treated as a string (at /paths/~1b~1{id}/get)",
            "(6,94): info KXO2010: The path '/b/{id}' and its parameters differ: no path parameter 'id' is described for its '{id}', which is treated as a string (at /paths/~1b~1{id}/post)"
        );

    [Fact]
    public void Every_message_ends_with_how_to_read_the_page_of_its_rule()
    {
        var found = Assert.Single(GeneratorRun.Start(new KoreXoGenerator(), [Sample.Client("a: 1")]).Result.Diagnostics);

        Assert.EndsWith("version (korexo explain KXO2002)", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(("KoreXo.Documents", ""), (found.Descriptor.Category, found.Descriptor.HelpLinkUri));
    }

    [Fact]
    public void Once_the_pages_are_published_a_rule_links_to_its_page_and_the_messages_are_shorter() =>
        Assert.Equal(
            ("https://example.test/rules/KXO2002.md", ""),
            (RuleHelp.Link("KXO2002", "https://example.test/rules/"), RuleHelp.Hint("KXO2002", "https://example.test/rules/"))
        );

    private static Task<GeneratorRun> VerifyAsync(string text, params string[] expected) =>
        GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(text),
            [.. expected.Concat(Summary(expected)).Select(static line => "sample.yaml" + line)]
        );

    /// <summary>The one warning about what is not supported, which follows the informations about its parts.</summary>
    private static IEnumerable<string> Summary(string[] expected)
    {
        const string Part = ": info KXO2009: ";
        var parts = expected.Where(static line => line.Contains(Part, StringComparison.Ordinal)).ToList();
        return parts.Count == 0
            ? []
            :
            [
                parts[0][..parts[0].IndexOf(Part, StringComparison.Ordinal)]
                    + ": warning KXO2017: 'sample.yaml' is not wholly supported: "
                    + string.Join(
                        "; ",
                        parts.Select(static line =>
                            line[(line.IndexOf(Part, StringComparison.Ordinal) + Part.Length)..]
                                .Replace(", is not supported; ", ": ", StringComparison.Ordinal)
                                .Replace(" is not supported; ", ": ", StringComparison.Ordinal)
                        )
                    ),
            ];
    }
}
