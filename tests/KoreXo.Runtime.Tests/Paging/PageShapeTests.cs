using System.Net;
using static KoreXo.Runtime.Tests.ThingLists;

namespace KoreXo.Runtime.Tests;

/// <summary>What pages look like, and how they are asked for.</summary>
public sealed class PageShapeTests
{
    private static readonly PagingDescriptor Keyed = new()
    {
        Style = PagingStyle.Offset,
        In = PagingLocation.Query,
        Position = "skip",
        Size = "limit",
        MaxSize = 2,
        Items = "*",
        Beside = ["count", "took"],
    };

    [Fact]
    public async Task Pages_whose_names_are_data_go_on_until_one_is_short()
    {
        using var handler = Answering(
            """{"a":1,"took":null,"b":2}""",
            """{"count":5,"c":3,"d":4}""",
            """{"count":5,"e":5,"took":{"ms":[1]}}"""
        );
        using var connection = handler.Connect();
        var pages = await PagesAsync(
            connection.List(Request(), Keyed, new KeyedCodec<long>(Codecs.Int64), default, null, CancellationToken.None)
        );
        Assert.Equal(
            ["a=1", "b=2", "c=3", "d=4", "e=5"],
            pages.SelectMany(static page => page.Items).Select(static item => $"{item.Key}={item.Value}")
        );
        Assert.Equal(
            ["""{"took":null}""", """{"count":5}""", """{"count":5,"took":{"ms":[1]}}"""],
            pages.Select(static page => page.Body.GetRawText())
        );
    }

    [Fact]
    public async Task A_page_whose_names_are_data_is_known_when_it_comes_again()
    {
        using var handler = Answering("""{"a":1,"count":1,"b":2}""", """{"a":1,"count":2,"b":2}""");
        using var connection = handler.Connect();
        var list = connection.List(Request(), Keyed, new KeyedCodec<long>(Codecs.Int64), default, null, CancellationToken.None);
        Assert.Contains("same page twice", (await Assert.ThrowsAsync<KoreXoException>(() => PagesAsync(list))).Message);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("5")]
    public async Task A_page_whose_names_are_data_is_an_object(string body)
    {
        using var handler = Answering(body);
        using var connection = handler.Connect();
        var list = connection.List(Request(), Keyed, new KeyedCodec<long>(Codecs.Int64), default, null, CancellationToken.None);
        await Assert.ThrowsAsync<KoreXoException>(() => PagesAsync(list));
    }

