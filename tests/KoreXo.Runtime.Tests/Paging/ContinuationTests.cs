using static KoreXo.Runtime.Tests.ThingLists;

namespace KoreXo.Runtime.Tests;

/// <summary>Where a list is, written down for later.</summary>
public sealed class ContinuationTests
{
    private static readonly PagingDescriptor ByPage = new()
    {
        Style = PagingStyle.Page,
        In = PagingLocation.Query,
        Position = "page",
        Size = "limit",
        Start = 1,
        MaxSize = 10,
        Items = "/rows",
        Total = "/total",
    };

    private static readonly PagingDescriptor FromOne = new()
    {
        Style = PagingStyle.Offset,
        In = PagingLocation.Query,
        Position = "first",
        Start = 1,
        Items = "/rows",
        More = "/hasMore",
        Total = "/total",
    };

    [Fact]
    public async Task A_continuation_keeps_the_number_the_size_and_what_was_returned() =>
        Assert.Equal(
            """{"v":1,"op":"listThings","p":3,"s":3,"n":3}""",
            ExportJob.Text(await FirstAsync(ByOffset, """{"rows":[1,2,3],"hasMore":true}"""))
        );

    [Fact]
    public async Task A_continuation_of_numbered_pages_keeps_the_next_one() =>
        Assert.Equal(
            """{"v":1,"op":"listThings","p":2,"s":10,"n":10}""",
            ExportJob.Text(await FirstAsync(ByPage, """{"rows":[1,2,3,4,5,6,7,8,9,10]}"""))
        );

    [Fact]
    public async Task A_continuation_by_cursor_keeps_the_cursor() =>
        Assert.Equal(
            """{"v":1,"op":"listThings","p":"b","n":2}""",
            ExportJob.Text(await FirstAsync(ByCursor, """{"rows":[1,2],"next":"b"}"""))
        );

    [Theory]
    [InlineData("""{"v":1,"op":"listThings","p":7}""")]
    [InlineData("""{"v":1,"op":"listThings","n":7}""")]
    public void A_list_by_cursor_cannot_go_on_from_a_number(string json)
    {
        using var connection = Unconnected();
        Assert.Throws<ArgumentException>(() => List(connection, ByCursor).AsPages(ExportJob.Token(json)));
    }

    [Theory]
    [InlineData("\"p\":3,\"s\":0")]
    [InlineData("\"p\":3,\"s\":\"3\"")]
    [InlineData("\"p\":9223372036854775807")]
    [InlineData("\"p\":2305843009213693952")]
    [InlineData("\"p\":3,\"n\":9223372036854775807")]
    [InlineData("\"p\":\"3\"")]
    public void A_number_that_no_page_has_is_rejected(string members)
    {
        using var connection = Unconnected();
        var token = ExportJob.Token($$"""{"v":1,"op":"listThings",{{members}}}""");
        Assert.Equal("continuation", Assert.Throws<ArgumentException>(() => List(connection, ByOffset).AsPages(token)).ParamName);
    }

    [Theory]
    [InlineData("\"p\":0", "sys_offset=0&sys_limit=3")]
    [InlineData("\"p\":5,\"s\":2", "sys_offset=5&sys_limit=2")]
    [InlineData("\"p\":2305843009213693951,\"s\":1", "sys_offset=2305843009213693951&sys_limit=1")]
    public async Task Any_other_number_is_where_the_list_goes_on(string members, string query)
    {
        using var handler = Recording("""{"rows":[]}""", out var targets);
        using var connection = handler.Connect();
        await ReadAsync(List(connection, ByOffset).AsPages(ExportJob.Token($$"""{"v":1,"op":"listThings",{{members}}}""")));
        Assert.Equal([$"?{query}"], targets);
    }

    [Theory]
    [InlineData(6, 1)] // 5 + 1 are all 6
    [InlineData(7, 2)]
    public async Task Without_a_stored_count_the_position_says_how_much_came_before(int total, int requests)
    {
        using var handler = Answering($$"""{"rows":[1],"hasMore":false,"total":{{total}}}""", """{"rows":[]}""");
        using var connection = handler.Connect();
        await ReadAsync(List(connection, FromOne).AsPages(ExportJob.Token("""{"v":1,"op":"listThings","p":6}""")));
        Assert.Equal(requests, handler.Requests.Count);
    }

