using System.Net;

namespace KoreXo.Simulator.Tests.Reports;

public sealed class BillingTests : AreaTest
{
    private string Sessions => $"/api/public/bot/{Bot.Id}/getBillingSessionsDetails";

    [Theory]
    [InlineData("9999-11-01", "9999-12-31")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("9999-09-30T23:00:00-10:00", "9999-12-31")]
    [InlineData("0001-01-01", "0001-03-31")]
    public async Task A_window_at_the_end_of_time_is_empty(string from, string to)
    {
        var page = (await Admin.PostAsync(Sessions, $$"""{"fromDate":"{{from}}","toDate":"{{to}}"}""")).Success();

        Assert.Equal(0, page["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("2025-11-28", "2026-02-28", true)]
    [InlineData("2025-11-30", "2026-02-28", true)]
    [InlineData("2025-11-30", "2026-03-01", false)]
    [InlineData("2025-11-30T08:00:00Z", "2026-02-28T08:00:00Z", true)]
    [InlineData("2025-11-30T08:00:00Z", "2026-02-28T08:00:00.001Z", false)]
    public async Task Three_months_end_on_the_same_day_or_the_last_of_a_shorter_month(string from, string to, bool isTaken)
    {
        var reply = await Admin.PostAsync(Sessions, $$"""{"fromDate":"{{from}}","toDate":"{{to}}"}""");

        if (isTaken)
        {
            reply.Success();
            return;
        }

        Assert.Contains("at most 3 months", reply.Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fromDate":"2026-03-01","toDate":"2026-02-28"}""", "ends (2026-02-28) before it begins (2026-03-01)")]
    [InlineData("""{"fromDate":"2026-03-01","toDate":"soon"}""", "/toDate: a date and time")]
    [InlineData("""{"fromDate":"2026-03-01"}""", "/toDate")]
    [InlineData("""{"fromDate":"2026-03-01","toDate":"2026-03-01","limit":0}""", "/limit")]
    [InlineData("""{"fromDate":"2026-03-01","toDate":"2026-03-01","skip":-1}""", "/skip")]
    [InlineData("""{"fromDate":"2026-03-01","toDate":"2026-03-01","skip":1.5}""", "/skip")]
    [InlineData("""{"fromDate":20260301,"toDate":"2026-03-01"}""", "/fromDate")]
    public async Task What_is_no_window_or_no_page_is_refused(string body, string reason)
    {
        foreach (var target in new[] { Sessions, "/api/public/bots/getBillingSessionsDetails" })
        {
            Assert.Contains(reason, (await Admin.PostAsync(target, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, 2, 2, true)]
    [InlineData(3, 2, 2, false)]
    [InlineData(4, 2, 1, false)]
    [InlineData(5, 2, 0, false)]
    [InlineData(9_223_372_036_854_775_807, 9_223_372_036_854_775_807, 0, false)]
    public async Task A_page_knows_whether_more_follows(long skip, long limit, int count, bool more)
    {
        Platform.SeedSessions(Bot, 5);

        var page = (
            await Admin.PostAsync(Sessions, $$"""{"fromDate":"2026-02-20","toDate":"2026-03-01","skip":{{skip}},"limit":{{limit}}}""")
        ).Success();

        Assert.Equal(
            (5, count, more),
            (page["total"]!.GetValue<int>(), page["sessions"]!.AsArray().Count, page["moreAvailable"]!.GetValue<bool>())
        );
    }

    [Theory]
    [InlineData(0, "03-01-2026 12:00:00 am")]
    [InlineData(9, "03-01-2026 9:00:00 am")]
    [InlineData(12, "03-01-2026 12:00:00 pm")]
    [InlineData(23, "03-01-2026 11:00:00 pm")]
    public async Task Midnight_and_noon_are_twelve(int hour, string expected)
    {
        var start = new DateTimeOffset(2026, 3, 1, hour, 0, 0, TimeSpan.Zero);
        Platform.SeedSessions(Bot, 1, new SessionSeed { From = start, To = start.AddMinutes(30) });

        var page = (await Admin.PostAsync(Sessions, """{"fromDate":"2026-03-01","toDate":"2026-03-01"}""")).Success();

        Assert.Equal(expected, page["sessions"]![0]!["billingSessionStartDateTime"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_account_without_the_named_bot_has_no_such_sessions() =>
        Assert.Contains(
            "no bot 'st-none'",
            (
                await Admin.PostAsync(
                    "/api/public/bots/getBillingSessionsDetails",
                    """{"fromDate":"2026-03-01","toDate":"2026-03-01","botId":"st-none"}"""
                )
            ).Refusal(HttpStatusCode.NotFound),
            StringComparison.Ordinal
        );
}
