using System.Text.Json;

namespace KoreXo.Simulator.Tests.Seeding;

/// <summary>A platform is filled from a description, as a whole or not at all.</summary>
public sealed class SeedTests : PlatformTest
{
    private const string Everything = """
        {
          "bots": [
            {
              "name": "Travel",
              "channels": ["ivr"],
              "languages": ["de"],
              "sessions": { "count": 5, "messagesPerSession": 2, "users": 2, "channels": ["ivr"], "from": "2026-02-27T00:00:00Z", "to": "2026-02-28T00:00:00Z" },
              "testSuites": [{ "name": "Smoke", "utterances": ["hello", "bye"], "failures": 1 }],
              "conversationTestSuites": [{ "name": "Talk", "inputs": ["hello"] }],
              "faqs": [{ "count": 3, "node": "Fees" }],
              "changes": 4
            },
            { "name": "Banking", "sessions": 7 }
          ],
          "tables": [
            {
              "name": "Contacts",
              "columns": [{ "name": "Name" }, { "name": "Age", "type": "number" }],
              "rows": [{ "Name": "Ada", "Age": 12345678901234567890 }, { "Name": "Bob", "Town": "Ulm" }]
            }
          ],
          "views": [{ "name": "Adas", "table": "Contacts", "where": { "Name": "Ada" } }],
          "users": [{ "email": "ada@example.com", "firstName": "Ada" }],
          "groups": [{ "name": "Testers" }],
          "roles": [{ "kind": "bot", "name": "Tester", "permissions": ["Bot Settings"] }],
          "auditLog": 2,
          "unreachableRecipients": ["nobody@example.com"]
        }
        """;

