using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Nlp;

/// <summary>How a change is merged into the settings that are there.</summary>
public sealed class NlpSettingTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}/configurations";

    [Theory]
    [InlineData(
        """{"configurations":[{"mode":"ml","minThreshold":0.3}]}""",
        """{"configurations":[{"mode":"faq","useBotSynonyms":true}]}""",
        """{"configurations":[{"mode":"ml","minThreshold":0.3},{"mode":"faq","useBotSynonyms":true}]}"""
    )]
    [InlineData(
        """{"advancedNLPSettings":[{"configurationKeyName":"network","configurationValue":"a","nlpEngine":"ML"}]}""",
        """{"advancedNLPSettings":[{"configurationKeyName":"network","configurationValue":true,"nlpEngine":"ML"}]}""",
        """{"advancedNLPSettings":[{"configurationKeyName":"network","configurationValue":true,"nlpEngine":"ML"}]}"""
    )]
    [InlineData(
        """{"configurations":[{"mode":"ml","stopWords":["a","b"]}]}""",
        """{"configurations":[{"mode":"ml","stopWords":["c"]}]}""",
        """{"configurations":[{"mode":"ml","stopWords":["c"]}]}"""
    )]
    [InlineData(
        """{"configurations":[{"mode":"ml","stopWords":["a"]}]}""",
        """{"configurations":[{"mode":"ml","stopWords":[]}]}""",
        """{"configurations":[{"mode":"ml","stopWords":[]}]}"""
    )]
    [InlineData(
        """{"nlSettings":{"rules":[{"name":"a"},{"name":"b"}]}}""",
        """{"nlSettings":{"rules":[{"name":"c"}]}}""",
        """{"nlSettings":{"rules":[{"name":"c"}]}}"""
    )]
    [InlineData("""{"mlParams":{"other":{"a":1}}}""", """{"mlParams":{"other":[1]}}""", """{"mlParams":{"other":[1]}}""")]
    [InlineData("""{"mlParams":{"other":1,"kept":2}}""", """{"mlParams":{"other":2}}""", """{"mlParams":{"other":2,"kept":2}}""")]
    [InlineData("""{"configurations":[{"mode":"ml"}]}""", """{"configurations":[]}""", """{"configurations":[{"mode":"ml"}]}""")]
    public async Task A_setting_is_changed_by_its_key_and_a_plain_list_is_replaced(string first, string second, string expected)
    {
        (await Admin.PostAsync(Target + "?language=en", first)).Success();
        (await Admin.PostAsync(Target + "?language=en", second)).Success();

        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(Bot.ReadNlpSettings("en").GetRawText())!.ToJsonString());
    }

    [Theory]
    [InlineData("?language=de", "{}", "does not have the language 'de'")]
    [InlineData("", "{}", "language")]
    [InlineData("?language=en", "[]", "")]
    [InlineData("?language=en", """{"configurations":{}}""", "/configurations")]
    [InlineData("?language=en", """{"configurations":[{"minThreshold":1}]}""", "/configurations/0/mode")]
    [InlineData("?language=en", """{"configurations":[{"mode":"ml","minThreshold":"high"}]}""", "/configurations/0/minThreshold")]
    [InlineData(
        "?language=en",
        """{"advancedNLPSettings":[{"configurationKeyName":"network","configurationValue":1,"nlpEngine":"ML"}]}""",
        "/advancedNLPSettings/0/configurationValue"
    )]
    public async Task Settings_of_the_wrong_kind_are_refused_and_change_nothing(string query, string body, string reason)
    {
        Assert.Contains(reason, (await Admin.PostAsync(Target + query, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Equal("{}", Bot.ReadNlpSettings("en").GetRawText());
    }

    [Fact]
    public async Task Groups_and_languages_have_settings_of_their_own()
    {
        Bot.LanguageSet.Add("de");
        (await Admin.PostAsync(Target + "?language=en", """{"mlParams":{"a":1}}""")).Success();
        (await Admin.PostAsync(Target + "?language=de", """{"mlParams":{"a":2}}""")).Success();
        (await Admin.PostAsync(Target + "?language=en&groupName=G", """{"mlParams":{"a":3}}""")).Success();

        Assert.Equal(
            [1, 2, 3],
            new[] { Bot.ReadNlpSettings("en"), Bot.ReadNlpSettings("de"), Bot.ReadNlpSettings("en", "G") }.Select(settings =>
                settings.GetProperty("mlParams").GetProperty("a").GetInt32()
            )
        );
        Assert.Throws<ArgumentException>(() => Bot.ReadNlpSettings(""));
    }
}
