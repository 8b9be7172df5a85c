using System.Text.Json.Nodes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Simulation;

/// <summary><c>korexo simulate FILE</c>: the service of any document from a shell.</summary>
public sealed class SimulateDocumentTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Notes, version: "1" }
        security: [{ key: [] }]
        paths:
          /notes:
            post:
              operationId: createNote
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }
              responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } }
          /notes/{id}:
            get:
              operationId: getNote
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } }
          /weather: { get: { operationId: getWeather, responses: { "200": { description: Sun. } } } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          schemas: { Note: { type: object, required: [text], properties: { id: { type: string, readOnly: true }, text: { type: string } } } }
        """;

    [Fact]
    public async Task The_list_says_what_is_kept_and_what_is_answered_from_the_schema()
    {
        using var folder = new DocumentFolder(Document);

        var result = await Korexo.RunAsync("simulate", folder.Path, "--list");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            """
            POST /notes      creates in /notes
            GET /notes/{id}  gets from /notes
            GET /weather     from schema
            3 operations: 2 with state, 1 with responses from the schema.

            """,
            result.Output
        );
    }

    [Fact]
    public async Task A_document_in_several_files_is_simulated_as_one()
    {
        using var folder = new SpecFolder()
            .Write("notes.yaml", Document.Replace("#/components/schemas/Note", "parts.yaml#/Note", StringComparison.Ordinal))
            .Write("parts.yaml", "Note: { type: object, properties: { text: { $ref: 'texts.yaml#/Text' } } }")
            .Write("texts.yaml", "Text: { type: string, maxLength: 5 }");

        await using var simulator = await RunningSimulator.StartAsync(folder.File("notes.yaml"));
        using var http = new HttpClient { BaseAddress = new Uri(simulator.Printed["endpoint"]!.GetValue<string>()) };
        http.DefaultRequestHeaders.Add("X-Key", simulator.Printed["credentials"]!["key"]!["clientSecret"]!.GetValue<string>());
        using var body = new StringContent("""{"text":"too long"}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("/notes", UriKind.Relative), body);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_reference_that_leads_nowhere_in_another_file_is_named()
    {
        using var folder = new SpecFolder()
            .Write("notes.yaml", Document.Replace("#/components/schemas/Note", "parts.yaml#/Memo", StringComparison.Ordinal))
            .Write("parts.yaml", "Note: { type: string }");

        var result = await Korexo.RunAsync("simulate", folder.File("notes.yaml"), "--list");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("the reference 'parts.yaml#/Memo' leads to nothing in that file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_service_keeps_what_is_created()
    {
        using var folder = new DocumentFolder(Document);
        await using var simulator = await RunningSimulator.StartAsync(folder.Path);
        using var http = new HttpClient { BaseAddress = new Uri(simulator.Printed["endpoint"]!.GetValue<string>()) };
        http.DefaultRequestHeaders.Add("X-Key", simulator.Printed["credentials"]!["key"]!["clientSecret"]!.GetValue<string>());

        using var created = await http.PostAsync(
            new Uri("/notes", UriKind.Relative),
            new StringContent("""{"text":"hello"}""", System.Text.Encoding.UTF8, "application/json")
        );
        var note = await created.Content.ReadAsStringAsync();
        var got = await http.GetStringAsync(new Uri($"/notes/{JsonNode.Parse(note)!["id"]}", UriKind.Relative));

        Assert.Equal(201, (int)created.StatusCode);
        Assert.Equal(note, got);
        Assert.Equal("Create", simulator.Printed["operations"]![0]!["effect"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("--table", "Contacts", "--table is for the platform; leave it out, or the document.")]
    [InlineData("--seed", "seed.json", "--seed 'seed.json' is not a whole number")]
    public async Task Options_of_the_platform_are_no_options_of_a_document(string option, string value, string message)
    {
        using var folder = new DocumentFolder(Document);

        var result = await Korexo.RunAsync("simulate", folder.Path, option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_an_error_is_named_with_its_line()
    {
        using var folder = new DocumentFolder(
            "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      parameters:\n        - $ref: other.yaml#/x\n      responses: {}"
        );

        var result = await Korexo.RunAsync("simulate", folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("line 6: the reference 'other.yaml#/x' leaves the document", result.Error, StringComparison.Ordinal);
    }

    private sealed class DocumentFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

        public DocumentFolder(string text)
        {
            Path = System.IO.Path.Combine(_folder.FullName, "notes.openapi.yaml");
            File.WriteAllText(Path, text);
        }

        public string Path { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
