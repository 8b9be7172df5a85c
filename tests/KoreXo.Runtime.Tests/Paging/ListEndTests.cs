using static KoreXo.Runtime.Tests.ThingLists;

namespace KoreXo.Runtime.Tests;

/// <summary>When a list has ended, whatever its server reports.</summary>
public sealed class ListEndTests
{
    [Theory]
    [InlineData("""{"rows":[],"hasMore":true}""")]
    [InlineData("""{"rows":null,"hasMore":true}""")]
    [InlineData("""{"hasMore":true}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task An_empty_page_ends_the_list_whatever_the_flag_says(string last)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"rows":[1,2,3],"hasMore":true}""", last);
        using var connection = server.Connect();
        Assert.Equal([1, 2, 3], await Collect(List(connection, ByOffset)));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("\\ud800", "%EF%BF%BD")]
    [InlineData("a\\udc00b", "a%EF%BF%BDb")]
    [InlineData("\\u0000 &", "%00%20%26")]
    public async Task A_cursor_with_half_an_emoji_goes_on_as_far_as_it_can_be_sent(string cursor, string sent)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync($"{{\"rows\":[1],\"next\":\"{cursor}\"}}", """{"rows":[2]}""");
        using var connection = server.Connect();
        Assert.Equal([1, 2], await Collect(List(connection, ByCursor)));
        Assert.Equal(sent, server.Requests[1].Target.Split("after=")[1]);
    }

    [Fact]
    public async Task Half_an_emoji_is_neither_a_flag_nor_a_total()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"rows":[1],"hasMore":"\ud800","total":"\ud800"}""");
        using var connection = server.Connect();
        Assert.Equal([1], await Collect(List(connection, ByOffset)));
    }

    [Fact]
    public async Task A_short_page_with_the_flag_up_goes_on_where_it_ended()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[1],"hasMore":true}""",
            """{"rows":[2,3],"hasMore":"true"}""",
            """{"rows":[4,5,6],"hasMore":false}"""
        );
        using var connection = server.Connect();
        Assert.Equal([1, 2, 3, 4, 5, 6], await Collect(List(connection, ByOffset)));
        Assert.Equal("0,1,3", string.Join(",", server.Requests.Select(request => request.Target.Split("sys_offset=")[1].Split('&')[0])));
    }

    [Theory]
    [InlineData("""{"rows":[4]}""", 2)]
    [InlineData("""{"rows":[]}""", 2)]
    public async Task Without_a_flag_a_short_or_empty_page_ends_the_list(string second, int requests)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"rows":[1,2,3]}""", second);
        using var connection = server.Connect();
        var items = await Collect(List(connection, Flagless));
        Assert.Equal(second.Contains('4', StringComparison.Ordinal) ? [1L, 2L, 3L, 4L] : [1L, 2L, 3L], items);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Theory]
    [InlineData("flag", """{"rows":[1,2,3],"hasMore":true}""", """{"rows":[1,2,3],"hasMore":true}""")]
    [InlineData("full page", """{"rows":[1,2,3]}""", """{"rows":[1,2,3]}""")]
    [InlineData("another cursor", """{"rows":[1,2,3],"next":"b"}""", """{"rows":[1,2,3],"next":"c"}""")]
    [InlineData("cursor", """{"rows":[1,2,3],"next":"b"}""", """{"rows":[1,2,3],"next":"b"}""")]
    public async Task A_page_that_repeats_though_there_is_more_is_an_error(string sign, string first, string second)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(first, second);
        using var connection = server.Connect();
        var list = List(
            connection,
            sign.EndsWith("cursor", StringComparison.Ordinal) ? ByCursor
                : sign == "flag" ? ByOffset
                : Flagless
        );
        var pages = new List<Page<long>>();
        var fault = await Assert.ThrowsAsync<KoreXoException>(async () =>
        {
            await foreach (var page in list.AsPages())
            {
                pages.Add(page);
            }
        });

        Assert.Contains("returned the same page twice", fault.Message);
        Assert.Contains("resume with AsPages and the Continuation of the last page", fault.Message);
        Assert.Equal(("/things/query", false, 2), (fault.Path, fault.IsTransient, server.Requests.Count));
        Assert.Equal([1, 2, 3], Assert.Single(pages).Items);
        await foreach (var page in list.AsPages(pages[0].Continuation))
        {
            Assert.Equal([1, 2, 3], page.Items); // a caller who knows that the items repeat can resume
            break;
        }
    }

    [Fact]
    public async Task A_list_that_goes_round_in_a_circle_ends_at_the_first_page_that_comes_again()
    {
        var next = 0;
        await using var server = await LoopbackServer.StartAsync(
            (context, _) => LoopbackServer.WriteAsync(context, $$"""{"rows":[{{next}}],"next":"c{{next = (next + 1) % 3}}"}""")
        );
        using var connection = server.Connect();
        var given = new List<long>();
        await Assert.ThrowsAsync<KoreXoException>(async () =>
        {
            await foreach (var item in List(connection, ByCursor))
            {
                given.Add(item);
            }
        });
        Assert.Equal([0, 1, 2], given);
    }

    [Theory]
    [InlineData("flag", """{"rows":[1,2,3],"hasMore":false,"total":5}""", """{"rows":[4,5],"hasMore":false,"total":5}""")]
    [InlineData("short page", """{"rows":[1,2,3],"total":5}""", """{"rows":[4,5],"total":5}""")]
    public async Task A_total_that_is_not_reached_speaks_against_a_sign_of_the_end(string sign, string first, string second)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(first, second);
        using var connection = server.Connect();
        var paging =
            sign == "flag"
                ? ByOffset
                : new PagingDescriptor
                {
                    Style = PagingStyle.Page,
                    In = PagingLocation.Query,
                    Position = "page",
                    Size = "limit",
                    MaxSize = 10,
                    Items = "/rows",
                    Total = "/total",
                };
        Assert.Equal([1, 2, 3, 4, 5], await Collect(List(connection, paging)));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_total_that_is_too_small_ends_nothing_and_one_that_is_too_large_costs_one_call()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[1,2,3],"hasMore":true,"total":1}""",
            """{"rows":[4],"hasMore":false,"total":9}""",
            """{"rows":[],"hasMore":false,"total":9}"""
        );
        using var connection = server.Connect();
        Assert.Equal([1, 2, 3, 4], await Collect(List(connection, ByOffset)));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_list_by_cursor_goes_on_over_an_empty_page_and_ends_at_one_that_leads_nowhere()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[],"next":"a"}""",
            """{"rows":[1],"next":"b"}""",
            """{"rows":[],"next":"c"}""",
            """{"rows":[2],"next":"d"}""",
            """{"rows":[],"next":"d"}"""
        );
        using var connection = server.Connect();
        Assert.Equal([1, 2], await Collect(List(connection, ByCursor)));
        Assert.Equal(5, server.Requests.Count);
    }

    [Theory]
    [InlineData("""{"rows":[1],"next":"a"}""", """{"rows":[]}""", 1)]
    [InlineData("""{"rows":[],"next":"a"}""", """{"rows":[]}""", 1)]
    [InlineData("""{"rows":[],"next":"a"}""", """{"rows":[],"next":"b"}""", 2)]
    [InlineData("""{"rows":[]}""", "", 1)]
    public async Task An_empty_page_at_the_end_is_no_page_of_the_list_unless_it_is_the_only_one(string first, string second, int pages)
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(200, first),
            ScriptedHandler.Status(200, second),
            ScriptedHandler.Status(200, """{"rows":[]}""")
        );
        using var connection = handler.Connect();
        var seen = 0;
        await foreach (var _ in List(connection, ByCursor).AsPages())
        {
            seen++;
        }

        Assert.Equal(pages, seen);
    }

    [Fact]
    public async Task A_list_of_numbered_pages_that_is_taken_up_still_knows_how_much_was_given()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[1,2],"total":5}""",
            """{"rows":[3,4],"total":5}""",
            """{"rows":[5],"total":5}"""
        );
        using var connection = server.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Page,
            In = PagingLocation.Query,
            Position = "page",
            Size = "limit",
            MaxSize = 10,
            Items = "/rows",
            Total = "/total",
        };
        var items = new List<long>();
        string? stored = null;
        await foreach (var page in List(connection, paging).AsPages())
        {
            items.AddRange(page.Items);
            stored = page.Continuation;
            break;
        }

        await foreach (var page in List(connection, paging).AsPages(stored))
        {
            items.AddRange(page.Items);
        }

        Assert.Equal([1, 2, 3, 4, 5], items);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_last_page_like_the_one_before_is_data()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[1,1,1],"hasMore":true}""",
            """{"rows":[1,1,1],"hasMore":false}"""
        );
        using var connection = server.Connect();
        Assert.Equal([1, 1, 1, 1, 1, 1], await Collect(List(connection, ByOffset)));
    }

    [Theory]
    [InlineData("[1,2,3]", "/")]
    [InlineData("""{"rows":[1,2,3],"total":3}""", "/rows")]
    public async Task A_server_that_knows_no_pages_is_asked_twice_and_gives_its_items_once(string body, string items)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);
        using var connection = server.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Query,
            Position = "offset",
            Items = items,
            Total = "/total",
        };
        Assert.Equal([1, 2, 3], await Collect(List(connection, paging)));
        Assert.Equal(2, server.Requests.Count);
    }
}
