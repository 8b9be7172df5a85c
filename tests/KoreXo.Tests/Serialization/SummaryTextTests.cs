using System.Net;
using KoreXo.Analytics;

namespace KoreXo.Tests.Serialization;

/// <summary>What the types of the runtime look like where they are printed, logged or seen in a debugger.</summary>
public sealed class SummaryTextTests
{
    [Fact]
    public void A_page_shows_its_size_and_whether_it_is_the_last()
    {
        Assert.Equal("2 items of 7, more follow", new Page<int>([1, 2], continuation: "c", total: 7).ToString());
        Assert.Equal("0 items, last page", new Page<Session>([]).ToString());
    }

    [Fact]
    public void A_job_shows_how_it_stands()
    {
        Assert.Contains("completed", new Job<Session>("token", new Session(), completed: true).ToString(), StringComparison.Ordinal);
        Assert.Contains("running", new Job<Session>("token", status: null, completed: false).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_limit_shows_what_is_left_in_each_window()
    {
        var state = new RateLimitState(
            "bot",
            [new(new RateLimitWindow(60, 60), 59, TimeSpan.Zero), new(new RateLimitWindow(1800, 3600), 1799, TimeSpan.Zero)],
            TimeSpan.Zero
        );

        Assert.Equal("bot: 59 of 60 calls left in 60 s, 1799 of 1800 calls left in 3600 s", state.ToString());
        Assert.EndsWith("; paused for 1.5 s", (state with { PausedFor = TimeSpan.FromSeconds(1.5) }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Response_details_show_status_id_and_attempts()
    {
        Assert.Equal(
            "201 Created, request req-1, attempts 2",
            new ResponseDetails
            {
                Status = HttpStatusCode.Created,
                RequestId = "req-1",
                Attempts = 2,
            }.ToString()
        );
        Assert.Equal("no response, no request id, attempts 0", new ResponseDetails().ToString());
    }
}
