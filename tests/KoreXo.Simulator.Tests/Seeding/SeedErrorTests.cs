namespace KoreXo.Simulator.Tests.Seeding;

/// <summary>Seeds that contradict themselves or the platform, and seeds at an edge.</summary>
public sealed class SeedErrorTests : PlatformTest
{
    [Theory]
    [InlineData("null", "line 1, the whole")]
    [InlineData("", "not valid JSON")]
    [InlineData("{\"bots\":null}", "/bots")]
    [InlineData("{\"bots\":[{\"name\":\"\"}]}", "/bots/0/name")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"languages\":[\"en\"]}]}", "/bots/0/languages/0")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"languages\":[\"EN\"]}]}", "/bots/0/languages/0")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"languages\":[\"de\\n\"]}]}", "/bots/0/languages/0: 'de\n' is not a language code")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"languages\":[\"de\",\"de\"]}]}", "/bots/0/languages")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"channels\":[\"\"]}]}", "/bots/0/channels/0")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"sessions\":1000001}]}", "/bots/0/sessions")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"sessions\":{\"count\":1,\"alertEvery\":9999999999}}]}", "/bots/0/sessions/alertEvery")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"sessions\":{\"count\":1,\"users\":0}}]}", "/bots/0/sessions/users")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"sessions\":{\"count\":1,\"to\":\"0001-01-01\"}}]}", "/bots/0/sessions/to")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"sessions\":{\"count\":1,\"from\":\"soon\"}}]}", "/bots/0/sessions/from")]
    [InlineData(
        "{\"bots\":[{\"name\":\"A\",\"sessions\":{\"count\":1,\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"}}]}",
        "/bots/0/sessions/from: it is not before to"
    )]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"faqs\":[{\"count\":0}]}]}", "/bots/0/faqs/0/count")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"changes\":1.5}]}", "/bots/0/changes")]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"testSuites\":[{\"name\":\"S\",\"utterances\":[]}]}]}", "/bots/0/testSuites/0/utterances")]
    [InlineData(
        "{\"bots\":[{\"name\":\"A\",\"conversationTestSuites\":[{\"name\":\"S\",\"inputs\":[\"a\"]},{\"name\":\"S\",\"inputs\":[\"b\"]}]}]}",
        "/bots/0/conversationTestSuites/1/name: 'S' is taken"
    )]
    [InlineData(
        "{\"bots\":[{\"name\":\"A\",\"conversationTestSuites\":[{\"name\":\"S\",\"inputs\":[\"a\"],\"failures\":2}]}]}",
        "at most 1 can fail, one for each of the inputs"
    )]
    [InlineData("{\"roles\":[{\"kind\":\"owner\",\"name\":\"R\"}]}", "/roles/0/kind")]
    [InlineData("{\"roles\":[{\"kind\":\"bot\",\"name\":\"R\",\"permissions\":[\"a\",\"a\"]}]}", "/roles/0/permissions")]
    [InlineData("{\"groups\":[{\"name\":\"G\"},{\"name\":\"G\"}]}", "/groups/1/name: 'G' is taken")]
    [InlineData("{\"tables\":[{\"name\":\"T\",\"columns\":[{\"name\":\"_id\"}]}]}", "a column that the platform fills itself")]
    [InlineData(
        "{\"tables\":[{\"name\":\"T\"}],\"views\":[{\"name\":\"V\",\"table\":\"T\"},{\"name\":\"V\",\"table\":\"T\"}]}",
        "/views/1/name"
    )]
    [InlineData("{\"unreachableRecipients\":[\"\"]}", "/unreachableRecipients/0")]
    public async Task A_seed_that_cannot_be_adds_nothing(string seed, string reason)
    {
        var error = await Assert.ThrowsAsync<FormatException>(() => Platform.ApplySeedAsync(seed));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Empty(Platform.Bots);
        Assert.Empty(Platform.Tables);
        Assert.Empty(Platform.Groups);
        Assert.Empty(Platform.Roles);
    }

    [Theory]
    [InlineData("{\"bots\":[{\"name\":\"New\"}],\"views\":[{\"name\":\"V\",\"table\":\"T\"}]}", "/views/0/name: 'V' is taken")]
    [InlineData("{\"bots\":[{\"name\":\"New\"}],\"groups\":[{\"name\":\"G\"}]}", "/groups/0/name: 'G' is taken")]
    [InlineData("{\"bots\":[{\"name\":\"New\"},{\"name\":\"Old\"}]}", "/bots/1/name: 'Old' is taken")]
    public async Task What_the_platform_has_is_not_added_again(string seed, string reason)
    {
        Platform.AddBot("Old");
        Platform.AddGroup("G");
        Platform.AddView("V", Platform.AddTable("T"));

        var error = await Assert.ThrowsAsync<FormatException>(() => Platform.ApplySeedAsync(seed));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(["Old"], Platform.Bots.Values.Select(bot => bot.Name));
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("{\"$schema\":\"x\"}", 0)]
    [InlineData("{\"bots\":[]}", 0)]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"sessions\":1.0}]}", 1)]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"sessions\":2e1,\"changes\":1e1}]}", 20)]
    [InlineData(
        "{\"bots\":[{\"name\":\"A\",\"sessions\":{\"count\":3,\"from\":\"0001-01-01T00:00:00Z\",\"to\":\"9999-12-31T23:59:59Z\"}}]}",
        3
    )]
    public async Task A_number_is_one_however_it_is_written_and_time_has_no_other_bounds(string seed, int sessions)
    {
        await Platform.ApplySeedAsync(seed);

        Assert.Equal(sessions, Platform.Sessions.Count);
        Assert.All(Platform.Sessions, session => Assert.True(session.EndedOn >= session.StartedOn));
    }

    [Fact]
    public async Task A_language_of_the_seed_can_become_the_default()
    {
        await Platform.ApplySeedAsync(
            "{\"bots\":[{\"name\":\"A\",\"languages\":[\"de\",\"fr-FR\"],\"faqs\":[{\"count\":2,\"language\":\"de\"}]}]}"
        );

        var bot = Platform.Bots.Values.Single();
        Assert.Equal(["en", "de", "fr-FR"], bot.Languages.Keys);
        bot.LanguageSet.ChangeDefault("de");
        Assert.Equal("de", bot.DefaultLanguage);
    }

    [Fact]
    public async Task A_view_shows_the_rows_whose_cells_are_all_equal()
    {
        await Platform.ApplySeedAsync(
            """
            {"tables":[{"name":"T","rows":[{"a":1,"b":"x"},{"a":1.0,"b":"x"},{"a":1},{"a":"1","b":"x"}]}],
             "views":[{"name":"V","table":"T","where":{"a":1,"b":"x"}},{"name":"All","table":"T","where":{}},{"name":"None","table":"T","where":{"c":null}}]}
            """
        );
        var data = As(Platform.AddAppWithAllScopes(AppKind.Data));

        Assert.Equal((2, 4, 0), (await CountAsync("V"), await CountAsync("All"), await CountAsync("None")));

        async Task<int> CountAsync(string view) =>
            (await data.PostAsync($"/api/public/views/{view}/query", "{}")).Success()["queryResult"]!.AsArray().Count;
    }
}
