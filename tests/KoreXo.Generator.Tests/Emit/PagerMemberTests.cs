using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Position and page size in a body: the pager's, whatever the document requires of callers.</summary>
public sealed class PagerMemberTests
{
    [Fact]
    public async Task A_request_has_no_members_for_the_page() =>
        Assert.Equal(
            "ExtensionData Kind",
            await Sample.RunAsync(
                "pager-members",
                """return string.Join(" ", typeof(SessionsRequest).GetProperties().Select(static property => property.Name).Order(StringComparer.Ordinal));"""
            )
        );

    [Fact]
    public async Task The_default_size_is_sent_where_none_is_requested_and_as_the_kind_of_value_that_the_document_says() =>
        Assert.Equal(
            """{"kind":"a","skip":"0","limit":"2"} {"kind":"a","skip":"2","limit":"2"}""",
            await BodiesAsync(
                "await foreach (var one in client.ListSessionsAsync(new() { Kind = \"a\" })) { }",
                """["x","y"]""",
                """["z"]"""
            )
        );

    [Fact]
    public async Task A_caller_requests_another_size_of_the_list() =>
        Assert.Equal(
            """{"kind":"a","skip":"0","limit":"5"}""",
            await BodiesAsync(
                "await foreach (var page in client.ListSessionsAsync(new() { Kind = \"a\" }).AsPages(pageSize: 5)) { }",
                """["x"]"""
            )
        );

    [Fact]
    public async Task A_member_that_the_request_does_not_have_can_still_be_sent() =>
        Assert.Equal(
            """{"kind":"a","skip":"7","limit":"2"}""",
            await BodiesAsync(
                """await foreach (var one in client.ListSessionsAsync(Read<SessionsRequest>("{\"kind\":\"a\",\"skip\":\"7\"}"))) { }""",
                """["x"]"""
            )
        );

    [Fact]
    public async Task A_page_inside_another_member_stays_a_member() =>
        Assert.Equal(
            """{"page":{"limit":3,"skip":0}}""",
            await BodiesAsync("await foreach (var one in client.ListLogsAsync(new() { Page = new() { Limit = 3 } })) { }", """["x"]""")
        );

    private static async Task<string> BodiesAsync(string call, params string[] answers)
    {
        using var handler = new RecordingHandler(answers);
        await Sample.RunAsync(Sample.Document("pager-members"), call + "\nreturn \"\";", handler);
        return string.Join(" ", handler.Requests.Select(static request => request.Body));
    }
}