    [Fact]
    public async Task Everything_that_a_seed_describes_is_there()
    {
        await Platform.ApplySeedAsync(Everything);

        var travel = Platform.Bots.Values.Single(bot => bot.Name == "Travel");
        Assert.Equal(
            (5, 7),
            (Platform.Sessions.Count(session => session.Bot == travel), Platform.Sessions.Count(session => session.Bot != travel))
        );
        Assert.All(
            Platform.Sessions.Where(session => session.Bot == travel),
            session => Assert.Equal(("ivr", 2, 27), (session.Channel, session.MessageCount, session.StartedOn.Day))
        );
        Assert.Contains("ivr", travel.Channels);
        Assert.True(travel.Languages["de"].IsPublished);
        Assert.Equal(1, travel.TestSuites["Smoke"].Failures);
        Assert.Equal(["hello"], travel.ConversationTestSuites["Talk"].Cases);
        Assert.Equal(["ada@example.com"], Platform.Users.Select(user => user.Email));
        Assert.Equal(("Testers", "Tester"), (Platform.Groups.Single().Name, Platform.Roles.Single().Name));
        Assert.Equal("12345678901234567890", Platform.Tables["Contacts"].Rows[0]["Age"].GetRawText());
        var data = As(Platform.AddAppWithAllScopes(AppKind.Data));
        var view = (await data.PostAsync("/api/public/views/Adas/query", "{}")).Success();
        Assert.Equal("Ada", Assert.Single(view["queryResult"]!.AsArray())!["Name"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ids()
    {
        await using var other = await XoSimulator.StartAsync(new XoSimulatorOptions { TimeProvider = Clock });
        await Platform.ApplySeedAsync(Everything);
        await other.ApplySeedAsync(Everything);

        Assert.Equal(Platform.Bots.Keys.Order(StringComparer.Ordinal), other.Bots.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            Platform.Sessions.Select(session => (session.Id, session.UserId, session.StartedOn)),
            other.Sessions.Select(session => (session.Id, session.UserId, session.StartedOn))
        );
        Assert.Equal(Platform.Tables["Contacts"].Rows.Select(row => row.Id), other.Tables["Contacts"].Rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("{\n  \"bots\": [\n", "line 3", "not valid JSON")]
    [InlineData("[]", "line 1, the whole", "an object is expected")]
    [InlineData("{\n\"bot\": []}", "line 2, /bot", "this member is not known; known are $schema, bots, tables")]
    [InlineData("{\"bots\":[\n{}]}", "line 2, /bots/0/name", "it is required")]
    [InlineData(
        "{\"bots\":[{\"name\":\"A\"},\n{\"name\":\"A\"}]}",
        "line 2, /bots/1/name",
        "'A' is taken; give each of the bots its own name"
    )]
    [InlineData("{\"bots\":[{\"name\":\"A\",\"sessions\":0}]}", "/bots/0/sessions", "it is below 1")]
    [InlineData(
        "{\"bots\":[{\"name\":\"A\",\"sessions\":{\"count\":1,\"from\":\"2027-01-01T00:00:00Z\"}}]}",
        "/bots/0/sessions/from",
        "it is not in the past"
    )]
    [InlineData(
        "{\"bots\":[{\"name\":\"A\",\"testSuites\":[{\"name\":\"S\",\"utterances\":[\"a\"],\"failures\":2}]}]}",
        "/bots/0/testSuites/0/failures",
        "at most 1 can fail, one for each of the utterances"
    )]
    [InlineData(
        "{\"bots\":[{\"name\":\"A\",\"faqs\":[{\"count\":1,\"language\":\"de\"}]}]}",
        "/bots/0/faqs/0/language",
        "add it to its languages"
    )]
    [InlineData(
        "{\"tables\":[{\"name\":\"T\",\"columns\":[{\"name\":\"a\",\"type\":\"text\"}]}]}",
        "/tables/0/columns/0/type",
        "one of 'string', 'number', 'boolean', 'date', 'object' is expected"
    )]
    [InlineData(
        "{\"tables\":[{\"name\":\"T\",\"columns\":[{\"name\":\"a\"},{\"name\":\"a\"}]}]}",
        "/tables/0/columns/1/name",
        "declared twice"
    )]
    [InlineData(
        "{\"tables\":[{\"name\":\"T\",\"columns\":[{\"name\":\"a\",\"type\":\"number\"}],\"rows\":[{\"a\":\"1\"}]}]}",
        "/tables/0/rows/0/a",
        "a number is expected"
    )]
    [InlineData(
        "{\"tables\":[{\"name\":\"T\",\"rows\":[{\"sys_Id\":\"1\"}]}]}",
        "/tables/0/rows/0/sys_Id",
        "the platform fills this column itself"
    )]
    [InlineData("{\"tables\":[{\"name\":\"T\",\"rows\":[7]}]}", "/tables/0/rows/0", "an object is expected")]
    [InlineData("{\"tables\":[{\"name\":\"T\"},{\"name\":\"T\"}]}", "/tables/1/name", "'T' is taken")]
    [InlineData("{\"views\":[{\"name\":\"V\",\"table\":\"T\"}]}", "/views/0/table", "there is no table 'T'")]
    [InlineData("{\"users\":[{\"email\":\"ada\"}]}", "/users/0/email", "is not an email address")]
    [InlineData("{\"users\":[{\"email\":\"a@example.com\"},{\"email\":\"A@example.com\"}]}", "/users/1/email", "is taken")]
    [InlineData("{\"auditLog\":1e400}", "/auditLog", "an integer of at most 64 bits is expected")]
    [InlineData("{\"users\":[],\n\"users\":[]}", "line 2", "is given twice")]
    [InlineData("{\"bots\":[{\"name\":\"\\ud800\"}]}", "", "half of a surrogate pair")]
    public async Task A_seed_with_an_error_names_its_place_and_adds_nothing(string seed, string place, string why)
    {
        var error = await Assert.ThrowsAsync<FormatException>(() => Platform.ApplySeedAsync(seed));

        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Empty(Platform.Bots);
        Assert.Empty(Platform.Tables);
        Assert.Empty(Platform.Users);
    }

    [Fact]
    public async Task Every_error_is_reported_at_once()
    {
        var error = await Assert.ThrowsAsync<FormatException>(() => Platform.ApplySeedAsync("{\"bots\":[{}],\n\"tables\":[{}]}"));

        Assert.Equal(2, error.Message.Split('\n').Length);
    }

    [Fact]
    public async Task What_is_there_already_is_not_added_again()
    {
        Platform.AddTable("Contacts");

        var error = await Assert.ThrowsAsync<FormatException>(() => Platform.ApplySeedAsync(Everything));

        Assert.Contains("'Contacts' is taken", error.Message, StringComparison.Ordinal);
        Assert.Empty(Platform.Bots);
    }

    [Fact]
    public async Task Declared_columns_are_described_before_a_row_has_them()
    {
        Platform.AddTable("T", new SimulatedColumn("Age", "number"));
        var data = As(Platform.AddAppWithAllScopes(AppKind.Data));

        var page = (await data.PostAsync("/api/public/tables/T/query", "{}")).Success();

        Assert.Equal("""[{"name":"Age","type":"number"}]""", page["metaInfo"]!.ToJsonString());
    }

    [Fact]
    public void A_row_is_added_without_a_request()
    {
        var row = Platform.AddTable("T").AddRow(JsonElement.Parse("""{"Name":"Ada"}"""));

        Assert.Equal("Ada", row["Name"].GetString());
        Assert.Throws<ArgumentException>(() => Platform.Tables["T"].AddRow(JsonElement.Parse("[]")));
        Assert.Throws<ArgumentException>(() => Platform.Tables["T"].AddRow(JsonElement.Parse("""{"_id":"1"}""")));
        Assert.Equal(1, Platform.Tables["T"].Count);
    }
}
