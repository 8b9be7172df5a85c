namespace KoreXo.Simulator.Tests.Conversations;

public sealed class SessionTests : AreaTest
{
    [Theory]
    [InlineData(7, "")]
    [InlineData(333, "")]
    [InlineData(999, "")]
    [InlineData(1000, "")]
    [InlineData(37, "account")]
    public async Task A_thousand_sessions_are_read_once_each_latest_first_whatever_the_page(int size, string account)
    {
        var truth = Platform.SeedSessions(Bot, 1000, new SessionSeed { MessagesPerSession = 2 });
        var target = account.Length > 0 ? "/api/public/getSessions" : $"/api/public/bot/{Bot.Id}/getSessions";
        var read = new List<string>();
        bool more;
        do
        {
            var page = (await Admin.PostAsync(target, $$"""{"skip":{{read.Count}},"limit":{{size}}}""")).Success();
            Assert.Equal(1000, page["total"]!.GetValue<int>());
            read.AddRange(Texts(page["sessions"], "sessionId"));
            more = page["moreAvailable"]!.GetValue<bool>();
            Clock.Advance(TimeSpan.FromSeconds(2)); // within the rates
            Assert.Equal(more, read.Count < page["total"]!.GetValue<int>());
        } while (more);

        Assert.Equal(truth.Select(session => session.Id).Reverse(), read);
    }

    [Fact]
    public async Task The_account_sees_the_sessions_of_all_bots_and_a_bot_its_own()
    {
        var other = Platform.AddBot("Other");
        var own = Platform.SeedSessions(Bot, 5);
        var others = Platform.SeedSessions(other, 5);

        Assert.Equal(own.Select(session => session.Id).Order(StringComparer.Ordinal), (await IdsAsync("{}")).Order(StringComparer.Ordinal));
        var all = (await Admin.PostAsync("/api/public/getSessions", json: null)).Success();
        Assert.Equal(
            own.Concat(others).Select(session => session.Id).Order(StringComparer.Ordinal),
            Texts(all["sessions"], "sessionId").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Without_days_the_last_seven_are_meant_and_a_first_day_alone_reaches_to_now()
    {
        var now = Clock.GetUtcNow();
        Platform.SeedSessions(Bot, 3, new SessionSeed { From = now.AddDays(-20), To = now.AddDays(-15) });
        var late = Platform.SeedSessions(Bot, 3, new SessionSeed { From = now.AddDays(-2), To = now });

        Assert.Equal(late.Select(session => session.Id).Reverse(), await IdsAsync("{}"));
        Assert.Equal(6, (await IdsAsync("""{"dateFrom":"2026-02-01"}""")).Count);
        Assert.Equal(3, (await IdsAsync("""{"dateTo":"2026-02-15"}""")).Count);
    }

    [Fact]
    public async Task A_last_day_is_taken_whole_and_a_last_moment_with_itself()
    {
        var midnight = new DateTimeOffset(2026, 2, 25, 0, 0, 0, TimeSpan.Zero);
        var truth = Platform.SeedSessions(Bot, 48, new SessionSeed { From = midnight, To = midnight.AddDays(2) });

        Assert.Equal(24, (await IdsAsync("""{"dateFrom":"2026-02-25","dateTo":"2026-02-25"}""")).Count);
        Assert.Equal(
            [truth[3].Id, truth[2].Id],
            await IdsAsync("""{"dateFrom":"2026-02-25T02:00:00Z","dateTo":"2026-02-25T03:00:00.000Z"}""")
        );
        Assert.Equal([truth[2].Id], await IdsAsync("""{"dateFrom":"2026-02-25T02:00:00Z","dateTo":"2026-02-25T02:59:59Z"}"""));
    }

    [Fact]
    public async Task Filters_narrow_by_user_kind_containment_call_and_tag()
    {
        var truth = Platform.SeedSessions(
            Bot,
            60,
            new SessionSeed
            {
                Users = 4,
                Channels = ["rtm", "slack"],
                AlertEvery = 5,
            }
        );
        var one = truth[17];

        await CheckAsync($$"""{"userId":"{{one.UserId}}"}""", "", session => session.UserId == one.UserId);
        await CheckAsync($$"""{"userId":"{{one.ChannelUserId}}"}""", "", session => session.UserId == one.UserId);
        await CheckAsync("""{"sessionType":"non-interactive"}""", "", session => session.IsAlert);
        await CheckAsync("{}", "?containmentType=agent", session => session.Containment == "agent");
        await CheckAsync("{}", $"?callId={one.CallId}", session => session == one);
        await CheckAsync("""{"tags":{"channel":"slack"}}""", "", session => session.Channel == "slack");
        await CheckAsync($$"""{"userId":"nobody","sessionId":["{{one.Id}}"]}""", "?containmentType=agent", session => session == one);

        async Task CheckAsync(string body, string query, Func<SimulatedSession, bool> condition)
        {
            var expected = truth.Where(condition).Select(session => session.Id).Reverse().ToList();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await IdsAsync(body, query));
        }
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_sessions()
    {
        await using var twin = await XoSimulator.StartAsync(new XoSimulatorOptions { TimeProvider = Clock });
        var bot = twin.AddBot("Travel");
        twin.AddAppWithAllScopes(AppKind.Admin);
        twin.AddAppWithAllScopes(AppKind.Platform);

        Assert.Equal(
            Platform.SeedSessions(Bot, 10).SelectMany(session => session.Messages).Select(Describe),
            twin.SeedSessions(bot, 10).SelectMany(session => session.Messages).Select(Describe)
        );

        static string Describe(SimulatedMessage message) =>
            $"{message} {message.Session} {message.SentOn:O} {message.Text} {message.Session.UserId}";
    }

    [Fact]
    public void A_seed_out_of_range_is_a_mistake_of_the_test()
    {
        Assert.ThrowsAny<ArgumentException>(() => Platform.SeedSessions(Bot, 0));
        Assert.ThrowsAny<ArgumentException>(() => Platform.SeedSessions(Bot, 1, new SessionSeed { MessagesPerSession = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => Platform.SeedSessions(Bot, 1, new SessionSeed { Users = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => Platform.SeedSessions(Bot, 1, new SessionSeed { Channels = [] }));
        Assert.ThrowsAny<ArgumentException>(() => Platform.SeedSessions(Bot, 1, new SessionSeed { From = Clock.GetUtcNow() }));
    }

    private async Task<List<string>> IdsAsync(string body, string query = "")
    {
        var answer = (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/getSessions{query}", body)).Success();
        return [.. Texts(answer["sessions"], "sessionId")];
    }
}
