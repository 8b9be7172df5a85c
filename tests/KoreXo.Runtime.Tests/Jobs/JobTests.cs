using static KoreXo.Runtime.Tests.ExportJob;

namespace KoreXo.Runtime.Tests;

public sealed class JobTests
{
    [Fact]
    public async Task A_failed_job_is_an_exception_with_state_and_body()
    {
        var (fault, _) = await WaitAsync<KoreXoJobFailedException>("""{"_id":"r1","status":"FAILED","message":"no nodes","size":3}""");
        Assert.Equal(("FAILED", "getExportStatus", false), (fault.State, fault.OperationId, fault.MayHaveBeenApplied));
        Assert.Equal("GET /bots/{botId}/export/status: the job started by 'startExport' ended in state 'FAILED', no nodes", fault.Message);
        Assert.Contains("\"size\":3", fault.Body);
        Assert.Equal("r1", fault.JobId);
        Assert.Contains("\"op\":\"startExport\"", Text(fault.ResumeToken!));
    }

    [Fact]
    public async Task A_job_that_does_not_end_is_a_timeout_with_its_last_state()
    {
        var (fault, requests) = await WaitAsync<KoreXoTimeoutException>("""{"_id":"r1","status":"never heard of"}""");
        Assert.Contains("'never heard of'", fault.Message);
        Assert.Equal(TimeSpan.FromMinutes(30), fault.Limit);
        Assert.InRange(requests, 50, 120);
        Assert.Equal("r1", fault.JobId);
        Assert.Contains("\"op\":\"startExport\"", Text(fault.ResumeToken!));
    }

