using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Pages of lists in each style, asked for at the edges and beyond.</summary>
public sealed class ListPagesTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Lists, version: "1" }
        paths:
          /words:
            get:
              operationId: listWords
              parameters:
                - { name: skip, in: query, schema: { type: integer } }
                - { name: take, in: query, schema: { type: integer } }
              x-paging: { style: offset, in: query, position: skip, size: take, start: 0, maxSize: 4, items: /data/words, more: /meta/more, total: /meta/total }
              responses: { "200": { description: A page., content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } } } }
            post:
              operationId: addWord
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Word" } } } }
              responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Word" } } } } }
          /words/{word}:
            get:
              operationId: getWord
              parameters: [{ name: word, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Word" } } } } }
          /terms:
            get:
              operationId: listTerms
              parameters: [{ name: cursor, in: query, schema: { type: string } }]
              x-paging: { style: cursor, in: query, position: cursor, maxSize: 2, items: /terms, more: /next }
              responses: { "200": { description: A page., content: { application/json: { schema: { type: object, required: [terms], properties: { count: { type: integer }, has_more: { type: boolean }, next: { type: string, nullable: true }, terms: { type: array, items: { $ref: "#/components/schemas/Word" } } } } } } } }
            post:
              operationId: addTerm
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Word" } } } }
              responses: { "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Word" } } } } }
          /terms/{word}:
            get:
              operationId: getTerm
              parameters: [{ name: word, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Word" } } } } }
        components:
          schemas:
            Word: { type: object, required: [word], properties: { word: { type: string } } }
            Page:
              type: object
              required: [data, meta]
              properties:
                data: { type: object, required: [words], properties: { words: { type: array, items: { $ref: "#/components/schemas/Word" } } } }
                meta: { type: object, required: [total, more], properties: { total: { type: integer }, more: { type: boolean } } }
        """;

    [Theory]
    [InlineData("", "0123", true)]
    [InlineData("?take=2", "01", true)]
    [InlineData("?skip=2&take=2", "23", true)]
    [InlineData("?skip=4", "456", false)]
    [InlineData("?skip=3&take=4", "3456", false)]
    [InlineData("?skip=6&take=1", "6", false)]
    [InlineData("?skip=7", "", false)]
    [InlineData("?skip=9223372036854775807&take=9223372036854775807", "", false)]
    [InlineData("?skip=-9223372036854775808", "0123", true)]
    [InlineData("?skip=-1", "0123", true)]
    [InlineData("?take=100", "0123", true)]
    [InlineData("?skip=05&take=+1", null, false)]
    public async Task A_page_begins_at_its_offset_and_is_no_longer_than_a_page(string query, string? words, bool more)
    {
        await AddAsync("/words", 7);

        var reply = await SendAsync("GET", "/words" + query);

        Assert.Equal(words is null ? 400 : 200, reply.Status);
        if (words is not null)
        {
            Assert.Equal(words, Words(reply.Json["data"]!["words"]));
            Assert.Equal($$"""{"total":7,"more":{{(more ? "true" : "false")}}}""", reply.Json["meta"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task An_empty_list_has_a_page_without_items() =>
        Assert.Equal(
            """{"data":{"words":[]},"meta":{"total":0,"more":false}}""",
            (await SendAsync("GET", "/words")).Success().ToJsonString()
        );

    [Fact]
    public async Task A_page_says_how_long_the_list_is_where_its_schema_has_a_usual_place_for_it()
    {
        await AddAsync("/terms", 3);

        var first = (await SendAsync("GET", "/terms")).Success();
        var last = (await SendAsync("GET", $"/terms?cursor={first["next"]}")).Success();

        Assert.Equal((3, true), (first["count"]!.GetValue<int>(), first["has_more"]!.GetValue<bool>()));
        Assert.Equal((3, false), (last["count"]!.GetValue<int>(), last["has_more"]!.GetValue<bool>()));
        Assert.Equal("2", Words(last["terms"]));
        Assert.Null(last["next"]);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("%20")]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor)
    {
        await AddAsync("/terms", 3);

        var reply = await SendAsync("GET", $"/terms?cursor={cursor}");

        Assert.Equal(400, reply.Status);
        Assert.Equal(
            $"The cursor '{Uri.UnescapeDataString(cursor)}' is none that a page of this list has returned.",
            reply.Json["detail"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task An_empty_cursor_is_that_of_the_first_page()
    {
        await AddAsync("/terms", 3);

        Assert.Equal("01", Words((await SendAsync("GET", "/terms?cursor=")).Success()["terms"]));
    }

    [Fact]
    public async Task A_cursor_leads_to_what_was_added_behind_it()
    {
        await AddAsync("/terms", 3);
        var cursor = (await SendAsync("GET", "/terms")).Success()["next"]!.GetValue<string>();
        await AddAsync("/terms", 1, 3);

        Assert.Equal("23", Words((await SendAsync("GET", $"/terms?cursor={cursor}")).Success()["terms"]));
    }

    private async Task AddAsync(string path, int count, int from = 0)
    {
        foreach (var number in Enumerable.Range(from, count))
        {
            (await SendAsync("POST", path, $$"""{"word":"{{number}}"}""")).Success(201);
        }
    }

    private static string Words(JsonNode? list) => string.Concat(list!.AsArray().Select(item => item!["word"]!.GetValue<string>()));
}
