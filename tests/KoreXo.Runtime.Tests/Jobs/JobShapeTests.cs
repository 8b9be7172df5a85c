using static KoreXo.Runtime.Tests.ExportJob;

namespace KoreXo.Runtime.Tests;

/// <summary>What a document may say about a job: where its states are, and what its status call needs.</summary>
public sealed class JobShapeTests
{
    private static readonly OperationDescriptor RunStatus = new(TestApi.Api, "getRun", HttpMethod.Post, "/bots/{botId}/runs/{runId}/status")
    {
        Scopes = [],
    };

    [Fact]
    public async Task The_status_call_gets_parameters_of_every_kind()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"id":7,"run":{"x":1}}""", "{}");
        using var connection = server.Connect();
        var job = await connection.StartJobAsync(
            new OperationRequest(Start, "/start"),
            Job(
                "/status",
                new JobArgument("path.runId", "$response.body#/id"),
                new JobArgument("query.lang", "$request.header.X-Lang"),
                new JobArgument("query.none", "$request.query.none"),
                new JobArgument("header.X-Kind", "full export"),
                new JobArgument("header.X-Run", "$response.body#/id"),
                new JobArgument("body.run", "$response.body#/run"),
                new JobArgument("body.id", "$response.body#/id")
            ),
            [new JobValue("path.botId", "b 1"), new JobValue("header.X-Lang", "de")],
            null,
            CancellationToken.None
        );
        await job.RefreshAsync();

        var request = server.Requests[1];
        Assert.Equal("/bots/b%201/runs/7/status?lang=de", request.Target);
        Assert.Equal(("full export", "7"), (request.Headers["X-Kind"], request.Headers["X-Run"]));
        Assert.Equal("""{"run":{"x":1},"id":7}""", request.Text);
        Assert.Equal("7", job.Id);
    }

    [Fact]
    public async Task A_status_call_without_members_of_a_body_has_none()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        await Resume(connection, Job("/status")).RefreshAsync();
        Assert.Equal(("/bots/b/runs/r/status", ""), (server.Only.Target, server.Only.Text));
    }

    [Fact]
    public async Task An_expression_that_is_not_supported_is_an_error_before_the_start()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect();
        foreach (
            var job in new[]
            {
                Job("/status", new JobArgument("path.runId", "$url")),
                new JobDescriptor<JsonAny>
                {
                    Start = Start,
                    Status = RunStatus,
                    Codec = Codecs.Any,
                    State = "/status",
                    Match = [new JobMatch("/id", "$method")],
                },
            }
        )
        {
            var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                connection.StartJobAsync(new OperationRequest(Start, "/start"), job, [], null, CancellationToken.None)
            );
            Assert.Contains("which is not supported", fault.Message);
        }

        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task What_the_request_does_not_have_is_left_out_of_the_token()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"id":null}"""));
        using var connection = handler.Connect();
        var descriptor = new JobDescriptor<JsonAny>
        {
            Start = Start,
            Status = Status,
            Codec = Codecs.Any,
            State = "/status",
            Arguments =
            [
                new JobArgument("body.kind", "$request.body#/kind"),
                new JobArgument("body.all", "$request.body#"),
                new JobArgument("query.q", "$request.query.q"),
            ],
            Match = [new JobMatch("/id", "$response.body#/id")],
        };
        var job = await connection.StartJobAsync(
            new OperationRequest(Start, "/start"),
            descriptor,
            [new JobValue("path.botId", "b")],
            null,
            CancellationToken.None
        );
        Assert.Equal("""{"v":1,"op":"startExport","values":{"path.botId":"b"}}""", Text(job.ResumeToken));
        Assert.Null(job.Id);
    }

    [Theory]
    [InlineData("/status", """{"status":"Success"}""", "completed, state 'Success'")]
    [InlineData("/status", """{"status":"waiting","percent":40.25}""", "running, state 'waiting', 40.3 %")]
    [InlineData("/status", """{"status":"waiting","percent":"40"}""", "running, state 'waiting'")]
    [InlineData("/status", """{"status":5}""", "running, state '5'")]
    [InlineData("/status", """{"status":["success"]}""", "running, state 'unknown'")]
    [InlineData("/status", """{"status":{"success":1}}""", "running, state 'unknown'")]
    [InlineData("/status", "[]", "running, state 'unknown'")]
    [InlineData("/parts[]/jobs[]/status", """{"parts":[{"jobs":[{"status":"success"}]},{"jobs":[]}]}""", "completed, state 'success'")]
    [InlineData("/parts[]/jobs[]/status", """{"parts":[{"jobs":[{"status":"success"}]},{}]}""", "running, state 'unknown'")]
    [InlineData("/parts[]", """{"parts":["success","later","other"]}""", "running, state 'later'")]
    [InlineData("/parts[]", """{"parts":{"0":"success"}}""", "running, state 'unknown'")]
    [InlineData("parts[]/status", """{"parts":[{"status":"success"}]}""", "completed, state 'success'")]
    public async Task A_job_shows_the_state_that_decides(string pointer, string status, string shown)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, status));
        using var connection = handler.Connect();
        var job = Resume(connection, Job(pointer));
        Assert.Equal("running, state 'unknown'", job.ToString());
        await job.RefreshAsync();
        Assert.Equal(shown, job.ToString());
    }

    [Fact]
    public async Task A_status_that_is_null_is_an_error()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, "null"));
        using var connection = handler.Connect();
        var descriptor = new JobDescriptor<Thing?>
        {
            Start = Start,
            Status = RunStatus,
            Codec = new NullableReferenceCodec<Thing>(ThingCodec.Instance),
            State = "/status",
        };
        var job = connection.ResumeJob(descriptor, RunToken);
        Assert.Contains("is null", (await Assert.ThrowsAsync<KoreXoException>(() => job.RefreshAsync())).Message);
    }

    [Fact]
    public async Task A_status_call_counts_against_the_rate_limit_of_its_own_argument()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(new ManualClock(), static options => options.MaxRateLimitWait = TimeSpan.Zero);
        var descriptor = new JobDescriptor<JsonAny>
        {
            Start = Start,
            Status = new OperationDescriptor(TestApi.Api, "getRun", HttpMethod.Get, RunStatus.Path)
            {
                Scopes = [],
                RateLimit = new RateLimit("request", Documented: true, [new RateLimitWindow(1, 60)]),
            },
            Codec = Codecs.Any,
            State = "/status",
            StatusRateKey = "path.runId",
        };
        var other = Token("""{"v":1,"op":"startExport","values":{"path.botId":"b","path.runId":"other"}}""");
        await connection.ResumeJob(descriptor, RunToken).RefreshAsync();
        await connection.ResumeJob(descriptor, other).RefreshAsync();
        await Assert.ThrowsAsync<KoreXoRateLimitException>(() => connection.ResumeJob(descriptor, RunToken).RefreshAsync());
    }

    [Fact]
    public async Task A_start_without_a_body_starts_a_job_all_the_same()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(204, ""), ScriptedHandler.Status(200, """{"status":"success"}"""));
        using var connection = handler.Connect();
        var descriptor = Job("/status", new JobArgument("path.runId", "latest"));
        var job = await connection.StartJobAsync(
            new OperationRequest(Start, "/start"),
            descriptor,
            [new JobValue("path.botId", "b")],
            null,
            CancellationToken.None
        );
        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, job.StartResponse.ValueKind);
        await job.WaitAsync(new JobPolling { InitialDelay = TimeSpan.Zero });
        Assert.True(job.HasCompleted);
    }

    [Fact]
    public void A_job_for_tests_has_the_start_response_that_it_was_given()
    {
        Assert.Equal(3, new Job<string, int?>("t", "ok", completed: true, startResponse: 3).StartResponse);
        var fault = Assert.Throws<KoreXoException>(() => new Job<string, string>("t", "ok", completed: true).StartResponse);
        Assert.Contains("created without one", fault.Message);
        Assert.Throws<ArgumentNullException>(() => new Job<string>(null!, "ok", completed: true));
    }

    private static string RunToken => Token("""{"v":1,"op":"startExport","values":{"path.botId":"b","path.runId":"r"}}""");

    private static Job<JsonAny> Resume(ApiConnection connection, JobDescriptor<JsonAny> job) => connection.ResumeJob(job, RunToken);

    private static JobDescriptor<JsonAny> Job(string state, params JobArgument[] arguments) =>
        new()
        {
            Start = Start,
            Status = RunStatus,
            Codec = Codecs.Any,
            State = state,
            Percent = "/percent",
            Succeeded = ["success"],
            Arguments = arguments,
        };
}
