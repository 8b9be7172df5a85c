using System.Net;

namespace KoreXo.Simulator.Tests.Routing;

/// <summary>What becomes of a request with another method than the documents have.</summary>
public sealed class MethodTests : AreaTest
{
    [Theory]
    [InlineData("GET", "/api/public/users", "DELETE, POST, PUT")]
    [InlineData("OPTIONS", "/api/public/users", "DELETE, POST, PUT")]
    [InlineData("POST", "/api/public/groups", "GET")]
    [InlineData("TRACE", "/api/public/tables/T/bulk", "POST")]
    [InlineData("get", "/api/public/groups", "GET")]
    [InlineData("FIND", "/api/public/groups", "GET")]
    public async Task Another_method_is_refused_before_the_token_is_looked_at(string method, string target, string allowed)
    {
        var reply = await As(app: null, Platform.CreateHandler()).SendAsync(method, target, json: null);

        Assert.Equal(
            $"The API at '{target}' does not take {Platform.Requests[^1].Method}, only {allowed}.",
            reply.Refusal(HttpStatusCode.MethodNotAllowed)
        );
        Assert.Equal(allowed, string.Join(", ", reply.Headers["Allow"].Split(',', StringSplitOptions.TrimEntries)));
    }

    [Fact]
    public async Task A_question_for_the_head_alone_has_no_body()
    {
        var reply = await Admin.SendAsync("HEAD", "/api/public/groups", json: null);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, 0), (reply.Status, reply.Bytes.Length));
        Assert.Equal("GET", reply.Headers["Allow"]);
    }

    [Theory]
    [InlineData("/api/public/Groups")]
    [InlineData("/api/public/groups/")]
    [InlineData("/api/public//groups")]
    [InlineData("/api/public/groups%20")]
    [InlineData("/api/public%2Fgroups")]
    [InlineData("/API/public/groups")]
    public async Task A_path_that_is_nearly_right_is_not_found(string target) =>
        Assert.Equal($"There is no API at the path '{target}'.", (await Admin.GetAsync(target)).Refusal(HttpStatusCode.NotFound));

    [Fact]
    public async Task A_path_that_is_escaped_where_it_need_not_be_is_the_same_path() =>
        (await Admin.GetAsync("/%61pi/public/%67roups")).Success();

    [Fact]
    public async Task A_request_that_matches_nothing_is_recorded_without_its_body()
    {
        await Admin.PostAsync("/api/public/nothing?token=1", """{"a":1}""");

        var record = Platform.Requests[^1];

        Assert.Equal(
            ("/api/public/nothing?token=1", 404, null, 0L, false),
            (record.Target, record.Status, record.OperationId, record.BodyLength, record.IsApplied)
        );
        Assert.Equal("There is no API at the path '/api/public/nothing'.", record.Reason);
    }
}
