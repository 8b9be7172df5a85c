using System.Net;

namespace KoreXo.Simulator.Tests.Conversations;

public sealed class HistoryTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}/getMessages";

    [Theory]
    [InlineData("", 13)]
    [InlineData("", 100)]
    [InlineData("V2", 101)]
    [InlineData("V2", 10_000)]
    [InlineData("account", 99)]
    public async Task All_messages_are_read_once_each_newest_first_whatever_the_page(string form, int size)
    {
        var truth = Platform.SeedSessions(Bot, 50, new SessionSeed { MessagesPerSession = 5 });
        var target = form == "account" ? "/api/public/getMessages" : Target + form;
        var read = new List<string>();
        bool more;
        do
        {
            var page = (await Admin.PostAsync(target, $$"""{"skip":{{read.Count}},"limit":{{size}}}""")).Success();
            Assert.Equal(250, page["total"]!.GetValue<int>());
            read.AddRange(Texts(page["messages"], "_id"));
            more = page["moreAvailable"]!.GetValue<bool>();
            Assert.Equal(more, read.Count < page["total"]!.GetValue<int>());
        } while (more);

        Assert.Equal(truth.SelectMany(session => session.Messages).Select(message => message.Id).Reverse(), read);
    }

    [Fact]
    public async Task Sessions_at_the_same_time_are_interleaved_by_the_times_of_their_messages()
    {
        var window = new SessionSeed { From = Clock.GetUtcNow().AddHours(-1), To = Clock.GetUtcNow() };
        var messages = Platform
            .SeedSessions(Bot, 3, window)
            .Concat(Platform.SeedSessions(Bot, 3, window))
            .SelectMany(session => session.Messages)
            .ToList();

        var read = await TimesAsync("""{"limit":100}""");

        Assert.Equal(messages.Select(message => message.SentOn.ToUnixTimeMilliseconds()).OrderDescending(), read);
    }

    [Theory]
    [InlineData("", 101)]
    [InlineData("V2", 10_001)]
    public async Task A_page_beyond_the_limit_of_the_version_is_refused(string version, int size)
    {
        (await Admin.PostAsync(Target + version, $$"""{"limit":{{size}}}""")).Refusal(HttpStatusCode.BadRequest);
        (await Admin.GetAsync($"{Target}{version}?userId=u&includeSecureForm=false&limit={size}")).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Seven_days_are_too_long_and_less_is_not()
    {
        (await Admin.PostAsync(Target, """{"dateFrom":"2026-02-20T00:00:00Z","dateTo":"2026-02-26T23:59:59Z"}""")).Success();
        (await Admin.PostAsync(Target, """{"dateFrom":"2026-02-20","dateTo":"2026-02-26"}""")).Success();

        var refusal = (await Admin.PostAsync(Target, """{"dateFrom":"2026-02-20T00:00:00Z","dateTo":"2026-02-27T00:00:00Z"}""")).Refusal(
            HttpStatusCode.BadRequest
        );
        Assert.Contains("less than seven days", refusal, StringComparison.Ordinal);
        (await Admin.PostAsync(Target, """{"dateFrom":"2026-02-27","dateTo":"2026-02-20"}""")).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task V2_leaves_the_messages_of_alerts_out()
    {
        var truth = Platform.SeedSessions(Bot, 10, new SessionSeed { MessagesPerSession = 2, AlertEvery = 2 });

        Assert.Equal(20, (await Admin.PostAsync(Target, "{}")).Success()["total"]!.GetValue<int>());
        var page = (await Admin.PostAsync(Target + "V2", "{}")).Success();
        Assert.Equal(10, page["total"]!.GetValue<int>());
        Assert.DoesNotContain(Texts(page["messages"], "sessionId"), id => truth.Any(session => session.Id == id && session.IsAlert));
    }

    [Fact]
    public async Task The_form_with_a_query_is_on_the_web_SDK_unless_told_otherwise()
    {
        var truth = Platform.SeedSessions(
            Bot,
            40,
            new SessionSeed
            {
                Users = 2,
                Channels = ["rtm", "slack"],
                MessagesPerSession = 2,
            }
        );
        var user = truth[0].UserId;

        await CheckAsync("", "rtm");
        await CheckAsync("&channelType=slack", "slack");
        var session = truth.First(session => session.UserId == user && session.Channel == "rtm");
        Assert.Equal(2, (await GetAsync(user, $"&sessionId={session.Id}")).Count);
        Assert.Equal(2, (await GetAsync(user, $"&callId={session.CallId}")).Count);
        Assert.Empty(await GetAsync(user, "&tags=" + Uri.EscapeDataString("""{"channel":"slack"}""")));
        (await Admin.GetAsync($"{Target}?userId={user}&tags=x")).Refusal(HttpStatusCode.BadRequest);

        async Task CheckAsync(string query, string channel) =>
            Assert.Equal(
                truth
                    .Where(session => session.UserId == user && session.Channel == channel)
                    .SelectMany(session => session.Messages)
                    .Select(message => message.Id)
                    .Reverse(),
                await GetAsync(user, query)
            );
    }

    [Fact]
    public async Task A_query_parameter_and_a_header_of_one_name_do_not_mix()
    {
        var user = Platform.SeedSessions(Bot, 1)[0].UserId;

        var reply = await Admin.SendAsync(
            "GET",
            $"{Target}?userId={user}",
            content: null,
            request => request.Headers.Add("userId", "someone else")
        );

        Assert.Equal(6, reply.Success()["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task From_a_message_on_one_looks_back_both_ways_or_onwards(int direction)
    {
        var messages = Platform.SeedSessions(Bot, 4).SelectMany(session => session.Messages).ToList();
        var anchor = messages[10];
        var expected = direction switch
        {
            < 0 => messages.Take(11),
            > 0 => messages.Skip(10),
            _ => messages,
        };

        var page = (
            await Admin.PostAsync(Target, $$"""{"msgId":"{{anchor.Id}}","direction":{{direction}},"forward":true,"limit":100}""")
        ).Success();

        Assert.Equal(expected.Select(message => message.Id), Texts(page["messages"], "_id"));
        (await Admin.PostAsync(Target, $$"""{"msgId":"{{anchor.Id}}","dateFrom":"2026-02-27"}""")).Refusal(HttpStatusCode.BadRequest);
        (await Admin.PostAsync(Target, """{"msgId":"none"}""")).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Traces_and_latencies_are_there_if_asked_for()
    {
        Platform.SeedSessions(Bot, 1, new SessionSeed { MessagesPerSession = 2 });

        Assert.Equal((false, false), await ExtrasAsync("{}"));
        Assert.Equal((true, true), await ExtrasAsync("""{"includeTraceId":true,"includeLatency":true}"""));

        async Task<(bool Trace, bool Latency)> ExtrasAsync(string body)
        {
            var messages = (await Admin.PostAsync(Target, body)).Success()["messages"]!;
            return (messages[1]!["traceId"] is not null, messages[0]!["latency"] is not null);
        }
    }

    [Fact]
    public async Task Lightweight_histories_narrow_by_session_direction_and_day()
    {
        var truth = Platform.SeedSessions(Bot, 20, new SessionSeed { Users = 1 });
        var session = truth[4];
        var target = $"/api/public/bot/{Bot.Id}/messages-lite";

        var incoming = (
            await Admin.PostAsync(target, $$"""{"userId":"{{session.UserId}}","sessionId":"{{session.Id}}","type":["incoming"]}""")
        ).Success();
        Assert.Equal(
            session.Messages.Where(message => message.IsIncoming).Select(message => message.Id).Reverse(),
            Texts(incoming["messages"], "_id")
        );
        var days = (
            await Admin.PostAsync(target, $$"""{"userId":"{{session.UserId}}","dateFrom":"2026-02-24","dateTo":"2026-02-24"}""")
        ).Success();
        Assert.Equal(truth.SelectMany(one => one.Messages).Count(message => message.SentOn.Day == 24), days["total"]!.GetValue<int>());
        var query = (await Admin.GetAsync($"{target}?userId={session.UserId}&channelType=web-sdk")).Success();
        Assert.Equal((5, 120), (query["messages"]!.AsArray().Count, query["total"]!.GetValue<int>()));
    }

    private async Task<List<string>> GetAsync(string user, string query) =>
        [.. Texts((await Admin.GetAsync($"{Target}?userId={user}&limit=100{query}")).Success()["messages"], "_id")];

    private async Task<List<long>> TimesAsync(string body) =>
        [
            .. (await Admin.PostAsync(Target, body)).Success()["messages"]!
                .AsArray()
                .Select(message => message!["timestampValue"]!.GetValue<long>()),
        ];
}
