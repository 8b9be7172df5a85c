using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Simulation;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Simulation;

/// <summary>A simulator of any document: what it prints, to a person and to a program, and what it does not start with.</summary>
public sealed class SimulatedDocumentTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Notes, version: "1" }
        security: [{ key: [] }, { basic: [] }]
        paths:
          /notes: { get: { operationId: listNotes, responses: { "200": { description: All., content: { application/json: { schema: { type: array, items: { type: string } } } } } } } }
          /notes/{id}: { delete: { operationId: deleteNote, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "204": { description: Gone. } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            basic: { type: http, scheme: basic }
        """;

    private static readonly TimeProvider Clock = new Noon();

    [Fact]
    public async Task A_person_gets_a_line_for_each_credential_and_each_operation()
    {
        using var folder = new SpecFolder().Write("notes.yaml", Document);
        await using var document = await SimulatedDocument.StartAsync(folder.File("notes.yaml"), 0, 1, default);

        var lines = DocumentText.Write(document).Split('\n');

        Assert.Equal($"endpoint  {document.Simulator.Endpoint}", lines[0]);
        Assert.Equal(["basic", "key"], document.Apps.Select(static app => app.Credential).Order(StringComparer.Ordinal));
        Assert.All(document.Apps, app => Assert.Contains($"{app.Credential}  {app.ClientId}  {app.ClientSecret}", lines));
        Assert.Contains(lines, static line => line.StartsWith("GET /notes          ", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("DELETE /notes/{id}  ", StringComparison.Ordinal));
        Assert.Equal("Open the endpoint in a browser to see the requests. Ctrl+C stops the simulator; nothing is kept.", lines[^2]);
    }

    [Fact]
    public async Task A_program_gets_one_line_of_JSON()
    {
        using var folder = new SpecFolder().Write("notes.yaml", Document);
        await using var document = await SimulatedDocument.StartAsync(folder.File("notes.yaml"), 0, 1, default);

        var text = DocumentText.Json(document, Clock);
        var json = JsonNode.Parse(text)!;

        Assert.Single(text.TrimEnd('\n').Split('\n'));
        Assert.Equal(document.Simulator.Endpoint.ToString(), (string?)json["endpoint"]);
        Assert.Equal("2026-02-01T12:00:00Z", (string?)json["credentials"]!["key"]!["tokenExpires"]);
        Assert.Equal(["listNotes", "deleteNote"], json["operations"]!.AsArray().Select(static operation => (string?)operation!["id"]));
        Assert.Equal(["GET", "DELETE"], json["operations"]!.AsArray().Select(static operation => (string?)operation!["method"]));
    }

    [Fact]
    public async Task A_document_without_credentials_says_nothing_about_them()
    {
        using var folder = new SpecFolder().Write(
            "a.yaml",
            "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { responses: { '204': { description: A. } } } } }"
        );
        await using var document = await SimulatedDocument.StartAsync(folder.File("a.yaml"), 0, 1, default);

        Assert.Empty(document.Apps);
        Assert.DoesNotContain("secret", DocumentText.Write(document), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(JsonNode.Parse(DocumentText.Json(document, Clock))!["credentials"]!.AsObject());
    }

    [Fact]
    public async Task A_port_that_somebody_uses_is_named()
    {
        using var folder = new SpecFolder().Write("notes.yaml", Document);
        await using var first = await SimulatedDocument.StartAsync(folder.File("notes.yaml"), 0, 1, default);
        var port = first.Simulator.Endpoint.Port;

        var error = await Assert.ThrowsAsync<CommandException>(() =>
            SimulatedDocument.StartAsync(folder.File("notes.yaml"), port, 1, default)
        );

        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"Cannot listen on port {port}: "),
            error.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(" Choose another port, or omit --port.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "cannot be simulated: it is empty.")]
    [InlineData("a: b", "cannot be simulated: ")]
    [InlineData("openapi: [", "cannot be simulated: ")]
    [InlineData("{\"openapi\":\"3.0.3\"", "cannot be simulated: ")]
    public async Task What_is_no_document_is_refused_with_its_name(string text, string problem)
    {
        using var folder = new SpecFolder().Write("a.yaml", text);

        var error = await Assert.ThrowsAsync<CommandException>(() => SimulatedDocument.StartAsync(folder.File("a.yaml"), 0, 1, default));

        Assert.StartsWith($"{folder.File("a.yaml")} {problem}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.yaml", "cannot be read: Could not find file")]
    [InlineData(".", "cannot be read: It is a folder.")]
    public async Task A_file_that_is_not_there_is_named_with_advice(string name, string problem)
    {
        using var folder = new SpecFolder();

        var error = await Assert.ThrowsAsync<CommandException>(() => SimulatedDocument.StartAsync(folder.File(name), 0, 1, default));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Give the path of an OpenAPI document.", error.Message, StringComparison.Ordinal);
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    }
}
