using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Notifications;

public sealed class NotificationTests : AreaTest
{
    private const string Message = "\"message\":{\"type\":\"text\",\"val\":\"Hello\"}";

    [Theory]
    [InlineData("a@example.com,b@example.com", "SUCCESS")]
    [InlineData("a@example.com,GONE@example.com", "PARTIAL_SUCCESS")]
    [InlineData("gone@example.com", "FAILURE")]
    public async Task The_outcome_is_told_for_all_and_for_each_recipient(string recipients, string expected)
    {
        Platform.AddUnreachableRecipient("gone@example.com");
        var identities = recipients.Split(',');
        var body =
            $$"""{"channel":"msteams","userIdentityType":"resolve",{{Message}},"identities":["{{string.Join("\",\"", identities)}}"]}""";
        var start = (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/notify", body)).Success();
        Assert.Equal("IN_PROGRESS", start["status"]!.GetValue<string>());

        var status = await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/notify/status/{start["_id"]}"));

        Assert.Equal(expected, status["status"]!.GetValue<string>());
        Assert.Equal(identities, Texts(status["statusLogs"], "originalId"));
        Assert.All(
            status["statusLogs"]!.AsArray(),
            log => Assert.Equal(log!["status"]!.GetValue<string>() == "SUCCESS", log["koreId"] is not null)
        );
    }

    [Theory]
    [InlineData("""{"channel":"ivr","identities":[{"email":"a"}]}""", "exactly one of message and content")]
    [InlineData(
        """{"channel":"ivr","message":<text>,"content":<text>,"identities":[{"email":"a"}]}""",
        "exactly one of message and content"
    )]
    [InlineData(
        """{"channel":"whatsapp","webhookInstanceName":"x","message":<text>,"identities":[{"phoneNumber":"1"}]}""",
        "/webhookInstanceName"
    )]
    [InlineData("""{"channel":"whatsapp","message":<text>,"identities":[{"email":"a"}]}""", "exactly one identity, phoneNumber")]
    [InlineData("""{"channel":"hangouts","message":<text>,"identities":[{"spaceId":"a","email":"a"}]}""", "exactly one identity, spaceId")]
    [InlineData("""{"channel":"ivr","content":<text>,"identities":[]}""", "at least 1 item")]
    [InlineData("""{"channel":"ivr","content":<text>,"identities":[{"email":"a"}],"more":1}""", "this member is not known")]
    [InlineData(
        """{"channel":"ivr","content":<text>,"identities":[{"email":"a","parameters":<21>}]}""",
        "/identities/0/parameters: at most 20"
    )]
    public async Task A_V2_request_whose_parts_do_not_go_together_is_refused(string body, string reason)
    {
        var parameters = new JsonObject();
        for (var number = 0; number < 21; number++)
        {
            parameters[$"p{number}"] = "x";
        }

        body = body.Replace("<text>", """{"type":"text","value":"Hello"}""", StringComparison.Ordinal)
            .Replace("<21>", parameters.ToJsonString(), StringComparison.Ordinal);

        Assert.Contains(
            reason,
            (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/notifyV2", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_two_versions_do_not_report_on_one_another()
    {
        var body = """{"channel":"ivr","content":{"type":"text","value":"Hello"},"identities":[{"email":"a@example.com"}]}""";
        var id = (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/notifyV2", body)).Success()["_id"]!.GetValue<string>();

        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/notify/status/{id}")).Refusal(HttpStatusCode.NotFound);
        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/notifyV2/status/{id}")).Success();
    }

    [Fact]
    public async Task More_than_a_thousand_recipients_are_refused()
    {
        var identities = string.Join(',', Enumerable.Range(0, 1001).Select(number => $"\"{number}\""));

        (
            await Admin.PostAsync(
                $"/api/public/bot/{Bot.Id}/notify",
                $$"""{"channel":"slack","userIdentityType":"resolve",{{Message}},"identities":[{{identities}}]}"""
            )
        ).Refusal(HttpStatusCode.BadRequest);
    }
}
