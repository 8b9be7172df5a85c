using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Bots;

/// <summary>Languages, variables and channels that a request cannot set.</summary>
public sealed class SettingTests : AreaTest
{
    private string Variables => $"/api/1.1/public/builder/bot/{Bot.Id}/variables";

    [Theory]
    [InlineData("")]
    [InlineData("f")]
    [InlineData("FR")]
    [InlineData("fr-")]
    [InlineData("french")]
    [InlineData("fr\n")]
    [InlineData("fr-FR\n")]
    [InlineData(" fr")]
    public async Task What_is_no_code_is_no_language(string code)
    {
        Assert.Contains("is not valid", (await AddAsync(code)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Equal(["en"], Bot.Languages.Keys);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("fil")]
    [InlineData("fr-FR")]
    [InlineData("zh_cn")]
    [InlineData("zh_Hant")]
    public async Task A_code_is_two_or_three_letters_with_or_without_a_region(string code)
    {
        (await AddAsync(code)).Success();

        Assert.Equal((true, false), (Bot.Languages[code].IsEnabled, Bot.Languages[code].IsPublished));
    }

    [Theory]
    [InlineData("de", "configured for the app")]
    [InlineData("d", "is not valid")]
    [InlineData("en", "is the default already")]
    [InlineData("de\n", "is not valid")]
    public async Task A_default_that_cannot_be_says_why(string code, string reason)
    {
        var reply = await Admin.PostAsync(
            $"/api/1.1/public/bot/{Bot.Id}/defaultLanguage",
            new JsonObject { ["Language"] = code }.ToJsonString()
        );

        Assert.Equal((HttpStatusCode.BadRequest, "Error"), (reply.Status, reply.Json["status"]!.GetValue<string>()));
        Assert.Contains(reason, reply.Json["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("en", Bot.DefaultLanguage);
    }

    [Fact]
    public async Task A_collection_is_described_once()
    {
        const string Body = """
            {"botVariables":[{"key":"url","value":"1","variableType":"env","scope":"hidden"}],
             "botCollections":[{"name":"Fees","refId":"c-1"},{"name":"Rates","refId":"c-1"}]}
            """;

        Assert.Contains(
            "/botCollections/1/refId",
            (await BotApp.PostAsync(Variables + "/import", Body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Empty(Bot.Variables);
    }

    [Fact]
    public async Task A_collection_that_is_named_again_has_its_new_name_for_what_comes_later()
    {
        await ImportAsync(
            """{"botCollections":[{"name":"Fees","refId":"c-1"}],"botCollectionVariables":[{"key":"a","value":"1","refId":"c-1"}]}"""
        );
        await ImportAsync(
            """{"botCollections":[{"name":"Rates","refId":"c-1"}],"botCollectionVariables":[{"key":"b","value":"2","refId":"c-1"}]}"""
        );

        Assert.Equal([("a", "Fees"), ("b", "Rates")], Bot.Variables.Select(variable => (variable.Key, variable.Collection)));
    }

    [Theory]
    [InlineData("""[{"key":"a","value":1,"variableType":"env","scope":"hidden"}]""", "/0/value")]
    [InlineData("""[{"key":"a","value":"1","variableType":"secret","scope":"hidden"}]""", "/0/variableType")]
    [InlineData("""[{"key":"a","value":"1","variableType":"env","scope":"all"}]""", "/0/scope")]
    [InlineData("""[{"value":"1","variableType":"env","scope":"hidden"}]""", "/0/key")]
    [InlineData("""[{"key":"a","variableType":"locale","scope":"hidden","localeData":{"en":{}}}]""", "value")]
    [InlineData("""[{"key":"a","variableType":"locale","scope":"hidden","localeData":{"en":"x"}}]""", "/0/localeData/en")]
    [InlineData("""[{"key":"a","variableType":"locale","scope":"hidden","localeData":[]}]""", "/0/localeData")]
    [InlineData("""{"botCollectionVariables":[{"key":"x","value":"3"}]}""", "/botCollectionVariables/0/refId")]
    public async Task A_variable_of_the_wrong_kind_is_named_by_its_place(string body, string pointer)
    {
        Assert.Contains(
            pointer,
            (await BotApp.PostAsync(Variables + "/import", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Empty(Bot.Variables);
    }

    [Fact]
    public async Task Of_two_variables_of_one_name_the_last_counts_and_keeps_the_place_of_the_first()
    {
        await ImportAsync(
            """
            [{"key":"a","value":"1","variableType":"env","scope":"hidden","hint":"h"},{"key":"b","value":"2","variableType":"env","scope":"hidden"},
             {"key":"a","value":"","variableType":"env","scope":"askOnInstall"}]
            """
        );

        var export = (await BotApp.PostAsync(Variables + "/export", json: null)).Success().AsArray();

        Assert.Equal(
            [("a", "", "", "askOnInstall"), ("b", "2", "", "hidden")],
            export.Select(variable =>
                (
                    variable!["key"]!.GetValue<string>(),
                    variable["value"]!.GetValue<string>(),
                    variable["hint"]!.GetValue<string>(),
                    variable["scope"]!.GetValue<string>()
                )
            )
        );
    }

    [Theory]
    [InlineData("""{"type":"rtm","channelDetails":{}}""", "/streamId")]
    [InlineData("""{"streamId":"st-none","type":"fax","channelDetails":{"enable":true}}""", "/type")]
    [InlineData("""{"streamId":"st-none","type":"","channelDetails":{"enable":true}}""", "/type")]
    [InlineData("""{"streamId":"st-none","type":7,"channelDetails":{"enable":true}}""", "/type")]
    public async Task A_channel_that_there_is_not_is_refused(string body, string reason) =>
        Assert.Contains(
            reason,
            (await Admin.PostAsync("/api/public/channels", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_unlinked_bot_is_linked_once()
    {
        var other = Platform.AddBot("Other");

        Bot.LinkBot(other);
        Bot.LinkBot(other);

        Assert.Equal([other], Bot.LinkedBots);
        Assert.Throws<ArgumentNullException>(() => Bot.LinkBot(null!));
        Assert.Throws<ArgumentException>(() => Bot.EnableChannel(""));
    }

    private Task<TestCaller.Reply> AddAsync(string code) =>
        Admin.PostAsync(
            $"/api/1.1/public/bot/{Bot.Id}/language",
            new JsonObject
            {
                ["enableLanguage"] = code,
                ["langDefinitionMode"] = new JsonObject { ["type"] = "Basic" },
                ["multiLingualConfigurations"] = new JsonObject
                {
                    ["nluLanguage"] = "en",
                    ["inputTranslation"] = false,
                    ["responseTranslation"] = false,
                },
            }.ToJsonString()
        );

    private async Task ImportAsync(string body) => (await BotApp.PostAsync(Variables + "/import", body)).Success();
}
