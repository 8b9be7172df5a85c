using System.Net;

namespace KoreXo.Simulator.Tests.Account;

public sealed class AccountLogTests : AreaTest
{
    private const string Days = "fromDate=2026-03-01&toDate=2026-03-01";

    [Fact]
    public async Task What_administrators_do_is_in_the_audit_log_latest_first()
    {
        await Admin.PostAsync("/api/public/users", """{"users":[{"userInfo":{"emailId":"a@example.com"}}]}""");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Admin.SendAsync("DELETE", "/api/public/users", """{"deleteEmailIds":["a@example.com"]}""");

        Assert.Equal(["Users removed", "Users created"], Texts((await LogAsync(Days)).Success()["auditlogs"], "Name"));
    }

    [Fact]
    public async Task The_audit_log_goes_on_after_an_entry_and_keeps_to_its_window()
    {
        var entries = Platform.SeedAuditLog(5);
        var first = entries[^2].Id;

        Assert.Equal(
            entries.Reverse().Skip(2).Select(entry => entry.Id),
            Texts((await LogAsync($"{Days}&fetchAfter={first}")).Success()["auditlogs"], "AuditLogId")
        );
        Assert.Empty((await LogAsync("fromDate=2026-02-01&toDate=2026-02-28")).Success()["auditlogs"]!.AsArray());
        (await LogAsync("fromDate=2026-03-02&toDate=2026-03-01")).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Changes_of_a_bot_are_in_its_change_log_and_no_other()
    {
        var other = Platform.AddBot("Other");
        await Admin.PostAsync($"/api/public/bot/{Bot.Id}/publish", """{"versionComment":"c"}""");

        Assert.Equal(["Publish requested"], Texts((await Admin.GetAsync($"/api/public/bot/{Bot.Id}/changelogs")).Success(), "message"));
        Assert.Empty((await Admin.GetAsync($"/api/public/bot/{other.Id}/changelogs")).Success().AsArray());
    }

    [Fact]
    public async Task Bots_are_listed_with_the_apps_that_reach_them()
    {
        var app = Platform.AddApp(AppKind.Platform);
        var bot = (await Admin.GetAsync("/api/public/bots?limit=1")).Success()["bots"]![0]!;

        Assert.Equal(Bot.Id, bot["_id"]!.GetValue<string>());
        Assert.Contains(app.ClientId, Texts(bot["jwtApps"], "clientId"));
        Assert.Contains(app.ClientSecret, Texts(bot["jwtApps"], "clientSecret"));
    }

    private Task<TestCaller.Reply> LogAsync(string query) => Admin.GetAsync($"/api/public/auditlogs?size=100&{query}");
}
