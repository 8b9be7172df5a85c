using static KoreXo.Runtime.Tests.ExportJob;

namespace KoreXo.Runtime.Tests;

/// <summary>How the calls of a job are made.</summary>
public sealed class JobCallTests
{
    [Fact]
    public async Task The_headers_of_the_start_are_those_of_the_status_calls()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"_id":"r1"}""", """{"_id":"r1","status":"success"}""");
        using var connection = server.Connect();
        var details = new ResponseDetails();
        var job = await connection.StartJobAsync(
            new OperationRequest(Start, "/bots/x/export"),
            Export,
            [new JobValue("path.botId", "b")],
            new CallOptions
            {
                Details = details,
                Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Trace"] = "t1" },
            },
            CancellationToken.None
        );
        details.CopyFrom(new ResponseDetails());
        await job.RefreshAsync();
        Assert.Equal(["t1", "t1"], server.Requests.Select(static request => request.Headers["X-Trace"]));
        Assert.Equal(0, (int)details.Status); // those of the start
    }

    [Theory]
    [InlineData("path.jobId", "\"..\"")]
    [InlineData("path.jobId", "\"\"")]
    [InlineData("header.X-Job", "\"a\\r\\nb\"")]
    [InlineData("header.X-Job", "\"é\"")]
    public async Task An_id_that_cannot_be_sent_back_is_a_failure_of_the_start(string target, string id)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, $"{{\"_id\":{id}}}"));
        using var connection = handler.Connect();
        var place = target.StartsWith("path", StringComparison.Ordinal) ? "/exports/{jobId}" : "/exports";
        var job = new JobDescriptor<Thing>
        {
            Start = Start,
            Status = new OperationDescriptor(TestApi.Api, "getExport", HttpMethod.Get, place) { Scopes = [] },
            Codec = ThingCodec.Instance,
            State = "/status",
            Arguments = [new JobArgument(target, "$response.body#/_id")],
        };

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.StartJobAsync(new OperationRequest(Start, "/x"), job, [], null, CancellationToken.None)
        );

        Assert.Equal((System.Net.HttpStatusCode.OK, true), (fault.Status, fault.MayHaveBeenApplied));
        Assert.Contains("it may be running", fault.Message);
    }

    [Fact]
    public async Task A_start_that_cannot_be_followed_disposes_its_body()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect();
        var body = JsonBody.Create(new Thing { Name = "a" }, ThingCodec.Instance);
        var job = new JobDescriptor<Thing>
        {
            Start = Start,
            Status = Status,
            Codec = ThingCodec.Instance,
            State = "/status",
            Arguments = [new JobArgument("path.botId", "$url")],
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            connection.StartJobAsync(new OperationRequest(Start, "/x") { Body = body }, job, [], null, CancellationToken.None)
        );
        Assert.Throws<ObjectDisposedException>(() => body.Json);
    }

    [Fact]
    public async Task A_status_call_that_is_forbidden_names_its_resource()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(200),
            ScriptedHandler.Status(403, """{"errors":[{"msg":"The app does not hold the scope 'files:read'."}]}""")
        );
        using var connection = handler.Connect();
        var descriptor = new JobDescriptor<Thing>
        {
            Start = Start,
            Status = new OperationDescriptor(TestApi.Api, "getImport", HttpMethod.Get, "/tables/{table}/import")
            {
                Scopes = [new ScopeRequirement(Credential: null, "files:read") { Resource = "path.table" }],
            },
            Codec = ThingCodec.Instance,
            State = "/status",
        };
        var job = await connection.StartJobAsync(
            new OperationRequest(Start, "/x"),
            descriptor,
            [new JobValue("path.table", "Contacts")],
            null,
            CancellationToken.None
        );
        var fault = await Assert.ThrowsAsync<KoreXoScopeException>(() => job.RefreshAsync());
        Assert.Equal("Contacts", fault.Resource);
    }

    [Fact]
    public async Task What_the_document_says_of_a_parameter_counts_more_than_the_start()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"copyId":"st-2"}""", """{"status":"success"}""");
        using var connection = server.Connect();
        var job = await StartAsync(connection, new JobArgument("path.botId", "$response.body#/copyId"), new JobValue("path.botId", "st-1"));
        await job.RefreshAsync();
        Assert.Equal("/bots/st-2/export/status", server.Requests[1].Target);
    }

    [Fact]
    public async Task A_status_call_whose_path_lacks_a_value_is_a_failure_of_the_start()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => StartAsync(connection, new JobArgument("query.kind", "full")));
        Assert.Equal((System.Net.HttpStatusCode.OK, true), (fault.Status, fault.MayHaveBeenApplied));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_job_that_was_just_started_is_polled_after_the_first_delay()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"_id":"1","status":"success"}"""));
        var clock = new ManualClock();
        using var connection = handler.Connect(clock);
        var job = await connection.StartJobAsync(
            new OperationRequest(Start, "/x"),
            Export,
            ThingCodec.Instance,
            [new JobValue("path.botId", "b")],
            NoLimit,
            CancellationToken.None
        );
        var begun = clock.GetUtcNow();
        Assert.Null(await clock.EndAsync(job.WaitAsync()));
        Assert.InRange((clock.GetUtcNow() - begun).TotalSeconds, 0.8, 1.2);
    }

    private static Task<Job<Thing>> StartAsync(ApiConnection connection, JobArgument argument, params JobValue[] values) =>
        connection.StartJobAsync(
            new OperationRequest(Start, "/x"),
            new JobDescriptor<Thing>
            {
                Start = Start,
                Status = Status,
                Codec = ThingCodec.Instance,
                State = "/status",
                Arguments = [argument],
            },
            values,
            NoLimit,
            CancellationToken.None
        );
}
