using System.Net;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Account;

namespace KoreXo.Simulator.Tests.Account;

/// <summary>The pages, the order and the window of the audit log.</summary>
public sealed class AuditLogTests : AreaTest
{
    private const string Day = "fromDate=2026-03-01&toDate=2026-03-01";

    [Theory]
    [InlineData("size=2", new[] { 5, 4 }, true)]
    [InlineData("size=2&offset=1", new[] { 3, 2 }, true)]
    [InlineData("size=2&offset=2", new[] { 1 }, false)]
    [InlineData("size=2&offset=3", new int[0], false)]
    [InlineData("size=5", new[] { 5, 4, 3, 2, 1 }, false)]
    [InlineData("size=100&offset=9223372036854775807", new int[0], false)]
    public async Task Pages_are_numbered_from_the_latest_entry(string query, int[] numbers, bool more)
    {
        var entries = Platform.SeedAuditLog(5);

        var page = (await LogAsync($"{query}&{Day}")).Success();

        Assert.Equal(numbers.Select(number => entries[number - 1].Id), Ids(page));
        Assert.Equal((5, more), (page["total"]!.GetValue<int>(), page["moreAvailable"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_page_after_an_entry_does_not_move_when_entries_are_added()
    {
        var entries = Platform.SeedAuditLog(4);
        var query = $"size=2&{Day}&fetchAfter={entries[2].Id}";
        var before = Ids((await LogAsync(query)).Success());

        Clock.Advance(TimeSpan.FromHours(1));
        Platform.SeedAuditLog(3);

        Assert.Equal([entries[1].Id, entries[0].Id], before);
        Assert.Equal(before, Ids((await LogAsync(query)).Success()));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("%F0%9F%9A%86")]
    public async Task After_an_entry_that_is_not_there_is_nothing(string id)
    {
        Platform.SeedAuditLog(2);

        var page = (await LogAsync($"size=10&{Day}&fetchAfter={id}")).Success();

        Assert.Empty(Ids(page));
        Assert.False(page["moreAvailable"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("fromDate=2026-03-01&toDate=2026-03-01", 2)]
    [InlineData("fromDate=2026-03-01T12:00:00.000Z&toDate=2026-03-01T12:00:00.000Z", 1)]
    [InlineData("fromDate=2026-03-01T12:00:00.001Z&toDate=2026-03-02", 0)]
    [InlineData("fromDate=2026-03-01T13:00:00%2B01:00&toDate=2026-03-02", 1)]
    [InlineData("fromDate=0001-01-01&toDate=9999-12-31", 2)]
    public async Task An_entry_is_within_the_window_or_not(string window, int count)
    {
        Platform.SeedAuditLog(2);

        Assert.Equal(count, (await LogAsync($"size=10&{window}")).Success()["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("size=10&toDate=2026-03-01", "'fromDate' is missing")]
    [InlineData("size=10&fromDate=2026-03-01", "'toDate' is missing")]
    [InlineData("size=10&fromDate=12:00&toDate=2026-03-01", "'fromDate' is not valid")]
    [InlineData("size=10&fromDate=3/1&toDate=2026-03-01", "'fromDate' is not valid")]
    [InlineData("size=10&fromDate=2026-02-30&toDate=2026-03-01", "'fromDate' is not valid")]
    [InlineData("size=101&fromDate=2026-03-01&toDate=2026-03-01", "'size' is not valid: it is above 100")]
    [InlineData("size=0&fromDate=2026-03-01&toDate=2026-03-01", "'size' is not valid: it is below 1")]
    [InlineData("size=10&offset=-1&fromDate=2026-03-01&toDate=2026-03-01", "'offset' is not valid: it is below 0")]
    public async Task A_query_that_the_document_does_not_allow_is_refused(string query, string reason) =>
        Assert.Contains(reason, (await LogAsync(query)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Fact]
    public void Of_entries_of_one_moment_the_last_added_is_the_first()
    {
        var now = Clock.GetUtcNow();
        var log = new EventLog<(string Name, DateTimeOffset Time)>(entry => entry.Time);
        log.Add(("a", now), ("b", now.AddMinutes(1)));
        log.Add(("c", now), ("d", now.AddMinutes(-1)));

        Assert.Equal(["b", "c", "a", "d"], log.Find(_ => true).Select(entry => entry.Name));
    }

    private Task<TestCaller.Reply> LogAsync(string query) => Admin.GetAsync("/api/public/auditlogs?" + query);

    private static List<string> Ids(JsonNode page) => [.. Texts(page["auditlogs"], "AuditLogId")];
}
