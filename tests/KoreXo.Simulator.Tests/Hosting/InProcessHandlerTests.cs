using System.Net;

namespace KoreXo.Simulator.Tests.Hosting;

/// <summary>What comes through the handler is what comes through the socket.</summary>
public sealed class InProcessHandlerTests : AreaTest
{
    [Fact]
    public async Task A_request_arrives_as_it_was_sent()
    {
        Platform.AddTable("a b/ü");
        var caller = As(Platform.AddAppWithAllScopes(AppKind.Data), Platform.CreateHandler());

        (await caller.PostAsync("/api/public/tables/a%20b%2F%C3%BC", """{"data":{"n":"ü"}}""")).Success();

        var request = Platform.Requests[^1];
        Assert.Equal("/api/public/tables/a%20b%2F%C3%BC", request.Target);
        Assert.Equal("""{"data":{"n":"ü"}}""", request.BodyText);
        Assert.Equal(["***"], request.Headers["auth"]);
        Assert.Equal([Platform.Endpoint.Authority], request.Headers["Host"]);
    }

    [Fact]
    public async Task A_form_and_an_answer_with_headers_come_across()
    {
        var caller = As(Platform.AddAppWithAllScopes(AppKind.Admin), Platform.CreateHandler());
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("{}"u8.ToArray()), "file", "file.json" },
            { new StringContent("bulkImport"), "fileContext" },
            { new StringContent("json"), "fileExtension" },
        };

        (await caller.SendAsync("POST", "/api/public/uploadfile", form)).Success();
        var wrong = await caller.SendAsync("PATCH", "/api/public/uploadfile", json: null);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (wrong.Status, wrong.Headers["Allow"]));
        Assert.Equal(Platform.Requests[^1].RequestId, wrong.Headers["x-request-id"]);
    }

    [Fact]
    public async Task Many_requests_at_once_each_get_their_own_answer()
    {
        var table = Platform.AddTable("T");
        var caller = As(Platform.AddAppWithAllScopes(AppKind.Data), Platform.CreateHandler());

        var rows = await Task.WhenAll(
            Enumerable
                .Range(0, 500)
                .Select(async number =>
                    (await caller.PostAsync("/api/public/tables/T", $$$"""{"data":{"n":{{{number}}}}}""")).Success()["n"]!.GetValue<int>()
                )
        );

        Assert.Equal(Enumerable.Range(0, 500), rows);
        Assert.Equal(500, table.Rows.Count);
    }

    [Fact]
    public async Task A_caller_that_has_gone_before_is_not_served()
    {
        using var http = new HttpClient(Platform.CreateHandler());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            http.GetAsync(new Uri(Platform.Endpoint, "/"), new CancellationToken(canceled: true))
        );

        Assert.Empty(Platform.Requests);
    }

    [Fact]
    public async Task An_answer_larger_than_any_buffer_is_read_whole()
    {
        Platform.SeedSessions(Bot, 1000, new SessionSeed { MessagesPerSession = 2 });
        var caller = As(Platform.AddAppWithAllScopes(AppKind.Admin), Platform.CreateHandler());

        var page = (await caller.PostAsync("/api/public/getSessions", """{"limit":1000}""")).Success();

        Assert.Equal(1000, page["sessions"]!.AsArray().Count);
    }
}
