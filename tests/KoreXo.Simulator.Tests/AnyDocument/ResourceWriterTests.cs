using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>What a service keeps of what it is sent, and what it writes itself.</summary>
public sealed class ResourceWriterTests() : DocumentTest(Desk.Document)
{
    [Theory]
    [InlineData("""{"number":1,"title":"a","owner":null}""", "owner", "null")]
    [InlineData("""{"number":1,"title":"a","owner":""}""", "owner", "\"\"")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada"}""", "owner", "\"Ada\"")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada","priority":null}""", "priority", "null")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada","priority":0}""", "priority", "0")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada"}""", "priority", "3")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada","due":null}""", "due", "null")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada","due":"2026-01-02"}""", "due", "\"2026-01-02\"")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada","tags":[]}""", "tags", "[]")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada","tags":["x","x"]}""", "tags", """["x","x"]""")]
    [InlineData("""{"number":1,"title":"😀\n\u0000","owner":"Ada"}""", "title", "\"\\uD83D\\uDE00\\n\\u0000\"")]
    [InlineData("""{"number":1,"title":"a","owner":"Ada","more":7}""", "more", "7")]
    public async Task What_was_sent_is_what_is_kept(string body, string member, string expected)
    {
        var created = (await SendAsync("POST", "/tickets", body)).Success(201);

        Assert.Equal(expected, Json(created, member));
        Assert.Equal(expected, Json((await SendAsync("GET", "/tickets/1")).Success(), member));
        Assert.Equal(expected, Json((await SendAsync("GET", "/tickets")).Success()[0]!, member));
    }

    [Theory]
    [InlineData("note")]
    [InlineData("tags")]
    [InlineData("pin")]
    [InlineData("more")]
    public async Task What_was_not_sent_and_need_not_be_there_is_not_there(string member) =>
        Assert.Equal("absent", Json(await CreateAsync(), member));

    [Fact]
    public async Task What_only_the_service_writes_cannot_be_sent()
    {
        var created = await CreateAsync(
            """{"number":1,"title":"a","owner":"Ada","created_at":"2000-01-01T00:00:00Z","lastModifiedAt":"2000-01-01T00:00:00Z"}"""
        );

        Assert.Equal(Clock.GetUtcNow(), created["created_at"]!.GetValue<DateTimeOffset>());
        Assert.Equal(Clock.GetUtcNow(), created["lastModifiedAt"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task What_is_only_written_is_never_shown()
    {
        await CreateAsync("""{"number":1,"title":"a","owner":"Ada","pin":"1234"}""");
        (await SendAsync("PATCH", "/tickets/1", """{"pin":"5678"}""")).Success();
        (await SendAsync("PUT", "/tickets/1", """{"number":1,"title":"a","owner":"Ada","pin":"9999"}""")).Success();

        Assert.DoesNotContain("pin", (await SendAsync("GET", "/tickets/1")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("pin", (await SendAsync("GET", "/tickets")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"owner":null}""", "owner", "null")]
    [InlineData("""{"owner":"Grace"}""", "owner", "\"Grace\"")]
    [InlineData("{}", "owner", "\"Ada\"")]
    [InlineData("""{"priority":null}""", "priority", "null")]
    [InlineData("""{"note":null}""", "note", "absent")]
    [InlineData("""{"note":"b"}""", "note", "\"b\"")]
    [InlineData("{}", "note", "\"n\"")]
    [InlineData("""{"more":8}""", "more", "8")]
    [InlineData("""{"less":1}""", "more", "7")]
    [InlineData("""{"number":2}""", "number", "1")]
    [InlineData("""{"state":"nonsense"}""", "title", "\"a\"")]
    public async Task A_change_changes_what_it_names(string change, string member, string expected)
    {
        await CreateAsync("""{"number":1,"title":"a","owner":"Ada","note":"n","more":7}""");

        var changed = (await SendAsync("PATCH", "/tickets/1", change)).Success();

        Assert.Equal(expected, Json(changed, member));
        Assert.Equal(expected, Json((await SendAsync("GET", "/tickets/1")).Success(), member));
    }

    [Fact]
    public async Task A_change_moves_the_time_of_the_last_change_only()
    {
        var before = await CreateAsync();
        Clock.Advance(TimeSpan.FromMinutes(5));

        var after = (await SendAsync("PATCH", "/tickets/1", """{"title":"b"}""")).Success();

        Assert.Equal(Json(before, "created_at"), Json(after, "created_at"));
        Assert.Equal(Clock.GetUtcNow(), after["lastModifiedAt"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task Replacing_forgets_what_is_not_sent_and_applies_defaults_again()
    {
        await CreateAsync("""{"number":1,"title":"a","owner":"Ada","note":"n","more":7,"priority":1}""");

        var replaced = (await SendAsync("PUT", "/tickets/1", """{"number":1,"title":"b","owner":null}""")).Success();

        Assert.Equal(
            ("absent", "absent", "3", "null"),
            (Json(replaced, "note"), Json(replaced, "more"), Json(replaced, "priority"), Json(replaced, "owner"))
        );
    }

    [Theory]
    [InlineData("POST", "/tickets", """{"number":1,"title":""}""", "/title: at least 1 character is expected")]
    [InlineData("POST", "/tickets", """{"number":1,"owner":"x"}""", "/title: it is required")]
    [InlineData("POST", "/tickets", """{"number":1,"title":"a"}""", "/owner: it is required")]
    [InlineData("POST", "/tickets", """{"number":0,"title":"a","owner":null}""", "/number: it is below 1")]
    [InlineData("POST", "/tickets", """{"number":1,"title":"a","owner":null,"more":"x"}""", "/more: an integer")]
    [InlineData("PATCH", "/tickets/1", """{"title":null}""", "/title: a string is expected")]
    [InlineData("PATCH", "/tickets/1", "[]", "an object is expected")]
    [InlineData("PATCH", "/tickets/1", "null", "an object is expected")]
    [InlineData("PUT", "/tickets/1", "7", "an object is expected")]
    public async Task What_the_schema_does_not_allow_is_refused_and_changes_nothing(string method, string path, string body, string reason)
    {
        var before = await CreateAsync("""{"number":1,"title":"a","owner":"Ada"}""");

        var reply = await SendAsync(method, path, body);

        Assert.Equal(400, reply.Status);
        Assert.Contains(reason, reply.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(before, (await SendAsync("GET", "/tickets/1")).Success()));
        Assert.Single((await SendAsync("GET", "/tickets")).Success().AsArray());
    }

    [Fact]
    public async Task A_member_has_the_value_of_the_path_that_it_names()
    {
        await CreateAsync();

        var comment = (await SendAsync("POST", "/tickets/1/comments", """{"text":"hi"}""")).Success(201);

        Assert.Equal("1", Json(comment, "ticketId"));
    }

    private async Task<JsonNode> CreateAsync(string body = """{"number":1,"title":"a","owner":"Ada"}""") =>
        (await SendAsync("POST", "/tickets", body)).Success(201);

    private static string Json(JsonNode node, string member) =>
        node.AsObject().TryGetPropertyValue(member, out var value) ? value?.ToJsonString() ?? "null" : "absent";
}
