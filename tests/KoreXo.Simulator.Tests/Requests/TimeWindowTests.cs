using System.Globalization;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>The periods of requests.</summary>
public sealed class TimeWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, "0001-01-01T00:00:00Z", true)]
    [InlineData("2026-01-31", null, "2026-01-30T23:59:59.9999999Z", false)]
    [InlineData("2026-01-31", null, "2026-01-31T00:00:00Z", true)]
    [InlineData(null, "2026-01-31", "2026-01-31T23:59:59.9999999Z", true)]
    [InlineData(null, "2026-01-31", "2026-02-01T00:00:00Z", false)]
    [InlineData(null, "2026-01-31T09:30:00Z", "2026-01-31T09:30:00Z", true)]
    [InlineData(null, "2026-01-31T09:30:00Z", "2026-01-31T09:30:00.0000001Z", false)]
    [InlineData("2026-01-31T10:00:00+01:00", null, "2026-01-31T09:00:00Z", true)]
    [InlineData("2026-01-31", "2026-01-31", "2026-01-31T12:00:00Z", true)]
    [InlineData(null, "9999-12-31", "9999-12-31T12:00:00Z", true)]
    public void A_day_is_the_whole_day_and_a_moment_belongs_to_its_window(string? from, string? to, string moment, bool expected) =>
        Assert.Equal(expected, TimeWindow.Read(from, to).Contains(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-02-01", "2026-01-31", "The window of time ends (2026-01-31) before it begins (2026-02-01).")]
    [InlineData(
        "2026-01-31T10:00:01Z",
        "2026-01-31T10:00:00Z",
        "The window of time ends (2026-01-31T10:00:00Z) before it begins (2026-01-31T10:00:01Z)."
    )]
    [InlineData("yesterday", null, "'yesterday' is neither a day nor a moment.")]
    [InlineData(null, "2026-02-30", "'2026-02-30' is neither a day nor a moment.")]
    [InlineData("", null, "'' is neither a day nor a moment.")]
    [InlineData("10:00", null, "'10:00' is neither a day nor a moment.")]
    [InlineData("3/1", null, "'3/1' is neither a day nor a moment.")]
    [InlineData("01/31/2026", null, "'01/31/2026' is neither a day nor a moment.")]
    [InlineData("2026-1-31", null, "'2026-1-31' is neither a day nor a moment.")]
    [InlineData(null, "2026-01-31 ", "'2026-01-31 ' is neither a day nor a moment.")]
    [InlineData(null, "2026-01-31 10:00", "'2026-01-31 10:00' is neither a day nor a moment.")]
    [InlineData(null, "2026-01-31Z", "'2026-01-31Z' is neither a day nor a moment.")]
    [InlineData(null, "2026-01-31T24:00:01Z", "'2026-01-31T24:00:01Z' is neither a day nor a moment.")]
    public void A_window_that_has_no_moment_is_rejected(string? from, string? to, string reason)
    {
        var rejected = Assert.Throws<RefusalException>(() => TimeWindow.Read(from, to));

        Assert.Equal((400, reason), (rejected.Status, rejected.Message));
    }

    [Fact]
    public void An_open_window_is_closed_at_now_and_begins_a_length_before_its_end()
    {
        var open = TimeWindow.Always.Closed(Now, TimeSpan.FromDays(7));
        var last = TimeWindow.Read(null, "2026-01-20T00:00:00Z").Closed(Now, TimeSpan.FromDays(7));

        Assert.Equal((Now.AddDays(-7), Now), (open.From!.Value, open.To!.Value));
        Assert.True(open.Contains(Now));
        Assert.Equal(new DateTimeOffset(2026, 1, 13, 0, 0, 0, TimeSpan.Zero), last.From);
    }

    [Theory]
    [InlineData("2026-01-08", true, true)]
    [InlineData("2026-01-07", true, false)]
    [InlineData("2026-01-06", false, false)]
    public void A_limit_includes_its_length_or_does_not(string from, bool isAtMost, bool isBelow)
    {
        var window = TimeWindow.Read(from, "2026-01-14");

        Assert.Equal(isAtMost, Passes(() => window.AtMost(TimeSpan.FromDays(7), "7 days")));
        Assert.Equal(isBelow, Passes(() => window.Below(TimeSpan.FromDays(7), "7 days")));
    }

    private static bool Passes(Func<TimeWindow> check)
    {
        try
        {
            check();
            return true;
        }
        catch (RefusalException rejected)
        {
            Assert.Equal("The window of time is too long: 7 days.", rejected.Message);
            return false;
        }
    }
}
