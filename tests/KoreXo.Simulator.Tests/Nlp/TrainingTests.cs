using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Nlp;

public sealed class TrainingTests : AreaTest
{
    [Theory]
    [InlineData(false, "Finished", "success", "Success")]
    [InlineData(true, "Failed", "failure", "failure")]
    public async Task Trainings_end_as_the_bot_says(bool fails, string ml, string faq, string message)
    {
        Bot.TrainingFails = fails;
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/ml/train", json: null)).Success();
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/faqs/train", """{"language":"en"}""")).Success();

        var mlStatus = await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/ml/train/status?language=en"));
        var faqStatus = await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/faqs/train/status?language=en"));

        Assert.Equal(ml, mlStatus["trainingStatus"]!.GetValue<string>());
        Assert.Equal(!fails, mlStatus["trainDetails"] is not null);
        Assert.Equal((faq, message), (faqStatus["status"]!.GetValue<string>(), faqStatus["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Each_language_is_trained_for_itself_by_the_header()
    {
        Bot.LanguageSet.Add("de");
        var reply = await Admin.SendAsync(
            "POST",
            $"/api/public/bot/{Bot.Id}/ml/train",
            content: null,
            request => request.Headers.Add("bot-language", "de")
        );
        reply.Success();

        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/ml/train/status?language=de")).Success();
        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/ml/train/status")).Refusal(HttpStatusCode.NotFound);
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/faqs/train", """{"language":"fr"}""")).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Utterances_are_imported_each_once_and_exported_as_a_file()
    {
        await ImportAsync("book,Book a flight\nfly,Book a flight\n", "2 utterances copied");
        await ImportAsync("fly,Book a flight\r\nhi,Greet", "2 utterances copied");
        Assert.Equal(["book,Book a flight", "fly,Book a flight", "hi,Greet"], Bot.Utterances);

        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/mlexport?state=configured&type=csv", json: null)).Success();
        var status = await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/mlexport/status"));
        var file = await As(null).GetAsync(new Uri(status["downloadUrl"]!.GetValue<string>()).PathAndQuery);

        Assert.Equal("book,Book a flight\nfly,Book a flight\nhi,Greet\n", file.Text);
        Assert.Equal("text/csv", file.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Settings_that_a_change_leaves_out_stay()
    {
        var target = $"/api/public/bot/{Bot.Id}/configurations?language=en";
        (
            await Admin.PostAsync(
                target,
                """{"configurations":[{"mode":"ml","minThreshold":0.3},{"mode":"faq","useBotSynonyms":true}],"nlSettings":{"enableNegativePatterns":true}}"""
            )
        ).Success();
        (
            await Admin.PostAsync(
                target,
                """{"configurations":[{"mode":"ml","useDependencyParser":true}],"nlSettings":{"enableAutoUtteranceAddition":false}}"""
            )
        ).Success();
        (await Admin.PostAsync(target + "&groupName=Other", """{"nlSettings":{}}""")).Success();

        const string Expected = """
            {"configurations":[{"mode":"ml","minThreshold":0.3,"useDependencyParser":true},{"mode":"faq","useBotSynonyms":true}],
             "nlSettings":{"enableNegativePatterns":true,"enableAutoUtteranceAddition":false}}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), JsonNode.Parse(Bot.ReadNlpSettings("en").GetRawText())));
        Assert.Equal("{}", Bot.ReadNlpSettings("de").GetRawText());
    }

    private async Task ImportAsync(string content, string message)
    {
        var file = await UploadAsync(content, "csv");
        var start = (
            await Admin.PostAsync($"/api/public/bot/{Bot.Id}/mlimport", $$"""{"fileName":"u.csv","fileId":"{{file}}"}""")
        ).Success();
        var status = await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/mlimport/status/{start["_id"]}"));
        Assert.Equal(message, status["message"]!.GetValue<string>());
    }
}
