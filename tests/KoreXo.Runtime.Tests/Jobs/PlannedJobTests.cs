using FsCheck;
using FsCheck.Fluent;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// Whatever a server responds about a job, and however often the waiting process is replaced: the wait ends as documented, or at its
/// timeout.
/// </summary>
public sealed class PlannedJobTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    private static readonly JobDescriptor<JsonAny> Job = new()
    {
        Start = new OperationDescriptor(TestApi.Api, "startJob", HttpMethod.Post, "/jobs") { Scopes = [] },
        Status = new OperationDescriptor(TestApi.Api, "getJob", HttpMethod.Get, "/jobs/{jobId}") { Scopes = [] },
        Codec = Codecs.Any,
        Arguments = [new JobArgument("path.jobId", "$response.body#/_id")],
        State = "/parts[]/status",
        Running = ["pending", "in progress"],
        Succeeded = ["success"],
        Partial = ["partly done"],
        Failed = ["failed"],
        Match = [new JobMatch("/run", "$response.body#/_id")],
    };

    [Fact]
    public void A_wait_ends_as_the_answers_say() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Fuzz.Cases).WithEndSize(60),
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes => RunAsync(JobPlan.Read(bytes)).GetAwaiter().GetResult())
        );

    [Fact]
    public async Task Every_kind_of_answer_before_every_end_is_met()
    {
        foreach (var kind in Enum.GetValues<JobPlan.Kind>())
        {
            foreach (var state in new[] { "success", "partly done", "failed", "pending", "brewing" })
            {
                var first = new JobPlan.Step(kind, ["pending"], 40);
                await RunAsync(
                    new JobPlan(
                        [
                            first,
                            new JobPlan.Step(JobPlan.Kind.State, ["success", "brewing"], 1),
                            first,
                            new JobPlan.Step(JobPlan.Kind.State, [state], 1),
                        ],
                        [2]
                    )
                );
            }
        }
    }

    private static async Task RunAsync(JobPlan plan)
    {
        var clock = new ManualClock();
        using var server = new PlannedJobServer(plan, clock);
        var waiting = WaitAsync(plan, server, clock);
        await clock.PassQuicklyAsync(waiting);
        var (fault, state, begun) = await waiting;

        var expected = plan.Expected();
        Assert.True(fault?.GetType() == expected.Fault, $"{plan}: {expected} was expected, {fault?.ToString() ?? "success"} came.");
        Assert.Equal(expected.State, state);
        Assert.Equal(1, server.Starts);

        // A process that resumes a job does not know what the previous one was asked to wait for; and the last poll happens when the
        // timeout expires, in any case.
        Assert.True(plan.Restarts.Count > 0 || !(server.HurriedAt < begun + Limit), $"{plan}: asked again too soon.");
        if (expected.Polls is { } polls)
        {
            Assert.Equal(polls, server.Polls);
        }
        else
        {
            Assert.InRange(clock.GetUtcNow() - begun, Limit, Limit + TimeSpan.FromMinutes(2));
        }

        if (fault is KoreXoJobFailedException failure)
        {
            Assert.Equal(state, failure.State);
            Assert.Contains("\"parts\"", failure.Body, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Waits in as many processes as planned; returns how it ended, the last state that any of them saw, and when the last wait began.
    /// </summary>
    private static async Task<(Exception? Fault, string? State, DateTimeOffset Begun)> WaitAsync(
        JobPlan plan,
        PlannedJobServer server,
        ManualClock clock
    )
    {
        string? token = null;
        string? state = null;
        for (var process = 0; ; process++)
        {
            using var http = new HttpClient(server, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
            using var connection = new ApiConnection(
                new KoreXoClientOptions
                {
                    Endpoint = new Uri("https://platform.example.com"),
                    Credential = new ApiKeyCredential("k"),
                    TimeProvider = clock,
                    MaxRetries = 0,
                    AttemptTimeout = Timeout.InfiniteTimeSpan,
                    TotalTimeout = Timeout.InfiniteTimeSpan,
                },
                http
            );
            var job = token is null
                ? await connection.StartJobAsync(new OperationRequest(Job.Start, "/jobs"), Job, [], null, CancellationToken.None)
                : connection.ResumeJob(Job, token);
            token = job.ResumeToken;
            using var killed = new CancellationTokenSource();
            var killAfter = process < plan.Restarts.Count ? plan.Restarts[process] : int.MaxValue;
            var begun = clock.GetUtcNow();
            var fault = await Record.ExceptionAsync(() =>
                job.WaitAsync(
                    new JobPolling { Timeout = Limit },
                    new Watch(seen => (seen.Polls == killAfter ? killed : null)?.Cancel()),
                    killed.Token
                )
            );
            state = job.Status.Kind == System.Text.Json.JsonValueKind.Null ? state : job.State;
            if (fault is KoreXoTimeoutException)
            {
                Assert.Contains($"'{job.State ?? "unknown"}'", fault.Message, StringComparison.Ordinal);
            }

            if (fault is not OperationCanceledException)
            {
                return (fault, state, begun);
            }
        }
    }

    private sealed class Watch(Action<JobProgress> report) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => report(value);
    }
}