    [Theory]
    [InlineData("""{"data":null,"n":1}""", """{"data":null,"n":1}""")]
    [InlineData("""{"data":[1],"n":1}""", """{"data":[1],"n":1}""")]
    [InlineData("""{"data":{"rows":null,"n":2}}""", """{"data":{"n":2}}""")]
    [InlineData("""{"data":{"other":{"rows":[1]}},"rows":[1]}""", """{"data":{"other":{"rows":[1]}},"rows":[1]}""")]
    public async Task A_response_without_items_is_an_empty_page_with_everything_else(string body, string rest)
    {
        using var handler = Answering(body);
        using var connection = handler.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Query,
            Items = "/data/rows",
        };
        var page = Assert.Single(await PagesAsync(List(connection, paging)));
        Assert.Empty(page.Items);
        Assert.Equal(rest, page.Body.GetRawText());
    }

    [Fact]
    public async Task Items_in_an_array_that_should_be_an_object_are_an_error()
    {
        using var handler = Answering("[1]");
        using var connection = handler.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => PagesAsync(List(connection, ByOffset)));
        Assert.Contains("Expected an object that contains the items, found an array", fault.ToString());
    }

    [Theory]
    [InlineData(true, """{"rows":{"name":"a"}}""")]
    [InlineData(true, """{"rows":[{"name":"a"}]}""")]
    [InlineData(false, """{"rows":{"name":"a"}}""")]
    public async Task One_item_may_stand_in_the_place_of_a_list_where_the_document_says_so(bool isAllowed, string body)
    {
        using var handler = Answering(body);
        using var connection = handler.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Query,
            Items = "/rows",
            AllowsSingleItem = isAllowed,
        };
        var list = connection.List(Request(), paging, ThingCodec.Instance, default, null, CancellationToken.None);
        if (isAllowed)
        {
            Assert.Equal("a", Assert.Single(await Collect(list)).Name);
        }
        else
        {
            await Assert.ThrowsAsync<KoreXoException>(() => Collect(list));
        }
    }

    [Theory]
    [InlineData("/things/query", "?skip=0&limit=3")]
    [InlineData("/things/query?a=b", "?a=b&skip=0&limit=3")]
    public async Task Position_and_size_are_added_to_what_the_address_has(string address, string query)
    {
        using var handler = Recording("""{"rows":[]}""", out var queries);
        using var connection = handler.Connect();
        await PagesAsync(
            connection.List(new OperationRequest(Query, address), Flagless, Codecs.Int64, default, null, CancellationToken.None)
        );
        Assert.Equal([query], queries);
    }

    [Theory]
    [InlineData("/things/query", "")]
    [InlineData("/things/query?a=b", "?a=b")]
    public async Task Without_names_for_them_nothing_is_added(string address, string query)
    {
        using var handler = Recording("[1]", out var queries);
        using var connection = handler.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Query,
            Items = "/",
        };
        await PagesAsync(
            connection.List(new OperationRequest(Query, address), paging, Codecs.Int64, default, null, CancellationToken.None)
        );
        Assert.Equal([query], queries);
    }

    [Fact]
    public async Task Numbers_in_a_body_may_be_text()
    {
        using var handler = Answering("""{"rows":[1,2]}""", """{"rows":[3]}""");
        using var connection = handler.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Body,
            Position = "/skip",
            Size = "/limit",
            MaxSize = 2,
            AsText = true,
            Items = "/rows",
        };
        Assert.Equal([1, 2, 3], await Collect(List(connection, paging)));
        Assert.Equal(
            ["""{"skip":"0","limit":"2"}""", """{"skip":"2","limit":"2"}"""],
            handler.Requests.Select(static request => request.Body)
        );
    }

    [Fact]
    public async Task A_cursor_in_a_body_is_left_out_of_the_first_request()
    {
        using var handler = Answering("""{"rows":[1],"next":7}""", """{"rows":[2]}""");
        using var connection = handler.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Cursor,
            In = PagingLocation.Body,
            Position = "/after",
            Items = "/rows",
            More = "/next",
        };
        Assert.Equal([1, 2], await Collect(List(connection, paging)));
        Assert.Equal(["{}", """{"after":"7"}"""], handler.Requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task A_contradiction_says_which_call_it_was()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"rows":[1,2,3],"hasMore":true}""", ("X-Request-Id", "r1")));
        using var connection = handler.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => PagesAsync(List(connection, ByOffset)));
        Assert.Equal(("POST", "/things/query", "listThings"), (fault.Method, fault.Path, fault.OperationId));
        Assert.Equal((HttpStatusCode.OK, "r1", 1), (fault.Status, fault.RequestId, fault.Attempts));
        Assert.StartsWith("POST /things/query: the server says that there is more, but", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"9\"", 9L)]
    [InlineData("9", 9L)]
    [InlineData("9.5", null)]
    [InlineData("\"many\"", null)]
    [InlineData("{}", null)]
    public async Task A_total_is_a_number_or_nothing(string total, long? expected)
    {
        using var handler = Answering($$"""{"rows":[],"total":{{total}}}""");
        using var connection = handler.Connect();
        Assert.Equal(expected, Assert.Single(await PagesAsync(List(connection, ByOffset))).Total);
    }

    [Fact]
    public async Task Pages_for_tests_end_with_their_token_too()
    {
        using var cancel = new CancellationTokenSource();
        var list = PagedResult.FromPages([new Page<int>([1], "a"), new Page<int>([2], "b"), new Page<int>([3])]);
        var seen = new List<int>();
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var page in list.AsPages("a", cancellationToken: cancel.Token))
            {
                seen.AddRange(page.Items);
                await cancel.CancelAsync();
            }
        });
        Assert.Equal([2], seen);
    }

    [Fact]
    public void A_page_shows_how_much_of_what_it_holds()
    {
        Assert.Equal("2 items of 5, more follow", new Page<int>([1, 2], "a", 5).ToString());
        Assert.Equal("0 items, last page", new Page<int>([]).ToString());
        Assert.Empty(new Page<int>([1]).Unreadable);
        Assert.Throws<ArgumentNullException>(() => new Page<int>(null!));
        Assert.Throws<ArgumentNullException>(() => PagedResult.FromPages<int>(null!));
    }

    private static ScriptedHandler Answering(params string[] bodies) =>
        new([.. bodies.Select(static body => ScriptedHandler.Status(200, body))]);

    private static async Task<List<Page<T>>> PagesAsync<T>(PagedResult<T> list)
    {
        var pages = new List<Page<T>>();
        await foreach (var page in list.AsPages())
        {
            pages.Add(page);
        }

        return pages;
    }
}
