namespace KoreXo.Generator.Tests.Emit;

/// <summary>The client class itself: its texts, its constructors, and the methods for jobs.</summary>
public sealed class ClientEmitterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Clients, description: "First line.\n\nSecond <b>line</b>", version: "1" }
        servers: [{ url: 'https://api.test/v1' }, { url: 'https://{region}.test', variables: { region: { default: eu } } }]
        paths:
          /exports:
            post:
              operationId: startExport
              summary: Starts an export
              description: It takes a while.
              externalDocs: { url: 'https://docs.test/a?b="c"&d' }
              deprecated: true
              x-job: { status: getExport, state: /state, pass: { path.id: '$response.body#/id' }, running: [busy], succeeded: [done], failed: [bad] }
              responses: { "200": { description: The export, content: { application/json: { schema: { $ref: '#/components/schemas/Export' } } } } }
          /exports/{id}:
            get: { operationId: getExport, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "200": { description: The state, content: { application/json: { schema: { $ref: '#/components/schemas/Export' } } } } } }
          /items:
            get:
              operationId: listItems
              x-paging: { style: offset, items: /items, position: skip, size: limit, maxSize: 50, more: /more, total: /total }
              parameters: [{ name: skip, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }, { name: kind, in: query, schema: { type: string } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { type: string } }, more: { type: boolean }, total: { type: integer } } } } } } }
        components: { schemas: { Export: { type: object, properties: { id: { type: string }, state: { type: string } } } } }
        """;

    [Theory]
    [InlineData("/// First line.\n/// Second &lt;b&gt;line&lt;/b&gt;")]
    [InlineData("/// <para>Endpoints in the document: https://api.test/v1, https://{region}.test.</para>")]
    [InlineData("public partial class SampleClient : global::KoreXo.ApiClient")]
    [InlineData("protected SampleClient()\n{\n}")]
    [InlineData(
        "public SampleClient(global::KoreXo.KoreXoClientOptions options)\n: base(new global::KoreXo.Runtime.ApiConnection(options), SampleOperations.Api, ownsConnection: true)"
    )]
    public void The_client_says_what_the_document_is_about(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Client"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/// <summary>Starts an export.</summary>")]
    [InlineData("/// <para>It takes a while.</para>")]
    [InlineData("/// <para><c>POST /exports</c></para>")]
    [InlineData("/// <returns>The started job, to wait for now or to resume later.</returns>")]
    [InlineData("/// <returns>The items, fetched page by page during enumeration; no request is sent before that.</returns>")]
    [InlineData("/// <returns>The state.</returns>")]
    [InlineData("/// <seealso href=\"https://docs.test/a?b=&quot;c&quot;&amp;d\"/>")]
    [InlineData("/// var job = await client.StartExportAsync();\n/// var status = await job.WaitAsync();")]
    [InlineData("/// await foreach (var item in client.ListItemsAsync())\n/// {\n///     Console.WriteLine(item);\n/// }")]
    [InlineData("/// <summary>Resumes a job that 'startExport' started, in this process or another.</summary>")]
    [InlineData(
        "public virtual global::KoreXo.Job<Export> ResumeExport(string resumeToken) =>\nConnection.ResumeJob(SampleJobs.StartExport, resumeToken);"
    )]
    [InlineData("[global::System.Obsolete(\"The document marks this as deprecated.\")]\npublic virtual ")]
    public void A_method_says_how_it_is_used(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Client"), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "Style = global::KoreXo.Runtime.PagingStyle.Offset,\nIn = global::KoreXo.Runtime.PagingLocation.Query,\nPosition = \"skip\",\nSize = \"limit\",\nStart = 0,\nMaxSize = 50,\nItems = \"/items\",\nMore = \"/more\",\nTotal = \"/total\","
    )]
    [InlineData(
        "Start = SampleOperations.StartExport,\nStatus = SampleOperations.GetExport,\nCodec = global::Sample.Export.Codec.Instance,\nArguments =\n[\nnew(\"path.id\", \"$response.body#/id\"),\n],\nState = \"/state\",\nRunning = [\"busy\"],\nSucceeded = [\"done\"],\nFailed = [\"bad\"],"
    )]
    public void Pages_and_jobs_are_described_once(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Operations"), StringComparison.Ordinal);

    [Theory]
    [InlineData("public static class SampleSampleClientServiceCollectionExtensions")]
    [InlineData("/// <summary>Registers <see cref=\"global::Sample.SampleClient\"/>.</summary>")]
    [InlineData(
        "static () => global::Sample.SampleOperations.Api, configure, static connection => new global::Sample.SampleClient(connection, ownsConnection: true))"
    )]
    public void A_client_can_be_registered(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Registration"), StringComparison.Ordinal);
}
