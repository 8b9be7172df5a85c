using System.Text.Json;
using KoreXo.Analytics;
using KoreXo.BotDefinition;

namespace KoreXo.Tests.Wire;

/// <summary>An export of sessions in which some records are not as documented.</summary>
public sealed class OddValueTests : WireTest
{
    [Theory]
    [InlineData("start_time", "\"\"")]
    [InlineData("start_time", "1764324000")]
    [InlineData("start_time", "\"Sat, 28 Nov 2026 10:00:00 GMT\"")]
    [InlineData("noOfMessagesExchanged", "\"\"")]
    [InlineData("noOfMessagesExchanged", "1.5")]
    [InlineData("noOfMessagesExchanged", "12345678901234567890")]
    [InlineData("session_lang", "[\"en\",null]")]
    [InlineData("tags", "\"none\"")]
    public async Task One_odd_value_does_not_lose_the_page(string member, string value)
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            $$"""{"sessions":[{"sessionId":"1"},{"sessionId":"2","{{member}}":{{value}}},{"sessionId":"3"}],"moreAvailable":false}"""
        );

        var sessions = await Connect(server).Analytics.ListSessionsAsync("st-1").ToListAsync();

        Assert.Equal(["1", "2", "3"], sessions.Select(static session => session.SessionId));
        Assert.Equal(value, sessions[1].ExtensionData[member].GetRawText());
        AssertJson($$"""{"sessionId":"2","{{member}}":{{value}}}""", Json.Write(sessions[1], AnalyticsJson.Resolver));
    }

    [Fact]
    public async Task A_record_without_a_readable_id_is_skipped_on_request()
    {
        await using var server = await LoopbackServer.StartAsync(
            static (context, request) =>
                LoopbackServer.WriteAsync(
                    context,
                    request.Text.Contains("\"skip\":3", StringComparison.Ordinal)
                        ? """{"sessions":[{"sessionId":"4"}],"moreAvailable":false}"""
                        : """{"sessions":[{"sessionId":"1"},{"sessionId":["2"]},"x"],"moreAvailable":true}"""
                )
        );
        var list = Connect(server).Analytics.ListSessionsAsync("st-1");

        var failure = await Assert.ThrowsAsync<KoreXoException>(async () => await list.ToListAsync());
        var pages = await list.SkipUnreadable().AsPages().ToListAsync();

        Assert.Contains(
            "Item 1 of the page: Expected a string at '/sessionId', found an array.",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(["1", "4"], pages.SelectMany(static page => page.Items).Select(static session => session.SessionId));
        Assert.Equal([2, 0], pages.Select(static page => page.UnreadableCount));
    }

    [Fact]
    public async Task A_member_that_the_operation_always_sends_is_sent_once()
    {
        await using var server = await LoopbackServer.AnsweringAsync("\"done\"");
        using var no = JsonDocument.Parse("false");
        var extension = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["enable"] = no.RootElement,
            ["other"] = no.RootElement,
        };

        await Connect(server)
            .BotDefinition.EnableLanguageAsync("st-1", new LanguageStatusRequest { Language = "de", ExtensionData = extension });

        Assert.Equal("""{"language":"de","other":false,"enable":true}""", server.Only.Text);
    }
}