    [Theory]
    [InlineData("""{"_id":"other","status":"success"}""")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"_id":"other","status":"failed"}""")]
    public async Task The_end_of_another_run_is_not_ours(string status) => await WaitAsync<KoreXoTimeoutException>(status);

    [Theory]
    [InlineData("success")]
    [InlineData("SUCCESS")]
    [InlineData("Partial-Success")]
    [InlineData("partial success")]
    public async Task States_compare_without_case_and_separators(string state)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"_id":"r1"}""",
            """{"_id":"r1","status":"pending"}""",
            $$"""{"_id":"r1","status":"{{state}}","name":"done"}"""
        );
        var clock = new ManualClock();
        using var connection = server.Connect(options => options.TimeProvider = clock);
        var job = await StartAsync(connection);
        Assert.Equal((null, null, false), (job.Status, job.State, job.HasCompleted));
        Assert.Equal("r1", job.StartResponse.GetProperty("_id").GetString());

        var status = await clock.RunAsync(job.WaitAsync());

        Assert.Equal(("done", state, true), (status.Name, job.State, job.HasCompleted));
        Assert.Same(status, await job.WaitAsync());
    }

    [Fact]
    public async Task The_status_call_gets_what_start_call_and_answer_gave()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"_id":"r1"}""", """{"_id":"r1","status":"success"}""");
        using var connection = server.Connect();
        await (await StartAsync(connection, "../b?c")).RefreshAsync();
        var request = server.Requests[1];
        Assert.Equal(
            ("GET", "/bots/..%2Fb%3Fc/export/status?kind=bot%20export", """{"exportType":"latest"}"""),
            (request.Method, request.Target, request.Text)
        );
    }

    [Fact]
    public async Task A_start_whose_answer_lacks_the_handle_says_that_the_job_may_run()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"id":"r1"}""");
        using var connection = server.Connect();
        var job = new JobDescriptor<Thing>
        {
            Start = Start,
            Status = new(TestApi.Api, "s", HttpMethod.Get, "/runs/{runId}"),
            Codec = ThingCodec.Instance,
            State = "/status",
            Arguments = [new JobArgument("path.runId", "$response.body#/requestId")],
        };
        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.StartJobAsync(new OperationRequest(Start, "/x"), job, [], null, CancellationToken.None)
        );
        Assert.Contains("lacks $response.body#/requestId", fault.Message);
        Assert.True(fault.MayHaveBeenApplied);
    }

    [Fact]
    public async Task Passing_faults_while_polling_are_asked_again_and_others_are_not()
    {
        var answers = new Queue<(int Status, string Body)>([
            (200, """{"_id":"r1"}"""),
            (503, ""),
            (429, ""),
            (200, """{"_id":"r1","status":"pending"}"""),
            (404, ""),
        ]);
        await using var server = await LoopbackServer.StartAsync(
            (context, _) =>
            {
                var (status, body) = answers.Dequeue();
                return LoopbackServer.WriteAsync(context, body, status, headers: ("Retry-After", "20"));
            }
        );
        var clock = new ManualClock();
        var begun = clock.GetUtcNow();
        using var connection = server.Connect(options => options.TimeProvider = clock);
        var job = await StartAsync(connection);
        var fault = await Assert.ThrowsAsync<KoreXoNotFoundException>(() => clock.RunAsync(job.WaitAsync()));
        Assert.Equal(("r1", job.ResumeToken), (fault.JobId, fault.ResumeToken));
        Assert.Empty(answers);
        Assert.Equal("pending", job.State);
        Assert.True(clock.GetUtcNow() - begun > TimeSpan.FromSeconds(32), "the server's own delay is kept");
    }

    [Fact]
    public async Task Progress_is_told_after_each_question()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"_id":"r1"}""",
            """{"_id":"r1","status":"pending","percent":40}""",
            """{"_id":"r1","status":"success","percent":"?"}"""
        );
        var clock = new ManualClock();
        using var connection = server.Connect(options => options.TimeProvider = clock);
        var told = new List<JobProgress>();
        await clock.RunAsync((await StartAsync(connection)).WaitAsync(progress: new Told(told)));

        Assert.Equal(2, told.Count);
        Assert.Equal((1, "pending", 40d), (told[0].Polls, told[0].State, told[0].Percent));
        Assert.Equal((2, "success", null), (told[1].Polls, told[1].State, told[1].Percent));
        Assert.InRange(told[0].Elapsed, TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(1.2));
        Assert.InRange(told[1].Elapsed - told[0].Elapsed, TimeSpan.FromSeconds(1.2), TimeSpan.FromSeconds(1.8));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_not_the_job()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"_id":"r1"}""");
        using var connection = server.Connect(options => options.TimeProvider = new ManualClock());
        using var cancel = new CancellationTokenSource();
        var job = await StartAsync(connection);
        var wait = job.WaitAsync(cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait)).CancellationToken);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""[{"status":"success"},{"status":"SUCCESS"}]""", true)]
    [InlineData("""[{"status":"success"},{"status":"pending"}]""", false)]
    [InlineData("""[{"status":"success"},{}]""", false)]
    [InlineData("[]", false)]
    public async Task All_parts_must_have_succeeded(string items, bool completed)
    {
        await using var server = await LoopbackServer.AnsweringAsync($$"""{"items":{{items}}}""");
        using var connection = server.Connect();
        var job = connection.ResumeJob(Parts("/items[]/status"), Token("""{"v":1,"op":"startExport","values":{"path.botId":"b"}}"""));
        await job.RefreshAsync();
        Assert.Equal(completed, job.HasCompleted);
    }

    [Theory]
    [InlineData("[]/status")]
    [InlineData("/[]/status")]
    public async Task One_failed_part_fails_the_job_also_in_a_bare_array(string pointer)
    {
        await using var server = await LoopbackServer.AnsweringAsync("""[{"status":"success"},{"status":"failed"},{"status":"pending"}]""");
        using var connection = server.Connect();
        var descriptor = new JobDescriptor<JsonAny>
        {
            Start = Start,
            Status = Status,
            Codec = Codecs.Any,
            State = pointer,
            Succeeded = ["success"],
            Failed = ["failed"],
        };
        var job = connection.ResumeJob(descriptor, Token("""{"v":1,"op":"startExport","values":{"path.botId":"b"}}"""));
        Assert.Equal("failed", (await Assert.ThrowsAsync<KoreXoJobFailedException>(() => job.WaitAsync())).State);
    }

    [Fact]
    public async Task A_job_for_tests_is_done_or_says_what_to_override()
    {
        Assert.Equal(5, await new Job<int>("t", 5, completed: true).WaitAsync());
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => new Job<int>("t", 5, completed: false).WaitAsync());
        Assert.Contains("created for tests", fault.Message);
    }

    [Fact]
    public void A_job_for_tests_that_has_completed_needs_a_status() =>
        Assert.Equal("status", Assert.Throws<ArgumentNullException>(() => new Job<string>("t", status: null, completed: true)).ParamName);

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(0, 0.01)]
    [InlineData(0.01, 0.01)]
    public async Task Polling_does_not_spin_whatever_the_delays_are(double initialDelay, double maxDelay)
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"_id":"r1","status":"pending"}""");
        using var connection = server.Connect();
        var job = await StartAsync(connection);
        var polling = new JobPolling
        {
            InitialDelay = TimeSpan.FromMilliseconds(initialDelay),
            MaxDelay = TimeSpan.FromMilliseconds(maxDelay),
            Timeout = TimeSpan.FromSeconds(1),
        };

        await Assert.ThrowsAsync<KoreXoTimeoutException>(() => job.WaitAsync(polling));

        Assert.InRange(server.Requests.Count - 1, 2, 15);
    }

    [Fact]
    public async Task A_job_shows_its_id_its_progress_and_what_the_start_gave()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"_id":"r1","name":"started"}""",
            """{"_id":"r1","status":"pending","percent":40}"""
        );
        using var connection = server.Connect();
        var job = await connection.StartJobAsync(
            new OperationRequest(Start, "/bots/x/export"),
            Export,
            ThingCodec.Instance,
            [new JobValue("path.botId", "st-1")],
            NoLimit,
            CancellationToken.None
        );
        Assert.Equal(("r1", "started", null), (job.Id, job.StartResponse.Name, job.Percent));

        await job.RefreshAsync();

        Assert.Equal(40d, job.Percent);
        Assert.Equal("r1", connection.ResumeJob(Export, job.ResumeToken).Id);
    }

    [Fact]
    public async Task A_start_response_of_another_shape_does_not_lose_the_job()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"_id":"r1","name":{"odd":1}}""",
            """{"_id":"r1","status":"success","name":"done"}"""
        );
        using var connection = server.Connect();
        var job = await connection.StartJobAsync(
            new OperationRequest(Start, "/bots/x/export"),
            Export,
            ThingCodec.Instance,
            [new JobValue("path.botId", "st-1")],
            NoLimit,
            CancellationToken.None
        );

        var fault = Assert.Throws<KoreXoException>(() => job.StartResponse);
        Assert.Equal((job.ResumeToken, "r1"), (fault.ResumeToken, fault.JobId));
        Assert.Equal("done", (await job.WaitAsync(new JobPolling { InitialDelay = TimeSpan.Zero })).Name);
    }

    [Fact]
    public async Task Impossible_polling_is_refused()
    {
        var job = new Job<int>("t", 5, completed: true);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            job.WaitAsync(new JobPolling { InitialDelay = TimeSpan.FromSeconds(-1) })
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            job.WaitAsync(new JobPolling { InitialDelay = TimeSpan.FromMinutes(1) })
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => job.WaitAsync(new JobPolling { Timeout = TimeSpan.Zero }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            job.WaitAsync(new JobPolling { InitialDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero })
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => job.WaitAsync(new JobPolling { MaxDelay = TimeSpan.FromDays(60) }));
        await Assert.ThrowsAsync<ArgumentException>(() => job.WaitAsync(new JobPolling { FailedStates = [" "] }));
    }

    private static JobDescriptor<Thing> Parts(string state) =>
        new()
        {
            Start = Start,
            Status = Status,
            Codec = ThingCodec.Instance,
            State = state,
            Succeeded = ["success"],
            Failed = ["failed"],
        };

    private static async Task<(T Fault, int Polls)> WaitAsync<T>(string status)
        where T : KoreXoException
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"_id":"r1"}""", status);
        var clock = new ManualClock();
        using var connection = server.Connect(options => options.TimeProvider = clock);
        var job = await StartAsync(connection);
        var fault = await Assert.ThrowsAsync<T>(() => clock.RunAsync(job.WaitAsync()));
        return (fault, server.Requests.Count - 1);
    }

    private sealed class Told(List<JobProgress> list) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => list.Add(value);
    }
}
