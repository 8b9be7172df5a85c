namespace KoreXo.Cli.Tests.Calls;

/// <summary>Options of a call that contradict each other, or whose values nothing can be sent with.</summary>
public sealed class CallOptionTests
{
    private static readonly string[] Call = ["call", "analytics", "list-sessions", "--bot", "st-1"];

    // It said that nothing is sent, and sent the call with the secret of the simulated app.
    [Theory]
    [InlineData(
        "--simulate and --endpoint cannot be combined: a simulated call is not sent to the service.",
        "--simulate",
        "--endpoint",
        "https://a.example"
    )]
    [InlineData("--json and --output csv cannot be combined.", "--json", "--output", "csv")]
    [InlineData("--output is 'xml', but must be json, jsonl, csv or table.", "--output", "xml")]
    [InlineData("--output is 'JSON', but must be json, jsonl, csv or table.", "-o", "JSON")]
    public async Task Options_that_exclude_each_other_are_refused(string message, params string[] options)
    {
        var ended = await Korexo.RunAsync([.. Call, .. options]);

        Assert.Equal((2, "", $"korexo: {message}"), (ended.ExitCode, ended.Output, ended.Error.TrimEnd()));
    }

    [Fact]
    public async Task Json_may_be_said_twice()
    {
        var ended = await Korexo.RunAsync([.. Call, "--json", "--output", "json", "--simulate"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("  status: 404 NotFound\n", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.example")]
    public async Task An_endpoint_that_is_no_address_is_named_by_its_option(string endpoint)
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await platform.CallAsync("analytics", "list-sessions", "--bot", "st-1", "--endpoint", endpoint);

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith("korexo: --endpoint must be an absolute address", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("korexo:Endpoint", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "The manifest '{0}' cannot be read: Could not find file")]
    [InlineData(".", "The manifest '{0}' cannot be read: It is a folder.")]
    public async Task A_manifest_that_is_not_there_is_named(string name, string message)
    {
        await using var platform = await CalledPlatform.StartAsync();
        var path = Path.Combine(platform.Folder, name);

        var ended = await platform.CallAsync("analytics", "list-sessions", "--bot", "st-1", "--manifest", path);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(message.Replace("{0}", path, StringComparison.Ordinal), ended.Error, StringComparison.Ordinal);
        Assert.Empty(platform.Simulator.Requests);
    }

    [Theory]
    [InlineData("@", "names no file; write it behind @.")]
    [InlineData("@missing.json", "names the file 'missing.json', which cannot be read: Could not find file")]
    [InlineData("nonsense", "is not JSON (line 1, byte 2); quote it as in '{\"name\":\"value\"}', or write @FILE.")]
    public async Task A_problem_of_JSON_is_a_sentence_about_its_option(string value, string problem)
    {
        foreach (var option in new[] { "--row", "--body" })
        {
            var ended = await Korexo.RunAsync("call", "data-tables", "insert-row", "--table-name", "Contacts", option, value, "--simulate");

            Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
            Assert.Contains($"\n  {option} {problem}", ended.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task JSON_of_an_editor_of_Windows_is_read()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var row = platform.Write("a row.json", "\uFEFF{\r\n\"Name\": \"José\"\r\n}\r\n");

        var ended = await platform.CallAsync("data-tables", "insert-row", "--table-name", "Contacts", "--row", "@" + row);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("\"Name\": \"José\"", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_about_a_document_of_the_user_names_the_document()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var document = platform.Write(
            "my pets.yaml",
            """
            openapi: 3.0.3
            info: { title: Pets, version: "1" }
            paths: { "/pets/{petId}": { get: { operationId: getPet, parameters: [{ name: petId, in: path, required: true, schema: { type: integer } }], responses: { "204": { description: A pet. } } } } }
            """
        );

        var ended = await Korexo.RunAsync("call", "--document", document, "get-pet", "--pet", "Rex");
        var unknown = await Korexo.RunAsync("call", "--document", document, "get-pets");

        Assert.EndsWith(
            $"\n'korexo call --document '{document}' get-pet --help' lists all arguments.",
            ended.Error.TrimEnd(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            $"korexo: 'get-pets' is not a known operation; did you mean 'get-pet'? 'korexo call --document '{document}' --help' lists the operations.",
            unknown.Error.TrimEnd()
        );
    }

    [Theory]
    [InlineData("", "(1,1): error KXO2001: ")]
    [InlineData("{", "(")]
    [InlineData("a: b", "(1,1): error KXO2002: ")]
    public async Task A_document_without_operations_is_refused_as_a_build_would(string text, string problem)
    {
        await using var platform = await CalledPlatform.StartAsync();
        var document = platform.Write("empty.yaml", text);

        var ended = await Korexo.RunAsync("call", "--document", document, "--help");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(
            $"korexo: --document '{document}' has no operations that can be called:\n{document}{problem}",
            ended.Error,
            StringComparison.Ordinal
        );
    }
}
