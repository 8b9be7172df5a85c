namespace KoreXo.Tests.Wire;

/// <summary>What the analytics operations send and accept.</summary>
public sealed class AnalyticsWireTests : WireTest
{
    [Fact]
    public async Task Debug_logs_of_a_voice_assistant_that_are_one_object_are_a_page_of_one()
    {
        const string Answer = """
            {"timestamp":"2024-05-02T10:00:00.000Z","debugTitle":"User input","debugLevel":"info",
             "VGdebugDetail":{"inputType":"voice","inputMessage":"balance","vendorDetail":{"a":[1]}}}
            """;
        await using var server = await LoopbackServer.AnsweringAsync(Answer);

        var logs = await Connect(server).Analytics.ListDebugLogsAsync("st-1", "user").ToListAsync();

        var log = Assert.Single(logs);
        Assert.Equal("balance", log.VoiceDebugDetail!.InputMessage);
        Assert.Equal("""{"a":[1]}""", log.VoiceDebugDetail.AdditionalProperties["vendorDetail"].ToString());
        Assert.Single(server.Requests);
    }
}
