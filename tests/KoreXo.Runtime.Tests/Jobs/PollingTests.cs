using static KoreXo.Runtime.Tests.ExportJob;

namespace KoreXo.Runtime.Tests;

/// <summary>How often the status of a job is polled, and for how long.</summary>
public sealed class PollingTests
{
    private const string Pending = """{"_id":"1","status":"pending"}""";
    private const string Done = """{"_id":"1","status":"success"}""";

    private readonly ManualClock _clock = new();
    private readonly List<JobProgress> _polls = [];

    [Fact]
    public async Task The_delay_grows_by_half_each_time_up_to_the_longest()
    {
        await WaitAsync(
            new JobPolling { InitialDelay = TimeSpan.FromSeconds(2), MaxDelay = TimeSpan.FromSeconds(6) },
            [.. Enumerable.Repeat(ScriptedHandler.Status(200, Pending), 6), ScriptedHandler.Status(200, Done)]
        );

        double[] expected = [2, 3, 4.5, 6, 6, 6];
        Assert.Equal(7, _polls.Count);
        Assert.All(expected.Zip(Delays()), pair => Assert.InRange(pair.Second, pair.First * 0.8, pair.First * 1.2));
    }

    [Fact]
    public async Task The_longest_time_there_is_does_not_overflow()
    {
        await WaitAsync(
            new JobPolling { Timeout = TimeSpan.MaxValue },
            [ScriptedHandler.Status(200, Pending), ScriptedHandler.Status(200, Done)]
        );
        Assert.Equal(2, _polls.Count);
    }

    [Fact]
    public async Task Polls_are_a_tenth_of_a_second_apart_at_least()
    {
        await WaitAsync(
            new JobPolling { InitialDelay = TimeSpan.Zero, MaxDelay = TimeSpan.FromMilliseconds(1) },
            [.. Enumerable.Repeat(ScriptedHandler.Status(200, Pending), 3), ScriptedHandler.Status(200, Done)]
        );
        Assert.Equal(0, _polls[0].Elapsed.TotalSeconds);
        Assert.All(Delays().Skip(1), static delay => Assert.InRange(delay, 0.08, 0.12));
    }

    [Fact]
    public async Task The_last_poll_happens_when_the_time_is_up()
    {
        var polling = new JobPolling { InitialDelay = TimeSpan.FromSeconds(3), Timeout = TimeSpan.FromSeconds(10) };

        var fault = Assert.IsType<KoreXoTimeoutException>(await WaitAsync(polling, [ScriptedHandler.Status(200, Pending)]));

        Assert.Equal(TimeSpan.FromSeconds(10), _polls[^1].Elapsed);
        Assert.Equal(3, _polls.Count);
        Assert.Equal((TimeSpan.FromSeconds(10), true, true), (fault.Limit, fault.IsTransient, fault.MayHaveBeenApplied));
        Assert.Equal(("GET", "/bots/{botId}/export/status", "getExportStatus"), (fault.Method, fault.Path, fault.OperationId));
        Assert.Contains("JobPolling.Timeout", fault.Message);
    }

    [Fact]
    public async Task Without_a_limit_a_job_may_take_for_days()
    {
        var polling = new JobPolling
        {
            InitialDelay = TimeSpan.FromHours(20),
            MaxDelay = TimeSpan.FromHours(20),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Assert.Null(
            await WaitAsync(polling, [.. Enumerable.Repeat(ScriptedHandler.Status(200, Pending), 4), ScriptedHandler.Status(200, Done)])
        );
        Assert.InRange(_polls[^1].Elapsed.TotalHours, 80, 120);
    }

    [Fact]
    public async Task A_delay_that_the_server_asked_for_is_kept_once()
    {
        await WaitAsync(
            new JobPolling { MaxDelay = TimeSpan.FromSeconds(2) },
            [
                ScriptedHandler.Status(503, "{}", ("Retry-After", "50")),
                ScriptedHandler.Status(200, Pending),
                ScriptedHandler.Status(200, Done),
            ]
        );

        var delays = Delays().ToList();
        Assert.Equal(50, delays[1], precision: 3);
        Assert.InRange(delays[2], 1.6, 2.4);
    }

    [Fact]
    public async Task A_failure_that_passes_is_why_the_time_was_up()
    {
        var polling = new JobPolling { Timeout = TimeSpan.FromSeconds(10) };
        var fault = Assert.IsType<KoreXoTimeoutException>(await WaitAsync(polling, [ScriptedHandler.Status(503)]));
        Assert.Equal(503, (int?)Assert.IsType<KoreXoException>(fault.InnerException, exactMatch: false).Status);
        Assert.Contains("'unknown'", fault.Message);
    }

    public static TheoryData<JobPolling> Possible =>
        new(
            new JobPolling { InitialDelay = TimeSpan.Zero },
            new JobPolling { InitialDelay = TimeSpan.FromSeconds(30) },
            new JobPolling { MaxDelay = TimeSpan.FromDays(49) },
            new JobPolling { Timeout = TimeSpan.FromTicks(1) },
            new JobPolling { Timeout = Timeout.InfiniteTimeSpan },
            new JobPolling { FailedStates = ["stuck"] }
        );

    [Theory]
    [MemberData(nameof(Possible))]
    public async Task What_is_possible_is_accepted(JobPolling polling) =>
        Assert.Equal(5, await new Job<int>("t", 5, completed: true).WaitAsync(polling));

    public static TheoryData<JobPolling, string> Impossible =>
        new()
        {
            {
                new JobPolling { InitialDelay = TimeSpan.FromTicks(-1) },
                "InitialDelay must not be negative or longer than MaxDelay"
            },
            {
                new JobPolling { InitialDelay = TimeSpan.FromSeconds(31) },
                "InitialDelay must not be negative or longer than MaxDelay"
            },
            {
                new JobPolling { InitialDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
                "MaxDelay must be positive and at most 49 days"
            },
            {
                new JobPolling { MaxDelay = TimeSpan.FromDays(50) },
                "MaxDelay must be positive and at most 49 days"
            },
            {
                new JobPolling { Timeout = TimeSpan.Zero },
                "Timeout must be positive or infinite"
            },
            {
                new JobPolling { FailedStates = null! },
                "FailedStates must not be null or contain an empty state"
            },
            {
                new JobPolling { FailedStates = ["stuck", ""] },
                "FailedStates must not be null or contain an empty state"
            },
        };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task What_is_impossible_is_rejected_with_the_reason(JobPolling polling, string reason)
    {
        var fault = await Assert.ThrowsAnyAsync<ArgumentException>(() => new Job<int>("t", 5, completed: true).WaitAsync(polling));
        Assert.Equal("polling", fault.ParamName);
        Assert.Contains(reason, fault.Message);
    }

    private IEnumerable<double> Delays() =>
        _polls.Select((poll, index) => (poll.Elapsed - (index == 0 ? TimeSpan.Zero : _polls[index - 1].Elapsed)).TotalSeconds);

    private async Task<Exception?> WaitAsync(
        JobPolling polling,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] polls
    )
    {
        using var handler = new ScriptedHandler([ScriptedHandler.Status(200, """{"_id":"1"}"""), .. polls]);
        using var connection = handler.Connect(_clock, static options => options.MaxRetries = 0);
        var job = await StartAsync(connection);
        return await _clock.EndAsync(job.WaitAsync(polling, new Watch(_polls.Add)));
    }

    private sealed class Watch(Action<JobProgress> report) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => report(value);
    }
}
