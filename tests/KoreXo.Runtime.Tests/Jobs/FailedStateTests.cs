namespace KoreXo.Runtime.Tests;

/// <summary>A job that says it failed ends as failed, even if the document declares no failed state.</summary>
public sealed class FailedStateTests
{
    [Theory]
    [InlineData("failed")]
    [InlineData("FAILED")]
    [InlineData("Failure")]
    [InlineData("fail")]
    [InlineData("IMPORT_FAILED")]
    [InlineData("importFailed")]
    [InlineData("ImportFailed")]
    [InlineData("importfailed")]
    [InlineData("Import failed: no nodes")]
    [InlineData("partially-failed")]
    [InlineData("completed with errors")]
    [InlineData("error")]
    [InlineData("Errored")]
    [InlineData("INTERNAL_ERROR")]
    [InlineData("HTTPError500")]
    [InlineData("aborted")]
    [InlineData("ABORT")]
    [InlineData("cancelled")]
    [InlineData("Canceled")]
    [InlineData("user-canceled")]
    [InlineData("cancellation")]
    [InlineData("Rejected")]
    [InlineData("rejected_by_admin")]
    [InlineData("expired")]
    [InlineData("Link Expired")]
    [InlineData("3 failed")]
    [InlineData("no files, failed")]
    [InlineData("any failed")]
    public async Task A_state_whose_words_mean_failure_fails_the_job(string state)
    {
        var fault = await Assert.ThrowsAsync<KoreXoJobFailedException>(() => WaitAsync(state, Job()));
        Assert.Equal(state, fault.State);
        Assert.EndsWith($"ended in state '{state}'", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(fault.ResumeToken);
    }

    [Theory]
    [InlineData("queued")]
    [InlineData("not failed")]
    [InlineData("not yet failed")]
    [InlineData("NO_ERROR")]
    [InlineData("noError")]
    [InlineData("NOERRORS")]
    [InlineData("without any errors")]
    [InlineData("0 errors")]
    [InlineData("error-free")]
    [InlineData("errorless")]
    [InlineData("failover")]
    [InlineData("failSafe")]
    [InlineData("unexpired")]
    [InlineData("mirroring")]
    [InlineData("not been rejected")]
    [InlineData("no known errors")]
    [InlineData("no longer failing")]
    [InlineData("not - failed")]
    [InlineData("zero errors")]
    [InlineData("never failed")]
    [InlineData("non-failed")]
    [InlineData("errors: none")]
    [InlineData("errors: 0")]
    [InlineData("")]
    [InlineData("-")]
    public async Task Any_other_unknown_state_is_polled_on(string state) =>
        Assert.Contains(
            $"its last state was '{state}'",
            (await Assert.ThrowsAsync<KoreXoTimeoutException>(() => WaitAsync(state, Job()))).Message
        );

    [Theory]
    [InlineData("failed", "running")]
    [InlineData("Error-Handling", "running")]
    [InlineData("FAILED", "succeeded")]
    [InlineData("partially failed", "partial")]
    public async Task What_the_document_says_of_a_state_counts_more_than_its_words(string state, string documented)
    {
        var job = new JobDescriptor<Thing>
        {
            Start = Job().Start,
            Status = Job().Status,
            Codec = ThingCodec.Instance,
            State = "/status",
            Running = documented == "running" ? ["failed", "error_handling"] : [],
            Succeeded = documented == "succeeded" ? ["failed"] : [],
            Partial = documented == "partial" ? ["partially_failed"] : [],
        };

        var fault = await Record.ExceptionAsync(() => WaitAsync(state, job));

        Assert.Equal(documented == "running" ? typeof(KoreXoTimeoutException) : null, fault?.GetType());
    }

    [Theory]
    [InlineData("Import_Stuck", "import stuck")]
    [InlineData("paused", "PAUSED")]
    [InlineData("success", "success")]
    public async Task A_caller_may_name_more_states_that_fail_a_job(string state, string named)
    {
        var fault = await Assert.ThrowsAsync<KoreXoJobFailedException>(() => WaitAsync(state, Job(), named));
        Assert.Equal(state, fault.State);
    }

    private static JobDescriptor<Thing> Job() =>
        new()
        {
            Start = new OperationDescriptor(TestApi.Api, "startImport", HttpMethod.Post, "/import"),
            Status = new OperationDescriptor(TestApi.Api, "getImportStatus", HttpMethod.Get, "/import") { Idempotent = true },
            Codec = ThingCodec.Instance,
            State = "/status",
            Running = ["pending"],
            Succeeded = ["success"],
        };

    private static async Task<Thing> WaitAsync(string state, JobDescriptor<Thing> descriptor, params string[] failedStates)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, $$"""{"status":"{{state}}"}"""));
        using var connection = handler.Connect(clock);
        var job = await connection.StartJobAsync(
            new OperationRequest(descriptor.Start, "/import"),
            descriptor,
            [],
            null,
            CancellationToken.None
        );
        return await clock.RunAsync(job.WaitAsync(new JobPolling { FailedStates = failedStates, Timeout = TimeSpan.FromMinutes(2) }));
    }
}
