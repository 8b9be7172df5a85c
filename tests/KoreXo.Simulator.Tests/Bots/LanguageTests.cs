using System.Net;

namespace KoreXo.Simulator.Tests.Bots;

public sealed class LanguageTests : AreaTest
{
    private string Language => $"/api/1.1/public/bot/{Bot.Id}/language";

    [Fact]
    public async Task A_language_becomes_the_default_once_it_was_published()
    {
        await AddAsync("de");
        Assert.Contains("never published with", await RefusalAsync("de"), StringComparison.Ordinal);

        await PublishAsync();
        var answer = (await DefaultAsync("de")).Success();

        Assert.Equal(("success", "de"), (answer["status"]!.GetValue<string>(), answer["language code"]!.GetValue<string>()));
        Assert.Equal("de", Bot.DefaultLanguage);
    }

    [Theory]
    [InlineData("en", "default already")]
    [InlineData("fr", "not configured")]
    [InlineData("not a code", "not valid")]
    public async Task A_default_that_cannot_be_is_refused_in_the_form_of_this_API(string code, string reason) =>
        Assert.Contains(reason, await RefusalAsync(code), StringComparison.Ordinal);

    [Fact]
    public async Task A_disabled_language_cannot_be_the_default_nor_the_default_be_disabled()
    {
        await AddAsync("de");
        await PublishAsync();
        await SetAsync("de", enable: false);

        Assert.Contains("is disabled", await RefusalAsync("de"), StringComparison.Ordinal);
        var refusal = (await Admin.PostAsync(Language + "/status", """{"language":"en","enable":false}""")).Refusal(
            HttpStatusCode.BadRequest
        );
        Assert.Contains("default of the bot", refusal, StringComparison.Ordinal);
        Assert.True(Bot.Languages["en"].IsEnabled);
    }

    [Fact]
    public async Task A_language_that_was_disabled_when_the_bot_was_published_is_not_published()
    {
        await AddAsync("de");
        await SetAsync("de", enable: false);
        await PublishAsync();
        await SetAsync("de", enable: true);

        Assert.Contains("never published with", await RefusalAsync("de"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"fileUpload"}""", "/langDefinitionMode/fileId")]
    [InlineData("""{"type":"fileUpload","fileId":"none"}""", "there is no uploaded file 'none'")]
    [InlineData("""{"type":"advancedConfig"}""", "/langDefinitionMode/preferredData")]
    public async Task Each_way_of_definition_needs_what_belongs_to_it(string mode, string reason)
    {
        Assert.Contains(reason, (await PostAsync("de", mode)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.DoesNotContain("de", Bot.Languages.Keys);
    }

    [Fact]
    public async Task A_language_is_added_once_and_updated_only_if_it_is_there()
    {
        await AddAsync("de");
        (await PostAsync("de", """{"type":"Basic"}""")).Refusal(HttpStatusCode.BadRequest);

        (await UpdateAsync("de")).Success();
        (await UpdateAsync("fr")).Refusal(HttpStatusCode.BadRequest);
    }

    private Task<TestCaller.Reply> PostAsync(string code, string mode) =>
        Admin.PostAsync(
            Language,
            $$$"""{"enableLanguage":"{{{code}}}","langDefinitionMode":{{{mode}}},"multiLingualConfigurations":{"nluLanguage":"{{{code}}}","inputTranslation":false,"responseTranslation":false}}"""
        );

    private Task<TestCaller.Reply> UpdateAsync(string code) =>
        Admin.SendAsync(
            "PUT",
            Language,
            $$$"""{"updateLanguage":"{{{code}}}","fileId":"","multiLingualConfigurations":{"nluLanguage":"de","inputTranslation":true,"responseTranslation":true}}"""
        );

    private async Task SetAsync(string code, bool enable) =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await Admin.PostAsync(Language + "/status", $$"""{"language":"{{code}}","enable":{{(enable ? "true" : "false")}}}""")).Status
        );

    private async Task AddAsync(string code) => Assert.Single((await PostAsync(code, """{"type":"Basic"}""")).Success().AsArray());

    private Task<TestCaller.Reply> DefaultAsync(string code) =>
        Admin.PostAsync($"/api/1.1/public/bot/{Bot.Id}/defaultLanguage", $$"""{"Language":"{{code}}"}""");

    /// <summary>Errors have the members <c>status</c> and <c>message</c> here.</summary>
    private async Task<string> RefusalAsync(string code)
    {
        var before = Bot.DefaultLanguage;
        var reply = await DefaultAsync(code);
        Assert.Equal((HttpStatusCode.BadRequest, "Error"), (reply.Status, reply.Json["status"]!.GetValue<string>()));
        Assert.Equal(before, Bot.DefaultLanguage);
        return reply.Json["message"]!.GetValue<string>();
    }

    private async Task PublishAsync()
    {
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/publish", """{"versionComment":"c"}""")).Success();
        await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/publish/status"));
    }
}
