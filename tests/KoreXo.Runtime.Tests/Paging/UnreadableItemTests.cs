using static KoreXo.Runtime.Tests.ThingLists;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// Items that cannot be read: they fail the list with their index, or are skipped and counted if the caller asks for it.
/// </summary>
public sealed class UnreadableItemTests
{
    [Theory]
    [InlineData("""{"rows":[1,"secret-1"]}""", "Item 1 of the page: Expected a 64-bit integer, found a string.")]
    [InlineData("""{"rows":[1,2,null]}""", "Item 2 of the page: Expected a 64-bit integer, found null.")]
    public async Task An_item_that_cannot_be_read_is_named_by_its_index(string body, string message)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);
        using var connection = server.Connect();

        var failure = await Assert.ThrowsAsync<KoreXoException>(() => Collect(List(connection, ByOffset)));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains("SkipUnreadable", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skipped_items_are_counted_and_kept_as_they_came()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"rows":[1,"x",{"a":[2]}],"hasMore":false}""");
        using var connection = server.Connect();

        var page = Assert.Single(await PagesAsync(List(connection, ByOffset).SkipUnreadable()));

        Assert.Equal([1], page.Items);
        Assert.Equal(2, page.UnreadableCount);
        Assert.Equal(
            ["1 Expected a 64-bit integer, found a string. \"x\"", "2 Expected a 64-bit integer, found an object. {\"a\":[2]}"],
            page.Unreadable.Select(static item => $"{item.Index} {item.Reason} {item.Value.GetRawText()}")
        );
    }

    [Fact]
    public async Task The_next_page_begins_after_the_skipped_items()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[1,"x",3]}""",
            """{"rows":["y","z","w"]}""",
            """{"rows":[7]}"""
        );
        using var connection = server.Connect();

        var pages = await PagesAsync(List(connection, Flagless).SkipUnreadable());

        Assert.Equal([1, 3, 7], pages.SelectMany(static page => page.Items));
        Assert.Equal([1, 3, 0], pages.Select(static page => page.UnreadableCount));
        Assert.Equal(["skip=0", "skip=3", "skip=6"], server.Requests.Select(static request => request.Target.Split('?', '&')[1]));
    }

    [Fact]
    public async Task A_total_counts_skipped_items()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"rows":[1,"x"],"total":3}""", """{"rows":[3],"total":3}""");
        using var connection = server.Connect();

        Assert.Equal([1, 3], await Collect(List(connection, ByOffset).SkipUnreadable()));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_stored_continuation_begins_after_the_skipped_items()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"rows":["x",2,"y"]}""", """{"rows":[4]}""");
        using var connection = server.Connect();
        var list = List(connection, Flagless).SkipUnreadable();
        var stored = "";
        await foreach (var page in list.AsPages())
        {
            stored = page.Continuation;
            break;
        }

        Assert.Equal([4], (await PagesAsync(list, stored)).SelectMany(static page => page.Items));
        Assert.Contains("skip=3", server.Requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_whose_names_are_data_are_skipped_with_their_names()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"a":1,"b":"x","count":2,"c":3}""");
        using var connection = server.Connect();
        var keyed = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Query,
            Items = "*",
            Beside = ["count"],
        };
        var list = connection.List(Request(), keyed, new KeyedCodec<long>(Codecs.Int64), default, null, CancellationToken.None);

        var page = Assert.Single(await PagesAsync(list.SkipUnreadable()));

        Assert.Equal(["a=1", "c=3"], page.Items.Select(static item => $"{item.Key}={item.Value}"));
        Assert.Equal("""{"b":"x"}""", Assert.Single(page.Unreadable).Value.GetRawText());
        Assert.Equal(1, page.Unreadable[0].Index);
        Assert.Equal("""{"count":2}""", page.Body.GetRawText());
    }

    [Theory]
    [InlineData("""{"rows":[1,"x",}""")]
    [InlineData("""{"rows":[1,{"a":]""")]
    [InlineData("""{"rows":{"a":1}}""")]
    [InlineData("<html>")]
    public async Task What_is_no_page_is_an_error_all_the_same(string body)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);
        using var connection = server.Connect();

        await Assert.ThrowsAsync<KoreXoException>(() => Collect(List(connection, ByOffset).SkipUnreadable()));
    }

    [Fact]
    public async Task Pages_that_are_there_already_have_nothing_to_skip()
    {
        var list = PagedResult.FromPages([new Page<long>([1, 2])]);

        Assert.Equal([1, 2], await Collect(list.SkipUnreadable()));
    }

    private static async Task<List<Page<T>>> PagesAsync<T>(PagedResult<T> list, string? continuation = null)
    {
        var pages = new List<Page<T>>();
        await foreach (var page in list.AsPages(continuation))
        {
            pages.Add(page);
        }

        return pages;
    }
}
