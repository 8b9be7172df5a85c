using System.Text.Json;
using static KoreXo.Runtime.Tests.ThingLists;

namespace KoreXo.Runtime.Tests;

public sealed class PagingTests
{
    [Theory]
    [InlineData("""{"rows":{"a":1}}""")]
    [InlineData("""{"rows":[1,"x"]}""")]
    [InlineData("""{"rows":5}""")]
    [InlineData("5")]
    [InlineData("[1,2]")]
    [InlineData("{\"rows\":[1,2")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task A_page_that_cannot_be_read_is_an_error_with_its_body(string body)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"rows":[1,2,3],"hasMore":true}""", body);
        using var connection = server.Connect();
        var got = new List<long>();
        var fault = await Assert.ThrowsAsync<KoreXoException>(async () =>
        {
            await foreach (var item in List(connection, ByOffset))
            {
                got.Add(item);
            }
        });
        Assert.Equal([1, 2, 3], got);
        Assert.Equal(body, fault.Body);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_first_item_and_no_page_before_its_turn()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[1,2,3],"hasMore":true}""",
            """{"rows":[4],"hasMore":false}"""
        );
        using var connection = server.Connect();
        var list = List(connection, ByOffset);
        Assert.Empty(server.Requests);
        await using var items = list.GetAsyncEnumerator();
        for (var expected = 1; expected <= 3; expected++)
        {
            Assert.True(await items.MoveNextAsync());
            Assert.Single(server.Requests);
        }

        Assert.True(await items.MoveNextAsync());
        Assert.Equal(2, server.Requests.Count);
        Assert.False(await items.MoveNextAsync());
    }

    [Fact]
    public async Task Every_page_repeats_the_filters_and_each_enumeration_starts_anew()
    {
        await using var server = await LoopbackServer.StartAsync(
            (context, request) =>
                LoopbackServer.WriteAsync(
                    context,
                    request.Target.Contains("sys_offset=0", StringComparison.Ordinal)
                        ? """{"rows":[1,2,3],"hasMore":true}"""
                        : """{"rows":[4],"hasMore":false}"""
                )
        );
        using var connection = server.Connect();
        var request = new OperationRequest(Query, "/things/query?filter=a%26b")
        {
            Body = JsonBody.Create("body", Codecs.String),
            Headers = [new("bot-language", "de")],
        };
        var list = connection.List(request, ByOffset, Codecs.Int64, default, null, CancellationToken.None);

        Assert.Equal([1, 2, 3, 4], await Collect(list));
        Assert.Equal([1, 2, 3, 4], await Collect(list));

        Assert.Equal(4, server.Requests.Count);
        Assert.All(
            server.Requests,
            sent => Assert.Equal(("POST", "\"body\"", "de"), (sent.Method, sent.Text, sent.Headers["bot-language"]))
        );
        Assert.Equal("/things/query?filter=a%26b&sys_offset=3&sys_limit=3", server.Requests[3].Target);
    }

    [Fact]
    public async Task A_list_is_taken_up_from_a_stored_continuation_in_another_process()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[1,2],"hasMore":true}""",
            """{"rows":[3],"hasMore":false}"""
        );
        string? stored = null;
        using (var connection = server.Connect())
        {
            await foreach (var page in List(connection, ByOffset).AsPages(pageSize: 2))
            {
                stored = page.Continuation;
                break;
            }
        }

        using var other = server.Connect();
        var rest = new List<Page<long>>();
        await foreach (var page in List(other, ByOffset).AsPages(stored))
        {
            rest.Add(page);
        }

        Assert.Equal([3], Assert.Single(rest).Items);
        Assert.Null(rest[0].Continuation);
        Assert.Equal("/things/query?sys_offset=2&sys_limit=2", server.Requests[1].Target);
    }

    [Theory]
    [InlineData("%%%", "is not a continuation")]
    [InlineData("bm90IGpzb24", "is not a continuation")]
    [InlineData("W10", "is not a continuation")]
    [InlineData("", "empty")]
    public void A_broken_continuation_is_refused_before_anything_is_sent(string continuation, string reason)
    {
        using var connection = Unconnected();
        var fault = Assert.Throws<ArgumentException>(() => List(connection, ByOffset).AsPages(continuation));
        Assert.Equal("continuation", fault.ParamName);
        Assert.Contains(reason, fault.Message);
    }

    [Theory]
    [InlineData("""{"v":1,"op":"listOthers","p":3}""", "belongs to operation 'listOthers', not to 'listThings'")]
    [InlineData("""{"v":2,"op":"listThings","p":3}""", "version 2; this library reads version 1")]
    [InlineData("""{"v":1,"op":"listThings"}""", "is not a continuation")]
    [InlineData("""{"v":1,"op":"listThings","p":{}}""", "is not a continuation")]
    [InlineData("""{"v":1,"op":"listThings","p":-1}""", "is not a continuation")]
    [InlineData("""{"v":1,"op":"listThings","p":1.5}""", "is not a continuation")]
    [InlineData("""{"v":1,"op":"listThings","p":3,"s":"x"}""", "is not a continuation")]
    [InlineData("""{"v":1,"op":"listThings","p":3,"n":-3}""", "is not a continuation")]
    public void A_continuation_of_another_operation_or_version_says_so(string json, string reason)
    {
        using var connection = Unconnected();
        var continuation = Base64Url.Encode(System.Text.Encoding.UTF8.GetBytes(json));
        var fault = Assert.Throws<ArgumentException>(() => List(connection, ByOffset).AsPages(continuation));
        Assert.Contains(reason, fault.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_page_size_of_nothing_is_refused(int size)
    {
        using var connection = Unconnected();
        Assert.Equal(
            "pageSize",
            Assert.Throws<ArgumentOutOfRangeException>(() => List(connection, ByOffset).AsPages(pageSize: size)).ParamName
        );
    }

    [Fact]
    public async Task A_page_size_beyond_the_servers_is_cut_so_that_a_full_page_is_not_taken_for_a_short_one()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"rows":[1,2,3]}""", """{"rows":[4]}""");
        using var connection = server.Connect();
        var items = new List<long>();
        await foreach (var page in List(connection, Flagless).AsPages(pageSize: 1000))
        {
            items.AddRange(page.Items);
        }

        Assert.Equal([1, 2, 3, 4], items);
        Assert.All(server.Requests, request => Assert.Contains("limit=3", request.Target));
    }

    [Fact]
    public async Task A_page_keeps_what_stands_beside_its_items()
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            """{"meta":{"b":1.50,"rows":[9]},"hasMore":false,"rows":[1,2],"total":"2","x":[{"rows":1}]}""",
            headers: ("X-Request-Id", "r1")
        );
        using var connection = server.Connect();
        var details = new ResponseDetails();
        await foreach (
            var page in connection
                .List(Request(), ByOffset, Codecs.Int64, default, new CallOptions { Details = details }, CancellationToken.None)
                .AsPages()
        )
        {
            Assert.Equal([1, 2], page.Items);
            Assert.Equal("""{"meta":{"b":1.50,"rows":[9]},"hasMore":false,"total":"2","x":[{"rows":1}]}""", page.Body.GetRawText());
            Assert.Equal((2, "r1", null), (page.Total, page.Details!.RequestId, page.Continuation));
        }

        Assert.Equal("r1", details.RequestId);
    }

    [Fact]
    public async Task Items_may_lie_deeper()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"data":{"rows":[1],"n":2},"rows":[7]}""");
        using var connection = server.Connect();
        var deep = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Query,
            Items = "/data/rows",
        };
        await foreach (var page in List(connection, deep).AsPages())
        {
            Assert.Equal([1], page.Items);
            Assert.Equal("""{"data":{"n":2},"rows":[7]}""", page.Body.GetRawText());
        }

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    public async Task The_answer_itself_may_be_the_array(string items)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("[1,2]", "[3]");
        using var connection = server.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Page,
            In = PagingLocation.Query,
            Position = "page",
            Size = "limit",
            Start = 1,
            MaxSize = 2,
            Items = items,
        };
        Assert.Equal([1, 2, 3], await Collect(List(connection, paging)));
        Assert.Equal("/things/query?page=2&limit=2", server.Requests[1].Target);
    }

    [Fact]
    public async Task Numbered_pages_go_on_only_with_their_size()
    {
        await using var server = await LoopbackServer.AnsweringAsync("[1,2]");
        using var connection = server.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Page,
            In = PagingLocation.Query,
            Position = "page",
            Size = "limit",
            MaxSize = 2,
            Items = "/",
        };
        await foreach (var page in List(connection, paging).AsPages())
        {
            var fault = Assert.Throws<ArgumentException>(() => List(connection, paging).AsPages(page.Continuation, pageSize: 1));
            Assert.Equal("pageSize", fault.ParamName);
            List(connection, paging).AsPages(page.Continuation, pageSize: 2);
            break;
        }
    }

    [Theory]
    [InlineData("""{"rows":[3]}""")]
    [InlineData("""{"rows":[3],"next":""}""")]
    [InlineData("""{"rows":[3],"next":null}""")]
    public async Task A_cursor_is_taken_from_the_answer(string last)
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync(
            """{"rows":[1],"next":"a&b"}""",
            """{"rows":[2],"next":"c"}""",
            last
        );
        using var connection = server.Connect();
        Assert.Equal([1, 2, 3], await Collect(List(connection, ByCursor)));
        Assert.Equal(
            "/things/query /things/query?after=a%26b /things/query?after=c",
            string.Join(" ", server.Requests.Select(request => request.Target))
        );
    }

    [Fact]
    public async Task In_a_body_only_position_and_size_are_rewritten()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"rows":[1,2]}""", """{"rows":[3]}""");
        using var connection = server.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Body,
            Position = "skip",
            Size = "/page/limit",
            MaxSize = 2,
            Items = "/rows",
        };
        var thing = new Thing
        {
            Name = "é",
            ExtensionData = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["n"] = ((JsonAny)1.50m).AsElement(),
                ["skip"] = ((JsonAny)99).AsElement(),
            },
        };
        var list = connection.List(
            new OperationRequest(Query, "/things/query") { Body = JsonBody.Create(thing, ThingCodec.Instance) },
            paging,
            Codecs.Int64,
            default,
            null,
            CancellationToken.None
        );

        Assert.Equal([1, 2, 3], await Collect(list));

        Assert.All(server.Requests, static request => Assert.Equal("/things/query", request.Target));
        Assert.Equal("""{"name":"é","n":1.50,"skip":99,"page":{"limit":2}}""", server.Requests[0].Text);
        Assert.Equal("""{"name":"é","n":1.50,"skip":101,"page":{"limit":2}}""", server.Requests[1].Text);
    }

    [Fact]
    public async Task Where_the_caller_begins_and_how_large_is_kept()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"rows":[1],"hasMore":false}""");
        using var connection = server.Connect();
        await Collect(connection.List(Request(), ByOffset, Codecs.Int64, new PageStart("40", 2), null, CancellationToken.None));
        Assert.Equal("/things/query?sys_offset=40&sys_limit=2", server.Only.Target);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_token_ends_the_enumeration_and_is_the_one_reported(bool thatOfTheCall)
    {
        await using var server = await StallingServer.StartAsync(sendHead: false);
        using var connection = new ApiConnection(
            new KoreXoClientOptions { Endpoint = server.Endpoint, Credential = new ApiKeyCredential("k") }
        );
        using var ofCall = new CancellationTokenSource();
        using var ofEnumeration = new CancellationTokenSource();
        var list = connection.List(Request(), ByOffset, Codecs.Int64, default, null, ofCall.Token);
        await using var items = list.GetAsyncEnumerator(ofEnumeration.Token);
        var next = items.MoveNextAsync().AsTask();
        await server.Reached;
        var cancelled = thatOfTheCall ? ofCall : ofEnumeration;
        await cancelled.CancelAsync();

        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);

        Assert.Equal(cancelled.Token, fault.CancellationToken);
    }

    [Fact]
    public async Task Lists_for_tests_are_made_of_pages()
    {
        var list = PagedResult.FromPages([new Page<int>([1, 2], "a"), new Page<int>([3])]);
        Assert.Equal([1, 2, 3], await Collect(list));
        await foreach (var page in list.AsPages("a"))
        {
            Assert.Equal([3], page.Items);
        }

        Assert.Throws<ArgumentException>(() => list.AsPages("unknown"));
    }

    private static ApiConnection Unconnected() => new(new KoreXoClientOptions { Endpoint = new Uri("https://example.com") });
}
