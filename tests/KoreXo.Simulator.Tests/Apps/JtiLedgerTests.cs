using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Apps;

/// <summary>Which ids of tokens count as used.</summary>
public sealed class JtiLedgerTests : PlatformTest
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_id_is_forgotten_after_its_token_has_expired_and_no_sooner()
    {
        var ledger = new JtiLedger();
        Assert.True(ledger.TryUse("short", Now.AddMinutes(1), Now));
        Assert.True(ledger.TryUse("long", Now.AddMinutes(60), Now));

        Use(ledger, 0, 5000, Now.AddMinutes(2));

        Assert.True(ledger.TryUse("short", Now.AddMinutes(3), Now.AddMinutes(2)));
        Assert.False(ledger.TryUse("long", Now.AddMinutes(60), Now.AddMinutes(2)));
    }

    [Fact]
    public void Ids_differ_by_case_and_blanks()
    {
        var ledger = new JtiLedger();

        Assert.All(["a", "A", " a", "a "], jti => Assert.True(ledger.TryUse(jti, Now.AddMinutes(1), Now)));
        Assert.False(ledger.TryUse("a ", Now.AddMinutes(1), Now));
    }

    [Fact]
    public void No_id_of_a_token_that_is_still_good_is_forgotten_whatever_their_number()
    {
        var ledger = new JtiLedger();
        Use(ledger, 0, 4000, Now);

        Assert.All(Enumerable.Range(0, 4000), number => Assert.False(ledger.TryUse(Name(number), Now.AddMinutes(60), Now)));
    }

    [Fact]
    public async Task Of_requests_at_the_same_time_with_one_token_one_is_served()
    {
        Platform.AddTable("T");
        var app = Platform.AddAppWithAllScopes(AppKind.Data);
        var payload = new JsonObject
        {
            ["appId"] = app.ClientId,
            ["jti"] = "one",
            ["exp"] = Clock.UnixSeconds + 60,
        };
        var caller = As(app);
        caller.Token = TestToken.Sign(app.ClientSecret, payload);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => caller.PostAsync("/api/public/tables/T/query", "{}")));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(19, replies.Count(reply => reply.Status == HttpStatusCode.Unauthorized));
    }

    private static void Use(JtiLedger ledger, int from, int count, DateTimeOffset now)
    {
        for (var number = from; number < from + count; number++)
        {
            Assert.True(ledger.TryUse(Name(number), now.AddMinutes(60), now));
        }
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);
}
