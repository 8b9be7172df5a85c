using static KoreXo.Runtime.Tests.ExportJob;

namespace KoreXo.Runtime.Tests;

/// <summary>A job is resumed from its token, by another client or in another process.</summary>
public sealed class JobResumeTests
{
    [Fact]
    public async Task A_job_is_resumed_in_another_process_by_a_token_without_secrets()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"_id":"r1"}""",
            """{"_id":"r0","status":"success"}""",
            """{"_id":"r1","status":"success","name":"done"}"""
        );
        string token;
        using (var connection = server.Connect())
        {
            token = (await StartAsync(connection)).ResumeToken;
        }

        Assert.Equal(
            """{"v":1,"op":"startExport","values":{"path.botId":"st-1","body.exportType":"latest","query.kind":"bot export"},"match":{"/_id":"r1"}}""",
            Text(token)
        );
        using var other = server.Connect();
        var job = other.ResumeJob(Export, token);
        await job.RefreshAsync();
        Assert.False(job.HasCompleted);
        await job.RefreshAsync();
        Assert.Equal((true, "done", token), (job.HasCompleted, job.Status!.Name, job.ResumeToken));
        Assert.Equal("""{"exportType":"latest"}""", server.Requests[2].Text);
    }

    [Fact]
    public async Task A_resumed_job_is_asked_for_at_once()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"status":"success"}""");
        using var connection = server.Connect(options => options.TimeProvider = new ManualClock());
        var polls = new Polls();
        await connection.ResumeJob(Export, Token("""{"v":1,"op":"startExport","values":{"path.botId":"b"}}""")).WaitAsync(progress: polls);
        Assert.Single(server.Requests);
        Assert.Equal((1, TimeSpan.Zero), (polls.Last.Polls, polls.Last.Elapsed));
    }

    [Theory]
    [InlineData("""{"v":1,"op":"startImport","values":{}}""", "belongs to operation 'startImport', not to 'startExport'")]
    [InlineData("""{"v":7,"op":"startExport","values":{}}""", "version 7; this library reads version 1")]
    [InlineData("""{"op":"startExport"}""", "is not a resume token")]
    [InlineData("""{"v":1,"op":"startExport","values":{}}""", "lacks 'path.botId'")]
    [InlineData("""{"v":1,"op":"startExport","values":5}""", "lacks 'path.botId'")]
    [InlineData("""{"v":1,"op":"startExport","values":{"path.botId":".."}}""", "path")]
    [InlineData("\"text\"", "is not a resume token")]
    public void A_token_that_is_not_ours_says_so(string json, string reason)
    {
        using var connection = new ApiConnection(new KoreXoClientOptions { Endpoint = new Uri("https://example.com") });
        var fault = Assert.Throws<ArgumentException>(() => connection.ResumeJob(Export, Token(json)));
        Assert.Contains(reason, fault.Message);
    }

    private sealed class Polls : IProgress<JobProgress>
    {
        public JobProgress Last { get; private set; }

        public void Report(JobProgress value) => Last = value;
    }
}
