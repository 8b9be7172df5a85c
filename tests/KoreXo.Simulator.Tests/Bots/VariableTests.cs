using System.Net;

namespace KoreXo.Simulator.Tests.Bots;

public sealed class VariableTests : AreaTest
{
    private string Target => $"/api/1.1/public/builder/bot/{Bot.Id}/variables";

    [Fact]
    public async Task Variables_are_written_over_by_name_and_exported()
    {
        await ImportAsync(
            """[{"key":"url","value":"1","variableType":"env","scope":"prePopulated"},{"key":"hi","variableType":"locale","scope":"hidden","localeData":{"en":{"value":"Hi"}}}]"""
        );
        var message = await ImportAsync("""[{"key":"url","value":"2","variableType":"env","scope":"prePopulated"}]""");

        Assert.StartsWith("1 ", message, StringComparison.Ordinal);
        Assert.Equal(["url", "hi"], Bot.Variables.Select(variable => variable.Key));
        var export = (await BotApp.PostAsync(Target + "/export", json: null)).Success();
        Assert.Equal("2", export[0]!["value"]!.GetValue<string>());
        Assert.Equal("Hi", export[1]!["localeData"]!["en"]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Collections_have_variables_of_their_own()
    {
        await ImportAsync(
            """
            {"botVariables":[{"key":"url","value":"1","variableType":"env","scope":"hidden"}],
             "botCollections":[{"name":"Fees","refId":"c-1"}],
             "botCollectionVariables":[{"key":"url","value":"2","refId":"c-1"}]}
            """
        );
        await ImportAsync("""{"botCollectionVariables":[{"key":"more","value":"3","refId":"c-1"}]}""");

        Assert.Equal([(null, "1"), ("Fees", "2"), ("Fees", "3")], Bot.Variables.Select(variable => (variable.Collection, variable.Value)));
        Assert.Contains(
            "/botCollectionVariables/0/refId",
            (await BotApp.PostAsync(Target + "/import", """{"botCollectionVariables":[{"key":"x","value":"3","refId":"none"}]}""")).Refusal(
                HttpStatusCode.BadRequest
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        """[{"key":"a","value":"1","variableType":"env","scope":"hidden"},{"key":"b","variableType":"env","scope":"hidden"}]""",
        "/1/value"
    )]
    [InlineData("""{"botVariables":[{"key":"b","value":"x","variableType":"locale","scope":"hidden"}]}""", "/botVariables/0/localeData")]
    [InlineData("\"text\"", "")]
    public async Task What_a_variable_needs_must_be_there(string body, string pointer)
    {
        Assert.Contains(
            pointer,
            (await BotApp.PostAsync(Target + "/import", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Empty(Bot.Variables);
    }

    private async Task<string> ImportAsync(string body) =>
        (await BotApp.PostAsync(Target + "/import", body)).Success()["message"]!.GetValue<string>();
}
