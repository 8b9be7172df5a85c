namespace KoreXo.Cli.Tests.Calls;

/// <summary>Which options an operation has, and which of them exclude each other.</summary>
public sealed class CallOptionSetTests
{
    private const string Job = """
        x-job: { status: getJob, pass: { path.id: "$response.body#/id" }, state: /state, running: [busy], succeeded: [done], failed: [error] }
        responses: { '202': { description: Started., content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } } }
        """;

    private const string List = """
        x-paging: { style: offset, in: query, position: skip, size: limit, items: /items }
        parameters: [{ name: skip, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }]
        responses: { '200': { description: Things., content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } } }
        """;

    private const string Json = "responses: { '200': { description: A., content: { application/json: { schema: { type: object } } } } }";
    private const string Bytes =
        "responses: { '200': { description: A., content: { application/pdf: { schema: { type: string, format: binary } } } } }";
    private const string Nothing = "responses: { '204': { description: A. } }";

    private const string Components = """
        schemas:
          Job: { type: object, properties: { id: { type: string }, state: { type: string } } }
          Page: { type: object, properties: { items: { type: array, items: { type: string } } } }
        """;

    private const string GetJob = """
        /jobs/{id}:
          get:
            operationId: getJob
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            responses: { '200': { description: A., content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } } } }
        """;

    private static readonly string[] Own = ["--page-all", "--continue", "--no-wait", "--wait", "--resume", "--out", "--link"];

    [Theory]
    [InlineData(Nothing, "")]
    [InlineData(Json, "--out --link")]
    [InlineData(Bytes, "--out")]
    [InlineData(List, "--page-all --continue")]
    [InlineData(Job, "--no-wait --wait --resume --out --link")]
    public async Task Help_lists_the_options_that_mean_something_for_the_operation(string operation, string options)
    {
        using var document = Document(operation);

        var help = (await Korexo.RunAsync("call", "--document", document.Path, "call-thing", "--help")).Output;

        Assert.Equal(
            options.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Own.Where(option => help.Contains($"\n  {option} ", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(Nothing, "--out", "a.json", "--out is not an option of this operation")]
    [InlineData(Json, "--page-all", "", "--page-all is not an option of this operation")]
    [InlineData(List, "--wait", "5m", "--wait is not an option of this operation")]
    [InlineData(Bytes, "--link", "/a", "--link is not an option of this operation")]
    public async Task An_option_of_other_operations_is_none_of_this_one(string operation, string option, string value, string problem)
    {
        using var document = Document(operation);
        await using var service = new ScriptedService(ScriptedService.Json("{}"));

        var ended = await document.CallAsync(service, value.Length > 0 ? [option, value] : [option]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(problem, ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("--no-wait and --wait cannot be combined: the job is not awaited.", "--no-wait", "--wait", "5m")]
    [InlineData("--no-wait and --out cannot be combined: the job is not awaited.", "--no-wait", "--out", "a.zip")]
    [InlineData("--link is for --out; add --out PATH.", "--link", "/url")]
    [InlineData("--wait is '5', but must be a number of seconds, minutes or hours, such as 90s, 45m or 2h.", "--wait", "5")]
    [InlineData("--wait is '-5m', but must be a number of seconds, minutes or hours, such as 90s, 45m or 2h.", "--wait=-5m")]
    [InlineData("--wait is '1.5h', but must be a number of seconds, minutes or hours, such as 90s, 45m or 2h.", "--wait", "1.5h")]
    public async Task Options_that_contradict_each_other_start_no_job(string problem, params string[] options)
    {
        using var document = Document(Job);
        await using var service = new ScriptedService(ScriptedService.Json("{}"));

        var ended = await document.CallAsync(service, options);

        Assert.Equal((2, "", $"korexo: {problem}"), (ended.ExitCode, ended.Output, ended.Error.TrimEnd()));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_job_is_started_without_waiting_and_awaited_by_its_token()
    {
        using var document = Document(Job);
        await using var service = new ScriptedService(
            ScriptedService.Response("202 Accepted", "application/json", """{"id":"j-1"}"""),
            ScriptedService.Json("""{"id":"j-1","state":"done"}""")
        );

        var started = await document.CallAsync(service, "--no-wait");
        var ended = await document.CallAsync(service, "--resume", started.Output.Trim(), "-o", "jsonl");

        Assert.Equal((0, ""), (started.ExitCode, started.Error));
        Assert.Equal((0, "{\"id\":\"j-1\",\"state\":\"done\"}\n"), (ended.ExitCode, ended.Output));
        Assert.Equal(["/things", "/jobs/j-1"], service.Targets);
    }

    [Fact]
    public async Task A_job_that_fails_has_its_state_and_the_exit_code_of_a_rejection()
    {
        using var document = Document(Job);
        await using var service = new ScriptedService(
            ScriptedService.Response("202 Accepted", "application/json", """{"id":"j-1"}"""),
            ScriptedService.Json("""{"id":"j-1","state":"error"}""")
        );

        var ended = await document.CallAsync(service);

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("error", ended.Error, StringComparison.Ordinal);
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("eyJhIjoxfQ")]
    public async Task A_token_of_something_else_is_refused(string token)
    {
        using var document = Document(Job);
        await using var service = new ScriptedService(ScriptedService.Json("{}"));

        var ended = await document.CallAsync(service, "--resume", token);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.DoesNotContain("(Parameter", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("please report it", ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_misspelled_option_beside_a_token_is_refused()
    {
        using var document = Document(Job);
        await using var service = new ScriptedService(ScriptedService.Json("{}"));

        var ended = await document.CallAsync(service, "--resume", "token", "--wiat", "5m");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("--wiat is not an option of this operation; did you mean '--wait'?", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_values_of_the_format_are_completed()
    {
        using var document = Document(Json);
        var line = $"korexo call --document {document.Path} call-thing --output ";

        var completed = await Korexo.RunAsync($"[suggest:{line.Length}]", line);

        Assert.Equal(
            ["csv", "json", "jsonl", "table"],
            completed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
    }

    private static CalledDocument Document(string operation) => new(operation, Components, others: GetJob);
}
