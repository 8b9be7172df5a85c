using System.Net;

namespace KoreXo.Simulator.Tests.Quotas;

/// <summary>Which requests share a rate limit.</summary>
public sealed class BudgetTests : AreaTest
{
    protected override void Configure(XoSimulatorOptions options)
    {
        options.RateLimits["account"] = [new RateLimitRule(2, TimeSpan.FromMinutes(1))];
        options.RateLimits["table"] = [new RateLimitRule(2, TimeSpan.FromMinutes(1))];
    }

    [Fact]
    public async Task An_account_has_one_count_for_all_of_its_operations()
    {
        (await Admin.GetAsync("/api/public/groups")).Success();
        (await Admin.PostAsync("/api/public/usersInfo", """{"emailIds":[]}""")).Success();

        Assert.Contains(
            "2 requests in 60 s",
            (await Admin.GetAsync("/api/public/bots")).Refusal(HttpStatusCode.TooManyRequests),
            StringComparison.Ordinal
        );
        Assert.Equal(("account", ""), (Platform.RateLimits[0].Budget, Platform.RateLimits[0].Key));
    }

    [Fact]
    public async Task A_table_is_counted_by_its_decoded_name()
    {
        Platform.AddTable("Größe 1");
        var caller = As(Platform.AddAppWithAllScopes(AppKind.Data));

        (await caller.PostAsync("/api/public/tables/Gr%C3%B6%C3%9Fe%201/query", "{}")).Success();
        (await caller.PostAsync("/api/public/tables/%47r%c3%b6%c3%9fe%201", """{"data":{}}""")).Success();
        (await caller.PostAsync("/api/public/tables/Gr%C3%B6%C3%9Fe%201/query", "{}")).Refusal(HttpStatusCode.TooManyRequests);

        Assert.Equal(("Größe 1", 3), (Assert.Single(Platform.RateLimits).Key, Platform.RateLimits[0].Requests));
    }

    [Fact]
    public async Task A_table_that_is_not_there_counts_and_a_wrong_method_does_not()
    {
        var caller = As(Platform.AddAppWithAllScopes(AppKind.Data));
        (await caller.PostAsync("/api/public/tables/none/query", "{}")).Refusal(HttpStatusCode.NotFound);
        (await caller.SendAsync("PATCH", "/api/public/tables/none", "{}")).Refusal(HttpStatusCode.MethodNotAllowed);
        (await caller.PostAsync("/api/public/tables/none/query?sys_limit=0", "{")).Refusal(HttpStatusCode.BadRequest);

        Assert.Equal(2, Assert.Single(Platform.RateLimits).Requests);
        (await caller.PostAsync("/api/public/tables/none/query", "{}")).Refusal(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Of_requests_at_the_same_time_as_many_are_served_as_the_window_allows()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Admin.GetAsync("/api/public/groups")));

        Assert.Equal(2, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.Equal(18, Assert.Single(Platform.RateLimits).Refused);
    }

    [Fact]
    public async Task A_change_of_the_options_after_the_start_is_too_late()
    {
        var options = new XoSimulatorOptions { TimeProvider = Clock };
        var windows = new List<RateLimitRule> { new(1, TimeSpan.FromMinutes(1)) };
        options.RateLimits["account"] = windows;
        await using var platform = await XoSimulator.StartAsync(options);
        using var caller = new TestCaller(platform, platform.AddAppWithAllScopes(AppKind.Admin));
        windows.Clear();

        (await caller.GetAsync("/api/public/groups")).Success();
        (await caller.GetAsync("/api/public/groups")).Refusal(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("tabel")]
    [InlineData("Table")]
    [InlineData("")]
    public async Task A_budget_that_no_operation_has_is_rejected_at_the_start(string budget)
    {
        var options = new XoSimulatorOptions { RateLimits = { [budget] = [] } };

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => XoSimulator.StartAsync(options));

        Assert.StartsWith(
            $"No operation counts against the budget '{budget}'; there are: account, bot, bot-notification, request, table.",
            fault.Message,
            StringComparison.Ordinal
        );
    }
}
