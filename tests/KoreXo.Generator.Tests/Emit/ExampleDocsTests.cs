namespace KoreXo.Generator.Tests.Emit;

/// <summary>Examples and exceptions in the documentation of methods, by what the method takes and returns.</summary>
public sealed class ExampleDocsTests
{
    private const string Choice = "{ oneOf: [{ $ref: '#/components/schemas/Web' }, { type: string }] }";

    private const string Body = $"requestBody: {{ required: true, content: {{ application/json: {{ schema: {Choice} }} }} }}";

    private const string Result = "responses: { '200': { description: ok, content: { application/json: { schema: { type: string } } } } }";

    private const string Nothing = "responses: { '204': { description: ok } }";

    [Theory]
    [InlineData($"{Body}, {Nothing}", "/// await client.AddAAsync(id, new AddARequest.Web(web));")]
    [InlineData($"{Body}, {Result}", "/// var result = await client.AddAAsync(id, new AddARequest.Web(web));")]
    [InlineData(
        $"{Body}, parameters: [{{ name: class, in: query, required: true, schema: {{ type: string }} }}], {Nothing}",
        "/// await client.AddAAsync(id, @class, new AddARequest.Web(web));"
    )]
    [InlineData(
        "responses: { '200': { description: ok, content: { text/event-stream: { schema: { type: string } } } } }",
        "/// await foreach (var item in client.AddAAsync(id))"
    )]
    [InlineData(
        "requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }, responses: { '200': { description: ok, content: { application/x-ndjson: { schema: { type: string } } } } }",
        "/// await foreach (var item in client.AddAAsync(id, request))"
    )]
    public void An_example_calls_the_method_with_what_it_requires(string operation, string line) =>
        Assert.Contains(line, EmittedText.Of(Document(operation), "Client"), StringComparison.Ordinal);

    [Theory]
    [InlineData(Nothing)]
    [InlineData(Result)]
    [InlineData($"requestBody: {{ content: {{ text/plain: {{}} }} }}, {Result}")]
    public void What_a_signature_says_has_no_example(string operation) =>
        Assert.DoesNotContain("<example>", EmittedText.Of(Document(operation), "Client"), StringComparison.Ordinal);

    [Theory]
    [InlineData(Nothing, "A required argument is null, or one in the path is empty.")]
    [InlineData($"x-scopes: [{{ scopes: [read] }}], {Nothing}", "A required scope is not granted.")]
    [InlineData(
        $"x-rate-limit: {{ budget: b, limits: [{{ calls: 1, seconds: 1 }}] }}, {Nothing}",
        "The rate limit requires a longer wait than the options allow."
    )]
    [InlineData(Nothing, "No credential fits, or the service rejects it.")]
    [InlineData(Nothing, "The service rejected the request, the request failed, or its outcome is unknown.")]
    public void A_method_says_what_it_throws(string operation, string condition) =>
        Assert.Contains($"\">{condition}</exception>", EmittedText.Of(Document(operation), "Client"), StringComparison.Ordinal);

    [Theory]
    [InlineData($"x-scopes: [{{ scopes: [] }}], {Nothing}", "KoreXoScopeException")]
    [InlineData($"security: [], {Nothing}", "KoreXoAuthenticationException")]
    [InlineData($"security: [{{}}], {Nothing}", "KoreXoAuthenticationException")]
    [InlineData(Nothing, "KoreXoRateLimitException")]
    public void It_does_not_say_what_it_cannot_throw(string operation, string exception) =>
        Assert.DoesNotContain(exception + "\">", EmittedText.Of(Document(operation), "Client"), StringComparison.Ordinal);

    private static string Document(string operation) =>
        $$"""
            openapi: 3.0.3
            info: { title: A, version: "1" }
            security: [{ key: [] }]
            x-known-scopes: [{ name: read }]
            paths: { '/a/{id}': { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], post: { operationId: addA, {{operation}} } } }
            components:
              securitySchemes: { key: { type: apiKey, in: header, name: k } }
              schemas: { Web: { type: object, properties: { page: { type: string } } } }
            """;
}
