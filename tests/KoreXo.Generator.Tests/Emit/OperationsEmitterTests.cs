namespace KoreXo.Generator.Tests.Emit;

/// <summary>The descriptors of operations: authentication, retries, rate limits and secrets.</summary>
public sealed class OperationsEmitterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Operations, version: "1" }
        servers: [{ url: 'https://api.test/v1' }]
        security: [{ key: [] }, { oauth: [read] }]
        x-known-scopes: [{ name: read, aliases: [Read] }, { name: write, implies: [read] }]
        x-refusals: [{ contains: 'too "fast"', seconds: 60 }]
        paths:
          /plain/{id}:
            get:
              operationId: getPlain
              parameters: [{ name: id, in: path, required: true, x-sensitive: true, schema: { type: string } }, { name: shop, in: query, required: true, schema: { type: string } }]
              x-rate-limit: { budget: shop, by: [{ in: query, name: shop }], limits: [{ calls: 5, seconds: 1 }, { calls: 100, seconds: 60 }], documented: false }
              x-error: { at: /status, values: [error, 'not "ok"'], text: true }
              x-scopes: [{ credential: key, scopes: [read] }, { scopes: [write] }]
              responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { errors: { type: array, items: { type: string } } } } } } } }
          /open: { get: { operationId: getOpen, security: [], responses: { "200": { description: ok, content: { text/csv: { schema: { type: string } } } } } } }
          /both: { put: { operationId: putBoth, security: [{ key: [], oauth: [write] }, {}], x-idempotent: true, responses: { "204": { description: ok } } } }
          /secret:
            post:
              operationId: addSecret
              x-idempotency-key: Request-Id
              servers: [{ url: 'https://upload.test' }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Outer' } } } }
              responses: { "204": { description: ok } }
          /harmless: { post: { operationId: addHarmless, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Harmless' } } } }, responses: { "204": { description: ok } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a.test', scopes: { read: R., write: W. } } } }
          schemas:
            Outer: { type: object, properties: { inners: { type: array, items: { $ref: '#/components/schemas/Inner' } }, map: { type: object, additionalProperties: { $ref: '#/components/schemas/Choice' } }, open: { type: string } } }
            Inner: { type: object, properties: { pin: { type: string, x-sensitive: true }, outer: { $ref: '#/components/schemas/Outer' } } }
            Choice: { oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Harmless' }] }
            Card: { type: object, required: [number], properties: { number: { type: string, x-sensitive: true }, pin: { type: string, x-sensitive: true } } }
            Harmless: { type: object, required: [note], properties: { note: { type: string } } }
        """;

    [Theory]
    [InlineData("Name = \"Sample\",")]
    [InlineData("new(\"read\", [\"Read\"], []),\nnew(\"write\", [], [\"read\"]),")]
    [InlineData("new(\"too \\\"fast\\\"\", 60),")]
    [InlineData("CredentialKinds = [\"key\", \"oauth\"],")]
    [InlineData("Budgets = [\"shop\"],")]
    [InlineData("Servers = [\"https://api.test/v1\"],")]
    [InlineData("Security = [[new(\"key\")], [new(\"oauth\", \"read\")]],")]
    public void The_document_is_described_once(string text) =>
        Assert.Contains(text, Part("ApiDescription Api = new()", "};"), StringComparison.Ordinal);

    [Theory]
    [InlineData("getPlain", "Idempotent = true,")]
    [InlineData("getPlain", "RateLimit = new(\"shop\", false, [new(5, 1), new(100, 60)]),")]
    [InlineData("getPlain", "Error = new(\"/status\", [\"error\", \"not \\\"ok\\\"\"], true),")]
    [InlineData("getPlain", "Scopes = [new(\"key\", \"read\"), new(null, \"write\")],")]
    [InlineData("getPlain", "SensitiveParameters = [\"id\"],")]
    [InlineData("getPlain", "ErrorsAreData = true,")]
    [InlineData("getOpen", "Anonymous = true,")]
    [InlineData("getOpen", "Accept = \"text/csv, ")]
    [InlineData("putBoth", "Idempotent = true,")]
    [InlineData("putBoth", "Security = [[new(\"key\"), new(\"oauth\", \"write\")], []],")]
    [InlineData("addSecret", "Idempotent = false,")]
    [InlineData("addSecret", "IdempotencyKey = \"Request-Id\",")]
    [InlineData("addSecret", "Server = \"https://upload.test\",")]
    [InlineData("addSecret", "SensitiveMembers = [\"number\", \"pin\"],")]
    public void An_operation_is_described_by_what_its_document_says(string id, string text) =>
        Assert.Contains(text, Operation(id), StringComparison.Ordinal);

    [Theory]
    [InlineData("getOpen", "Sensitive")]
    [InlineData("getOpen", "RateLimit")]
    [InlineData("getOpen", "ErrorsAreData")]
    [InlineData("putBoth", "Anonymous")]
    [InlineData("putBoth", "Error ")]
    [InlineData("addHarmless", "Sensitive")]
    [InlineData("addHarmless", "Server")]
    [InlineData("addHarmless", "IdempotencyKey")]
    public void What_the_document_does_not_say_is_not_there(string id, string text) =>
        Assert.DoesNotContain(text, Operation(id), StringComparison.Ordinal);

    [Theory]
    [InlineData("RateKey = shop,")]
    [InlineData("[global::KoreXo.RequiresScopes(\"read\", Credential = \"key\")]")]
    [InlineData("[global::KoreXo.RequiresScopes(\"write\")]")]
    [InlineData("[global::KoreXo.ApiOperation(\"getPlain\", \"GET\", \"/plain/{id}\")]")]
    [InlineData("/// <para>Carries the credentials 'key' and 'oauth', or no credential.</para>")]
    [InlineData("/// Limited to 5 calls in 1 seconds and 100 calls in 60 seconds (budget 'shop', assumed: ")]
    [InlineData("/// <para>Sends a new 'Request-Id' with each call and repeats it on retries, unless the caller provides one.</para>")]
    [InlineData("/// <para>Sent to https://upload.test, unless the options specify another server.</para>")]
    public void A_method_says_the_same(string text) => Assert.Contains(text, EmittedText.Of(Document, "Client"), StringComparison.Ordinal);

    private static string Operation(string id) => Part($"new(SampleOperations.Api, \"{id}\", ", "};");

    private static string Part(string begin, string end)
    {
        var text = EmittedText.Of(Document, "Operations");
        var start = text.IndexOf(begin, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{begin}' is not emitted.");
        return text[start..text.IndexOf("\n" + end, start, StringComparison.Ordinal)];
    }
}
