using System.Net;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Quotas;

/// <summary>The rates of the documents are kept, in both windows, for each app and each value in the path.</summary>
public sealed class QuotaTests : AreaTest
{
    private const HttpStatusCode Refused = HttpStatusCode.TooManyRequests;

    [Fact]
    public async Task The_sixty_first_request_of_a_minute_is_refused_with_the_text_for_the_minute()
    {
        await FindAsync(60);

        var refusal = (await FindAsync()).Refusal(Refused);

        Assert.StartsWith("per-minute rate limit", refusal, StringComparison.Ordinal);
        Assert.False(Platform.Requests[^1].IsApplied);
        Clock.Advance(TimeSpan.FromSeconds(60));
        (await FindAsync()).Success();
    }

    [Fact]
    public async Task The_windows_roll()
    {
        await FindAsync(30);
        Clock.Advance(TimeSpan.FromSeconds(40));
        await FindAsync(30);
        (await FindAsync()).Refusal(Refused);
        Clock.Advance(TimeSpan.FromSeconds(20)); // the first thirty have left the window
        await FindAsync(29);
        (await FindAsync()).Refusal(Refused); // the refused one counts: the pages let every request count
    }

    [Fact]
    public async Task The_hour_rules_over_the_minute_and_has_a_text_of_its_own()
    {
        for (var minute = 0; minute < 30; minute++)
        {
            await FindAsync(60);
            Clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.StartsWith("hourly rate limit", (await FindAsync()).Refusal(Refused), StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.StartsWith("hourly rate limit", (await FindAsync()).Refusal(Refused), StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromMinutes(30));
        (await FindAsync()).Success();
    }

    [Fact]
    public async Task Each_bot_and_each_app_has_a_count_of_its_own_which_the_operations_of_a_budget_share()
    {
        await FindAsync(60);

        (await As(Platform.AddAppWithAllScopes(AppKind.Platform)).PostAsync(Target(Bot), Utterance)).Success();
        (await BotApp.PostAsync(Target(Platform.AddBot("Other")), Utterance)).Success();
        (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/getSessions", "{}")).Refusal(Refused);
    }

    [Fact]
    public async Task What_the_pages_do_not_list_is_refused_by_the_text_that_names_no_window()
    {
        await FindAsync(60);

        var refusal = (await BotApp.GetAsync($"/api/public/bot/{Bot.Id}/v2/faqs?language=en")).Refusal(Refused);

        Assert.StartsWith("Rate limit for this API has been reached", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_not_let_in_does_not_count_and_a_faulty_one_does()
    {
        (await As(app: null).PostAsync(Target(Bot), Utterance)).Refusal(HttpStatusCode.Unauthorized);
        (await As(Platform.AddApp(AppKind.Platform)).PostAsync(Target(Bot), Utterance)).Refusal(HttpStatusCode.Forbidden);
        Assert.Empty(Platform.RateLimits);

        (await BotApp.PostAsync(Target(Bot), "7")).Refusal(HttpStatusCode.BadRequest);

        var quota = Assert.Single(Platform.RateLimits);
        Assert.Equal(("bot", Bot.Id, 1, 0), (quota.Budget, quota.Key, quota.Requests, quota.Refused));
    }

    [Fact]
    public async Task The_truth_counts_what_was_refused()
    {
        await FindAsync(60);
        await FindAsync();
        await FindAsync();

        var quota = Assert.Single(Platform.RateLimits);
        Assert.Equal((62, 2), (quota.Requests, quota.Refused));
    }

    [Fact]
    public async Task Every_operation_of_the_catalog_has_a_quota_that_the_simulator_reads()
    {
        var catalog = await ApiCatalog.LoadAsync([], CancellationToken.None);

        Assert.All(
            catalog.Operations,
            operation =>
            {
                Assert.NotNull(operation.RateLimit);
                Assert.Equal([60, 3600], operation.RateLimit.Windows.Select(window => window.Seconds));
                Assert.All(operation.RateLimit.Windows, window => Assert.InRange(window.Calls, 1, 18_000));
                Assert.Contains("minute", operation.Refusals.For(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
                Assert.Contains("hourly", operation.Refusals.For(TimeSpan.FromHours(1)), StringComparison.Ordinal);
            }
        );
    }

    private const string Utterance = """{"input":"hello","streamName":"Travel"}""";

    private static string Target(SimulatedBot bot) => $"/api/v1.1/rest/bot/{bot.Id}/findIntent?fetchConfiguredTasks=false";

    private Task<TestCaller.Reply> FindAsync() => BotApp.PostAsync(Target(Bot), Utterance);

    private async Task FindAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            (await FindAsync()).Success();
        }
    }
}
