namespace KoreXo.Tests.Wire;

public sealed class HostilePathTests : WireTest
{
    [Theory]
    [InlineData("../x", "..%2Fx")]
    [InlineData("a/b?c#d", "a%2Fb%3Fc%23d")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData(" ", "%20")]
    [InlineData("two words", "two%20words")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("a\r\nHost: evil", "a%0D%0AHost%3A%20evil")]
    [InlineData("é\\..", "%C3%A9%5C..")]
    [InlineData("...", "...")]
    public async Task A_value_cannot_leave_its_segment(string table, string onTheWire)
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"nDeleted":0}""");

        await Connect(server)
            .DataTables.DeleteRowsAsync(
                table,
                new()
                {
                    Query = new() { Expressions = [], Operator = KoreXo.DataTables.DataFilterOperator.And },
                }
            );

        Assert.Equal($"/api/public/tables/{onTheWire}", server.Only.Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task A_value_that_would_change_the_path_is_refused_before_sending(string? botId)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => Connect(server).BotDefinition.GetBotPublishStatusAsync(botId!));

        Assert.Equal("botId", refusal.ParamName);
        Assert.Empty(server.Requests);
    }
}
