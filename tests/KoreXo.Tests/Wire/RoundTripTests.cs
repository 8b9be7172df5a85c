using KoreXo.BotDefinition;

namespace KoreXo.Tests.Wire;

public sealed class RoundTripTests : WireTest
{
    [Theory]
    [InlineData("""{"_id":"ber-1","status":"success","novel":{"deep":[1,null,"x"]}}""")]
    [InlineData("""{"_id":"ber-1","status":"half-done"}""")]
    [InlineData("""{"_id":"","status":"success","createdBy":""}""")]
    [InlineData("""{}""")]
    public void What_is_read_is_written_back(string json)
    {
        var status = Json.Read<BotExportStatus>(json, BotDefinitionJson.Resolver);

        AssertJson(json, Json.Write(status, BotDefinitionJson.Resolver));
    }

    [Fact]
    public void An_unknown_value_is_kept_and_says_so()
    {
        var status = Json.Read<BotExportStatus>("""{"status":"half-done"}""", BotDefinitionJson.Resolver);

        Assert.False(status.Status.IsKnown);
        Assert.Equal("half-done", status.Status.Value);
    }

    [Theory]
    [InlineData("""{"nlpData":[]}""")]
    [InlineData("""{"nlpData":["utterances"]}""")]
    [InlineData("""{}""")]
    public void An_empty_list_stays_different_from_an_absent_one(string json)
    {
        var options = Json.Read<BotImportOptions>(json, BotDefinitionJson.Resolver);

        Assert.NotNull(options.NlpData);
        AssertJson(json, Json.Write(options, BotDefinitionJson.Resolver));
    }

    [Fact]
    public async Task Absence_gives_empty_values_never_an_exception()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");

        var status = await Connect(server).BotDefinition.GetBotPublishStatusAsync("st-1");

        Assert.Equal("", status.Id);
        Assert.Equal("", status.Status.Value);
        Assert.Empty(status.StatusSummary);
        Assert.Empty(status.ExtensionData);
        Assert.Null(status.PercentageComplete);
    }
}
