using System.Net;
using System.Text;
using KoreXo.Simulator.Nlp;

namespace KoreXo.Simulator.Tests.Nlp;

public sealed class UtteranceTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}";

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("\r\n \n\t\n", "", 0)]
    [InlineData("\ufeffbook,Book\r\nfly,Book", "book,Book|fly,Book", 2)]
    [InlineData("  padded , Book  \n", "padded , Book", 1)]
    [InlineData("a\na\nA", "a|A", 3)]
    [InlineData("ü,😀", "ü,😀", 1)]
    [InlineData("a\rb", "a\rb", 1)]
    public void Each_line_is_an_utterance_except_empty_ones_and_without_the_mark_of_the_encoding(string file, string expected, int count)
    {
        var set = new UtteranceSet();

        Assert.Equal(count, set.Import(Encoding.UTF8.GetBytes(file)));
        Assert.Equal(expected, string.Join('|', set.Snapshot()));
    }

    [Fact]
    public void What_was_exported_is_imported_as_it_is()
    {
        var set = new UtteranceSet();
        set.Import("b,Book\na,Book\n"u8.ToArray());
        var copy = new UtteranceSet();
        copy.Import(set.Export());

        Assert.Equal("b,Book\na,Book\n", Encoding.UTF8.GetString(copy.Export()));
        Assert.Empty(new UtteranceSet().Export());
    }

    [Theory]
    [InlineData("""{"fileName":"u.csv","fileId":"none"}""", "/fileId: there is no uploaded file 'none'")]
    [InlineData("""{"fileName":"u.csv"}""", "/fileId")]
    [InlineData("""{"fileName":"u.csv","fileId":7}""", "/fileId")]
    public async Task An_import_needs_a_file_that_was_uploaded(string body, string reason)
    {
        Assert.Contains(
            reason,
            (await Admin.PostAsync(Target + "/mlimport", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Empty(Bot.Utterances);
    }

    [Fact]
    public async Task Utterances_are_there_when_the_import_is_done_and_not_before()
    {
        var id = await StartImportAsync("book,Book");

        (await Admin.GetAsync($"{Target}/mlimport/status/{id}")).Success();
        Assert.Equal("pending", (await Admin.GetAsync($"{Target}/mlimport/status/{id}")).Success()["status"]!.GetValue<string>());
        Assert.Empty(Bot.Utterances);
        (await Admin.GetAsync($"{Target}/mlimport/status/{id}")).Success();

        Assert.Equal(["book,Book"], Bot.Utterances);
    }

    [Fact]
    public async Task The_import_of_one_bot_is_not_that_of_another()
    {
        var id = await StartImportAsync("book,Book");
        var other = Platform.AddBot("Other");

        Assert.Contains(
            "no import of ML utterances",
            (await Admin.GetAsync($"/api/public/bot/{other.Id}/mlimport/status/{id}")).Refusal(HttpStatusCode.NotFound),
            StringComparison.Ordinal
        );
        (await Admin.GetAsync($"/api/public/bot/st-none/mlimport/status/{id}")).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_export_has_the_utterances_of_its_start()
    {
        (await Admin.GetAsync(Target + "/mlexport/status")).Refusal(HttpStatusCode.NotFound);
        Bot.UtteranceSet.Import("a,A"u8.ToArray());
        (await Admin.PostAsync(Target + "/mlexport?state=configured&type=csv", json: null)).Success();
        Bot.UtteranceSet.Import("b,B"u8.ToArray());

        var running = (await Admin.GetAsync(Target + "/mlexport/status")).Success();
        Assert.Equal(
            ("IN_PROGRESS", 33, null),
            (
                running["status"]!.GetValue<string>(),
                running["percentageComplete"]!.GetValue<int>(),
                running["downloadUrl"]?.GetValue<string>()
            )
        );
        (await Admin.GetAsync(Target + "/mlexport/status")).Success();
        var done = (await Admin.GetAsync(Target + "/mlexport/status")).Success();
        var file = await As(null).GetAsync(new Uri(done["downloadUrl"]!.GetValue<string>()).PathAndQuery);

        Assert.Equal("a,A\n", file.Text);
    }

    private async Task<string> StartImportAsync(string content)
    {
        var file = await UploadAsync(content, "csv");
        return (await Admin.PostAsync(Target + "/mlimport", $$"""{"fileName":"u.csv","fileId":"{{file}}"}""")).Success()[
            "_id"
        ]!.GetValue<string>();
    }
}