    [Theory]
    [InlineData(21, 1)] // two full pages and one item are all 21
    [InlineData(22, 2)]
    public async Task The_count_of_numbered_pages_is_their_number_times_their_size(int total, int requests)
    {
        using var handler = Answering($$"""{"rows":[1],"total":{{total}}}""", """{"rows":[]}""");
        using var connection = handler.Connect();
        await ReadAsync(List(connection, ByPage).AsPages(ExportJob.Token("""{"v":1,"op":"listThings","p":3,"s":10}""")));
        Assert.Equal(requests, handler.Requests.Count);
    }

    [Fact]
    public async Task A_page_too_far_away_to_count_what_comes_before_it_leads_on_all_the_same()
    {
        using var handler = Answering("""{"rows":[1,2,3,4,5,6,7,8,9,10]}""", """{"rows":[11]}""");
        using var connection = handler.Connect();
        var list = List(connection, ByPage);
        var token = ExportJob.Token("""{"v":1,"op":"listThings","p":2305843009213690000,"s":10}""");
        await using var pages = list.AsPages(token).GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());
        await ReadAsync(list.AsPages(pages.Current.Continuation));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_list_that_begins_at_a_cursor_counts_nothing()
    {
        using var handler = Answering("""{"rows":[1,2],"next":"d"}""");
        using var connection = handler.Connect();
        var list = connection.List(Request(), ByCursor, Codecs.Int64, new PageStart("c", null), null, CancellationToken.None);
        await using var pages = list.AsPages().GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());
        Assert.Equal("""{"v":1,"op":"listThings","p":"d"}""", ExportJob.Text(pages.Current.Continuation!));
    }

    [Fact]
    public async Task Another_page_size_is_accepted_where_positions_do_not_depend_on_it()
    {
        using var handler = Recording("""{"rows":[1]}""", out var targets);
        using var connection = handler.Connect();
        await ReadAsync(List(connection, Flagless).AsPages(ExportJob.Token("""{"v":1,"op":"listThings","p":4,"s":3}"""), pageSize: 2));
        Assert.Equal(["?skip=4&limit=2"], targets);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void A_first_position_that_is_no_number_is_rejected(string position)
    {
        using var connection = Unconnected();
        var list = connection.List(Request(), ByOffset, Codecs.Int64, new PageStart(position, null), null, CancellationToken.None);
        Assert.Contains("non-negative number", Assert.Throws<ArgumentException>(() => list.AsPages()).Message);
    }

    [Fact]
    public async Task A_list_that_begins_at_a_position_knows_what_comes_before_it()
    {
        using var handler = Recording("""{"rows":[1],"total":21}""", out var targets);
        using var connection = handler.Connect();
        var list = connection.List(Request(), ByPage, Codecs.Int64, new PageStart("3", 10), null, CancellationToken.None);
        await ReadAsync(list.AsPages());
        Assert.Equal(["?page=3&limit=10"], targets);
    }

    [Fact]
    public async Task A_list_that_begins_at_a_cursor_does_not_compare_totals()
    {
        using var handler = Recording("""{"rows":[1],"total":21}""", out var targets);
        using var connection = handler.Connect();
        var list = connection.List(Request(), ByCursor, Codecs.Int64, new PageStart("c", null), null, CancellationToken.None);
        await ReadAsync(list.AsPages());
        Assert.Equal(["?after=c"], targets);
    }

    private static ScriptedHandler Answering(params string[] bodies) =>
        new([.. bodies.Select(static body => ScriptedHandler.Status(200, body))]);

    private static ApiConnection Unconnected() => new(new KoreXoClientOptions { Endpoint = new Uri("https://example.com") });

    private static async Task ReadAsync(IAsyncEnumerable<Page<long>> pages)
    {
        await foreach (var _ in pages) { }
    }

    private static async Task<string> FirstAsync(PagingDescriptor paging, string body)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, body));
        using var connection = handler.Connect();
        await foreach (var page in List(connection, paging).AsPages())
        {
            return page.Continuation!;
        }

        return "";
    }
}
