using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Scopes that a document says are granted on each resource, from its text to the check before a call.</summary>
public sealed class ScopeResourceTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Tables, version: "1" }
        security: [{ key: [] }]
        x-known-scopes: [{ name: read }, { name: write }]
        paths:
          /tables/{class}:
            parameters: [{ name: class, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getRows
              x-scopes: [{ credential: data, scopes: [read], resource: class }, { credential: admin, scopes: [write] }]
              responses: { "204": { description: ok } }
            post:
              operationId: startImport
              x-scopes: [{ credential: data, scopes: [write], resource: class }]
              x-job: { status: getImport, pass: { path.class: "$request.path.class" }, state: /state, running: [busy], succeeded: [done] }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Import" } } } } }
          /imports/{class}:
            get:
              operationId: getImport
              x-scopes: [{ credential: data, scopes: [read], resource: class }]
              parameters: [{ name: class, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Import" } } } } }
          /fixed/{table}:
            get:
              operationId: getFixed
              x-scopes: [{ credential: data, scopes: [read], resource: table }]
              parameters: [{ name: table, in: path, required: true, schema: { type: string, enum: [Fixed] } }]
              responses: { "204": { description: ok } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: auth } }
          schemas: { Import: { type: object, properties: { state: { type: string } } } }
        """;

    [Fact]
    public void The_attributes_name_the_parameter_of_the_method_or_the_only_value()
    {
        var client = Sample
            .Run(Sample.Client(Document))
            .Result.GeneratedSources.Single(static file => file.HintName.EndsWith("Client.g.cs", StringComparison.Ordinal));
        var attributes = client
            .SourceText.ToString()
            .Split('\n')
            .Where(static line => line.Contains("RequiresScopes", StringComparison.Ordinal))
            .Select(static line => line.Trim()["[global::KoreXo.".Length..]);

        Assert.Equal(
            [
                """RequiresScopes("read", Credential = "data", ResourceParameter = "class")]""",
                """RequiresScopes("write", Credential = "admin")]""",
                """RequiresScopes("write", Credential = "data", ResourceParameter = "class")]""",
                """RequiresScopes("read", Credential = "data")]""",
                """RequiresScopes("read", Credential = "data", ResourceParameter = "class")]""",
                """RequiresScopes("read", Credential = "data", Resource = "Fixed")]""",
            ],
            attributes
        );
    }

    [Fact]
    public async Task Calls_and_the_status_calls_of_a_job_are_judged_for_their_resource()
    {
        var told = await Sample.RunAsync(
            Sample.Client(Document),
            """
            var manifest = new ScopeManifest("ci", [], [new("data", "A", ["read", "write"]), new("data", "Fixed", ["read"])]);
            var limited = new SampleClient(
                new KoreXoClientOptions { Endpoint = new Uri("https://api.test/"), Credential = new BearerCredential("token"), Scopes = manifest }, http);
            await limited.GetRowsAsync("A");
            await limited.GetFixedAsync();
            await (await limited.StartImportAsync("A")).WaitAsync();
            try { await limited.GetRowsAsync("B"); }
            catch (KoreXoScopeException missing) { return $"{missing.Resource}: {string.Join(',', missing.MissingScopes)}"; }
            return "sent";
            """,
            new RecordingHandler("", "", """{"state":"busy"}""", """{"state":"done"}""")
        );

        Assert.Equal("B: read", told);
    }
}
