using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.Jobs;

public sealed class JobTests
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 50, 100)]
    [InlineData(3, 33, 66, 100)]
    [InlineData(7, 14, 28, 42, 57, 71, 85, 100)]
    public void Progress_is_counted_in_status_calls_and_is_whole_at_the_last(int polls, params int[] percent)
    {
        var job = new PolledJob(polls);

        Assert.Equal(0, job.Percent);
        foreach (var expected in percent)
        {
            Assert.Equal(expected == 100, job.Advance());
            Assert.Equal((expected, expected == 100), (job.Percent, job.IsDone));
        }

        Assert.False(job.Advance());
        Assert.Equal(100, job.Percent);
    }

    [Fact]
    public void The_effect_is_applied_once_and_before_the_last_status_is_read()
    {
        var jobs = Store(polls: 2);
        var log = new List<string>();
        jobs.Start("1", "key", "author", "subject");
        for (var call = 0; call < 3; call++)
        {
            jobs.Poll(
                "key",
                job =>
                {
                    log.Add(job.State("running", "done"));
                    return 0;
                },
                job => log.Add(job.Subject)
            );
        }

        Assert.Equal(["running", "subject", "done", "done"], log);
    }

    [Fact]
    public void A_job_under_the_key_of_another_takes_its_place()
    {
        var jobs = Store(polls: 1);
        jobs.Start("1", "key", "author", "first");
        jobs.Poll("key", job => job.IsDone);
        jobs.Start("2", "key", "author", "second");

        Assert.Equal(("2", "second"), jobs.Poll("key", job => (job.Id, job.Subject)));
        Assert.Equal(["2"], jobs.Snapshot().Select(job => job.Id));
    }

    [Fact]
    public void The_time_of_change_is_that_of_the_call_that_found_it_done()
    {
        var jobs = Store(polls: 2);
        var started = _clock.GetUtcNow();
        jobs.Start("1", "key", "author", "subject");
        var times = new List<DateTimeOffset>();
        for (var call = 0; call < 3; call++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            times.Add(jobs.Poll("key", job => job.ModifiedOn));
        }

        Assert.Equal([1, 2, 2], times.Select(time => (int)(time - started).TotalMinutes));
        Assert.Equal(started, jobs.Poll("key", job => job.CreatedOn));
    }

    [Fact]
    public void A_job_that_is_not_there_can_be_neither_read_nor_removed()
    {
        var jobs = Store(polls: 1);
        jobs.Start("1", "key", "author", "subject");
        jobs.Remove("key");

        Assert.False(jobs.Has("key"));
        var refusals = new[]
        {
            Assert.Throws<RefusalException>(() => jobs.Remove("key")),
            Assert.Throws<RefusalException>(() => jobs.Poll("key", job => job.Id)),
            Assert.Throws<RefusalException>(() => jobs.Poll("KEY", job => job.Id)),
        };
        Assert.Equal(
            [(404, "There is no test job 'key'."), (404, "There is no test job 'key'."), (404, "There is no test job 'KEY'.")],
            refusals.Select(refusal => (refusal.Status, refusal.Message))
        );
    }

    [Fact]
    public void Two_callers_at_once_finish_a_job_once()
    {
        var jobs = Store(polls: 50);
        jobs.Start("1", "key", "author", "subject");
        var finished = 0;

        var progress = Enumerable
            .Range(0, 100)
            .AsParallel()
            .WithDegreeOfParallelism(4)
            .Select(_ => jobs.Poll("key", read => read.Progress.Percent, done => finished++))
            .Order()
            .ToList();

        Assert.Equal(1, finished);
        Assert.Equal(Enumerable.Range(1, 50).Select(call => call * 2).Concat(Enumerable.Repeat(100, 50)), progress);
    }

    private JobStore<string> Store(int polls) => new(_clock, polls, "test job");
}
