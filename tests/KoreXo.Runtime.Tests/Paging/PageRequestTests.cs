using static KoreXo.Runtime.Tests.ThingLists;

namespace KoreXo.Runtime.Tests;

/// <summary>What is sent for each page of a list.</summary>
public sealed class PageRequestTests
{
    private static readonly PagingDescriptor InBody = new()
    {
        Style = PagingStyle.Offset,
        In = PagingLocation.Body,
        Position = "skip",
        Items = "/rows",
        More = "/hasMore",
    };

    [Fact]
    public async Task The_options_of_the_call_apply_to_each_page()
    {
        await using var server = await LoopbackServer.AnsweringInTurnAsync("""{"rows":[1],"hasMore":true}""", """{"rows":[2]}""");
        using var connection = server.Connect();
        var call = new CallOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Trace"] = "t1" } };
        await Collect(connection.List(Request(), ByOffset, Codecs.Int64, default, call, CancellationToken.None));
        Assert.Equal(["t1", "t1"], server.Requests.Select(static request => request.Headers["X-Trace"]));
    }

    [Theory]
    [InlineData(null, "?skip=0&limit=20")]
    [InlineData(7, "?skip=0&limit=7")]
    [InlineData(30, "?skip=0&limit=25")]
    public async Task The_default_size_of_the_document_is_requested_unless_the_caller_wants_another(int? size, string query)
    {
        using var handler = Recording("""{"rows":[]}""", out var queries);
        using var connection = handler.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Offset,
            In = PagingLocation.Query,
            Position = "skip",
            Size = "limit",
            DefaultSize = 20,
            MaxSize = 25,
            Items = "/rows",
        };
        await foreach (var _ in List(connection, paging).AsPages(pageSize: size)) { }
        Assert.Equal([query], queries);
    }

    [Fact]
    public async Task A_body_without_a_place_for_the_size_gets_the_position_only()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(200, """{"rows":[1,2],"hasMore":true}"""),
            ScriptedHandler.Status(200, """{"rows":[3]}""")
        );
        using var connection = handler.Connect();
        var request = new OperationRequest(Query, "/things/query")
        {
            Body = JsonBody.Create(new Thing { Name = "a" }, ThingCodec.Instance),
        };
        await foreach (var _ in connection.List(request, InBody, Codecs.Int64, default, null, CancellationToken.None).AsPages(pageSize: 2))
        { }
        Assert.Equal(["""{"name":"a","skip":0}""", """{"name":"a","skip":2}"""], handler.Requests.Select(static sent => sent.Body));
    }

    [Fact]
    public async Task A_list_without_a_body_sends_none()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"rows":[]}""");
        using var connection = server.Connect();
        await Collect(List(connection, ByOffset));
        Assert.Equal(("", false), (server.Only.Text, server.Only.Headers.ContainsKey("Content-Type")));
    }
}
