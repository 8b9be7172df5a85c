using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Notifications;

/// <summary>Which notifications are sent, and what their status says call by call.</summary>
public sealed class NotificationRuleTests : AreaTest
{
    private string First => $"/api/public/bot/{Bot.Id}/notify";

    private string Second => First + "V2";

    [Theory]
    [InlineData("channel", "\"email\"", "at /channel: one of 'msteams', 'slack' is expected")]
    [InlineData("channel", "\"MSTeams\"", "at /channel: one of 'msteams', 'slack' is expected")]
    [InlineData("channel", null, "at /channel: it is required")]
    [InlineData("userIdentityType", null, "at /userIdentityType: it is required")]
    [InlineData("identities", null, "at /identities: it is required")]
    [InlineData("identities", "\"a@example.com\"", "at /identities: an array is expected")]
    [InlineData("identities", "[{\"email\":\"a\"}]", "at /identities/0: a string is expected")]
    [InlineData("message", null, "at /message: it is required")]
    [InlineData("message", "\"Hello\"", "at /message: an object is expected")]
    [InlineData("message", """{"type":"text"}""", "at /message/val: it is required")]
    [InlineData("message", """{"type":"text","value":"x"}""", "at /message/val: it is required")]
    [InlineData("message", """{"type":"html","val":"x"}""", "at /message/type: one of 'text', 'script' is expected")]
    public async Task A_request_of_the_first_version_that_lacks_something_is_refused(string member, string? value, string reason)
    {
        var body = JsonNode
            .Parse(
                """{"channel":"slack","userIdentityType":"resolve","message":{"type":"text","val":"Hello"},"identities":["a@example.com"]}"""
            )!
            .AsObject();
        body.Remove(member);
        if (value is not null)
        {
            body[member] = JsonNode.Parse(value);
        }

        Assert.Contains(
            reason,
            (await Admin.PostAsync(First, body.ToJsonString())).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ivr", """{"email":"a"}""", null)]
    [InlineData("msteams", """{"email":"a"}""", null)]
    [InlineData("hangouts", """{"spaceId":"a"}""", null)]
    [InlineData("whatsapp", """{"phoneNumber":"a"}""", null)]
    [InlineData("whatsapp", """{"phoneNumber":"a","email":null}""", "at /identities/0/email: a string is expected")]
    [InlineData("ivr", """{"phoneNumber":"a"}""", "the channel ivr takes exactly one identity, email")]
    [InlineData("hangouts", """{"email":"a"}""", "the channel hangouts takes exactly one identity, spaceId")]
    [InlineData("whatsapp", """{"phoneNumber":"a","email":"b"}""", "the channel whatsapp takes exactly one identity, phoneNumber")]
    [InlineData("whatsapp", """{"customMessage":"Hi"}""", "the channel whatsapp takes exactly one identity, phoneNumber")]
    [InlineData("ivr", """{"email":"a","customMessage":"Hi {name}","parameters":{"name":"Ann"}}""", null)]
    [InlineData("ivr", """{"email":"a","parameters":{"name":7}}""", "/parameters/name: a string is expected")]
    [InlineData("ivr", """{"email":"a","parameters":[]}""", "/parameters: an object is expected")]
    [InlineData("ivr", """{"Email":"a"}""", "this member is not known")]
    [InlineData("ivr", "\"a\"", "at /identities/0: an object is expected")]
    public async Task A_recipient_has_the_one_identity_of_the_channel(string channel, string recipient, string? reason)
    {
        var reply = await Admin.PostAsync(Second, Body(channel, recipient));

        if (reason is null)
        {
            reply.Success();
        }
        else
        {
            Assert.Contains(reason, reply.Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(200, HttpStatusCode.OK)]
    [InlineData(201, HttpStatusCode.BadRequest)]
    public async Task A_value_of_a_placeholder_has_at_most_200_characters(int length, HttpStatusCode status)
    {
        var recipient = $$$"""{"email":"a","parameters":{"name":"{{{new string('ü', length)}}}"}}""";

        Assert.Equal(status, (await Admin.PostAsync(Second, Body("ivr", recipient))).Status);
    }

    [Fact]
    public async Task A_thousand_recipients_are_taken_in_both_versions()
    {
        var mails = Enumerable.Range(0, 1000).Select(number => $"u{number}@example.com").ToList();
        var first = $$"""
            {"channel":"slack","userIdentityType":"resolve","message":{"type":"script","val":"print(1)"},
             "identities":["{{string.Join("\",\"", mails)}}"]}
            """;
        var second = Body("ivr", string.Join(',', mails.Select(mail => $"{{\"email\":\"{mail}\"}}")));

        (await Admin.PostAsync(First, first)).Success();
        var start = (await Admin.PostAsync(Second, second)).Success();

        Assert.Equal(1000, start["store"]!["identitiesCount"]!.GetValue<int>());
        Assert.Contains(
            "at most 1000 items",
            (await Admin.PostAsync(Second, second.Replace("[{", "[{\"email\":\"x\"},{", StringComparison.Ordinal))).Refusal(
                HttpStatusCode.BadRequest
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_recipient_who_becomes_unreachable_before_the_end_is_not_reached()
    {
        var target = await StartAsync("""{"email":"a@example.com"},{"email":"b@example.com"}""");
        (await Admin.GetAsync(target)).Success();
        Platform.AddUnreachableRecipient("B@example.com");
        (await Admin.GetAsync(target)).Success();

        var done = (await Admin.GetAsync(target)).Success();

        Assert.Equal("PARTIAL_SUCCESS", done["status"]!.GetValue<string>());
        Assert.Equal(["SUCCESS", "FAILURE"], Texts(done["statusLogs"], "status"));
        Assert.Equal([true, false], done["statusLogs"]!.AsArray().Select(log => log!.AsObject().ContainsKey("messagestoreId")));
    }

    [Fact]
    public async Task A_finished_notification_keeps_its_outcomes()
    {
        var target = await StartAsync("""{"email":"a@example.com"}""");
        var done = await PollAsync(() => Admin.GetAsync(target));
        Platform.AddUnreachableRecipient("a@example.com");
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.True(JsonNode.DeepEquals(done, (await Admin.GetAsync(target)).Success()));
    }

    [Fact]
    public async Task Until_the_end_no_outcome_is_reported()
    {
        var target = await StartAsync("""{"email":"a@example.com"}""");

        var status = (await Admin.GetAsync(target)).Success();

        Assert.Equal(("IN_PROGRESS", 1), (status["status"]!.GetValue<string>(), status["count"]!.GetValue<int>()));
        Assert.Empty(status["statusLogs"]!.AsArray());
    }

    [Fact]
    public async Task A_recipient_who_is_named_twice_is_reported_twice()
    {
        var target = await StartAsync("""{"email":"a@example.com"},{"email":"a@example.com"}""");

        var done = await PollAsync(() => Admin.GetAsync(target));

        Assert.Equal(["a@example.com", "a@example.com"], Texts(done["statusLogs"], "originalId"));
        Assert.Equal(2, Texts(done["statusLogs"], "_id").Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_notification_is_found_under_its_own_bot_only()
    {
        var other = Platform.AddBot("Other");
        var target = await StartAsync("""{"email":"a@example.com"}""");

        (await Admin.GetAsync(target.Replace(Bot.Id, other.Id, StringComparison.Ordinal))).Refusal(HttpStatusCode.NotFound);
        (await Admin.GetAsync(target.Replace(Bot.Id, "st-none", StringComparison.Ordinal))).Refusal(HttpStatusCode.NotFound);
        (await Admin.PostAsync(Second.Replace(Bot.Id, "st-none", StringComparison.Ordinal), Body("ivr", """{"email":"a"}"""))).Refusal(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task An_app_of_a_bot_may_not_notify() =>
        (await BotApp.PostAsync(Second, Body("ivr", """{"email":"a"}"""))).Refusal(HttpStatusCode.Forbidden);

    private async Task<string> StartAsync(string recipients) =>
        $"{Second}/status/{(await Admin.PostAsync(Second, Body("ivr", recipients))).Success()["_id"]}";

    private static string Body(string channel, string recipients) =>
        $$"""{"channel":"{{channel}}","content":{"type":"text","value":"Hello"},"identities":[{{recipients}}]}""";
}
