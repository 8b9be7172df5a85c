namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Jobs that a document describes: which start a status call belongs to, and what it reports.</summary>
public sealed class JobBehaviorsTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Jobs, version: "1" }
        paths:
          /exports:
            post:
              operationId: startExport
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [kind], properties: { kind: { type: string }, deep: { type: boolean }, size: { type: number } } } } } }
              x-job: { status: getExport, pass: { query.kind: $request.body#/kind, query.deep: $request.body#/deep }, state: /state, running: [busy], succeeded: [done] }
              responses: { "202": { description: Started. } }
          /exports/status:
            get:
              operationId: getExport
              parameters:
                - { name: kind, in: query, required: true, schema: { type: string } }
                - { name: deep, in: query, schema: { type: boolean } }
              responses: { "200": { description: So far., content: { application/json: { schema: { type: object, required: [state], properties: { state: { type: string, enum: [busy, done] } } } } } } }
          /scans:
            post:
              operationId: startScan
              parameters: [{ name: ids, in: query, schema: { type: array, items: { type: integer } } }]
              x-job: { status: getScan, pass: { query.ids: $request.query.ids }, state: /state, running: [busy], succeeded: [done] }
              responses: { "202": { description: Started. } }
            get:
              operationId: getScan
              parameters: [{ name: ids, in: query, schema: { type: array, items: { type: integer } } }]
              responses: { "200": { description: So far., content: { application/json: { schema: { type: object, required: [state], properties: { state: { type: string, enum: [busy, done] } } } } } } }
          /imports/{bot}:
            post:
              operationId: startImport
              parameters: [{ name: bot, in: path, required: true, schema: { type: string } }]
              x-job: { status: getImport, pass: { path.bot: $request.path.bot }, state: "/runs[]/state", running: [busy], succeeded: [done], match: { "/runs[]/bot": $request.path.bot } }
              responses: { "202": { description: Started. } }
            get:
              operationId: getImport
              parameters: [{ name: bot, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: So far., content: { application/json: { schema: { type: object, required: [runs], properties: { runs: { type: array, minItems: 1, maxItems: 1, items: { type: object, required: [bot, state], properties: { bot: { type: string }, state: { type: string, enum: [busy, done] } } } } } } } } } }
          /odd:
            post:
              operationId: startOdd
              x-job: { status: getOdd, state: /state, running: [unknown], succeeded: [other] }
              responses: { "202": { description: Started. } }
            get:
              operationId: getOdd
              responses: { "200": { description: So far., content: { application/json: { schema: { type: object, required: [state], properties: { state: { type: string, enum: [running, succeeded] } } } } } } }
          /silent:
            post: { operationId: startSilent, x-job: { status: getSilent, state: /state, running: [a], succeeded: [b] }, responses: { "202": { description: Started. } } }
            get: { operationId: getSilent, responses: { "204": { description: Nothing. } } }
        """;

    [Theory]
    [InlineData("""{"kind":"a"}""", "?kind=a")]
    [InlineData("""{"kind":"a","deep":true}""", "?kind=a&deep=true")]
    [InlineData("""{"kind":"a","deep":false}""", "?deep=false&kind=a")]
    [InlineData("""{"kind":"a b=c&d","deep":null}""", "?kind=a%20b%3Dc%26d", 400)]
    [InlineData("""{"kind":"a b=c&d"}""", "?kind=a%20b%3Dc%26d")]
    [InlineData("""{"kind":""}""", "?kind=")]
    public async Task A_status_call_with_the_values_of_the_start_reports_on_it(string body, string query, int started = 202)
    {
        Assert.Equal(started, (await SendAsync("POST", "/exports", body)).Status);
        if (started == 202)
        {
            Assert.Equal(["busy", "busy", "done", "done"], await StatesAsync("/exports/status" + query));
        }
    }

    [Theory]
    [InlineData("""{"kind":"a"}""", "?kind=b")]
    [InlineData("""{"kind":"a"}""", "?kind=A")]
    [InlineData("""{"kind":"a"}""", "?kind=a&deep=true")]
    [InlineData("""{"kind":"a","deep":true}""", "?kind=a")]
    [InlineData("""{"kind":"a","deep":true}""", "?kind=a&deep=false")]
    public async Task A_status_call_with_other_values_finds_nothing(string body, string query)
    {
        Assert.Equal(202, (await SendAsync("POST", "/exports", body)).Status);

        Assert.Equal(404, (await SendAsync("GET", "/exports/status" + query)).Status);
    }

    [Theory]
    [InlineData("?ids=1&ids=2", "?ids=1&ids=2", 200)]
    [InlineData("?ids=1&ids=2", "?ids=2&ids=1", 404)]
    [InlineData("?ids=1", "?ids=01", 200)]
    [InlineData("", "", 200)]
    [InlineData("", "?ids=1", 404)]
    public async Task A_list_belongs_to_a_start_as_other_values_do(string start, string status, int expected)
    {
        Assert.Equal(202, (await SendAsync("POST", "/scans" + start)).Status);

        Assert.Equal(expected, (await SendAsync("GET", "/scans" + status)).Status);
    }

    [Fact]
    public async Task A_second_start_begins_again()
    {
        await SendAsync("POST", "/exports", """{"kind":"a"}""");
        Assert.Equal(["busy", "busy", "done", "done"], await StatesAsync("/exports/status?kind=a"));

        await SendAsync("POST", "/exports", """{"kind":"a"}""");

        Assert.Equal(["busy", "busy", "done", "done"], await StatesAsync("/exports/status?kind=a"));
    }

    [Fact]
    public async Task A_start_that_is_refused_starts_nothing()
    {
        Assert.Equal(400, (await SendAsync("POST", "/exports", """{"kind":7}""")).Status);

        Assert.Equal(404, (await SendAsync("GET", "/exports/status?kind=7")).Status);
    }

    [Fact]
    public async Task A_status_call_that_is_refused_does_not_count()
    {
        await SendAsync("POST", "/exports", """{"kind":"a"}""");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Equal(400, (await SendAsync("GET", "/exports/status?kind=a&deep=maybe")).Status);
        }

        Assert.Equal(["busy", "busy", "done", "done"], await StatesAsync("/exports/status?kind=a"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a/b")]
    [InlineData("ü")]
    public async Task The_run_in_a_list_is_recognized_by_the_values_that_it_matches(string bot)
    {
        var path = "/imports/" + Uri.EscapeDataString(bot);
        await SendAsync("POST", path);

        var report = (await SendAsync("GET", path)).Success()["runs"]!.AsArray().Single()!;

        Assert.Equal((bot, "busy"), (report["bot"]!.GetValue<string>(), report["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Words_that_the_schema_does_not_have_give_way_to_usual_ones()
    {
        await SendAsync("POST", "/odd");

        Assert.Equal(["running", "running", "succeeded", "succeeded"], await StatesAsync("/odd"));
    }

    [Fact]
    public async Task A_status_without_content_is_found_once_the_job_was_started()
    {
        Assert.Equal(404, (await SendAsync("GET", "/silent")).Status);
        await SendAsync("POST", "/silent");

        Assert.Equal(204, (await SendAsync("GET", "/silent")).Status);
    }

    private async Task<IReadOnlyList<string>> StatesAsync(string path)
    {
        var states = new List<string>();
        for (var call = 0; call < 4; call++)
        {
            states.Add((await SendAsync("GET", path)).Success()["state"]!.GetValue<string>());
        }

        return states;
    }
}
