using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace KoreXo.Simulator.Tests.Requests;

public sealed class ContentTests : PlatformTest
{
    private const string Query = "/api/public/tables/T/query";
    private const string Table = "/api/public/tables/T";

    private TestCaller _caller = null!;

    protected override Task PrepareAsync()
    {
        Platform.AddTable("T");
        _caller = As(Platform.AddAppWithAllScopes(AppKind.Data));
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("POST", Table, """{}""", "at /data: it is required")]
    [InlineData("POST", Table, """{"data":[]}""", "at /data: an object is expected")]
    [InlineData("POST", Table, """{"data":null}""", "at /data: an object is expected")]
    [InlineData("POST", Table, """[]""", "The body is not valid: an object is expected")]
    [InlineData("POST", Table, """{"data":{"sys_Id":"x"}}""", "at /data/sys_Id: the platform fills this column itself")]
    [InlineData("POST", Table + "/bulk", """{"data":[{"a":1},7]}""", "at /data/1: an object is expected")]
    [InlineData("POST", Table + "/bulk", """{"data":[{"a":1},{"_id":"x"}]}""", "at /data/1/_id")]
    [InlineData(
        "POST",
        Query,
        """{"query":{"expressions":[{"field":"a","operand":">=","value":"1"}],"operator":"and"}}""",
        "at /query/expressions/0/operand: one of '=', '!=', '<', '>' is expected"
    )]
    [InlineData(
        "POST",
        Query,
        """{"query":{"expressions":[{"field":5,"operand":"=","value":"1"}],"operator":"and"}}""",
        "at /query/expressions/0/field: a string is expected"
    )]
    [InlineData(
        "POST",
        Query,
        """{"query":{"expressions":[{"field":"a","operand":"="}],"operator":"and"}}""",
        "at /query/expressions/0/value: it is required"
    )]
    [InlineData("POST", Query, """{"query":{"expressions":[],"operator":"xor"}}""", "at /query/operator: one of 'and', 'or' is expected")]
    [InlineData("PUT", Table, """{"data":{"a":1}}""", "at /query: it is required")]
    [InlineData(
        "PUT",
        Table,
        """{"query":{"expressions":[],"operator":"and"},"data":{"a":1}}""",
        "at /query/expressions: at least one condition"
    )]
    [InlineData("DELETE", Table, """{}""", "at /query: it is required")]
    [InlineData("DELETE", Table, """{"query":{"expressions":[],"operator":"and"}}""", "at /query/expressions: at least one condition")]
    [InlineData("DELETE", Table, null, "The body is missing")]
    [InlineData("POST", Query, """{"query":""", "not valid JSON")]
    [InlineData("POST", Query, """{"query":{},"query":{}}""", "not valid JSON")]
    [InlineData("POST", Query, """{} {}""", "not valid JSON")]
    [InlineData("POST", Query, """{'query':null}""", "not valid JSON")]
    public async Task A_body_that_the_document_does_not_allow_is_refused_with_its_place(
        string method,
        string target,
        string? body,
        string reason
    )
    {
        var refusal = (await _caller.SendAsync(method, target, body)).Refusal(HttpStatusCode.BadRequest);

        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.Equal(0, Platform.Tables["T"].Count);
    }

    [Theory]
    [InlineData("?sys_limit=101", "'sys_limit' is not valid: it is above 100")]
    [InlineData("?sys_limit=0", "'sys_limit' is not valid: it is below 1")]
    [InlineData("?sys_limit=ten", "'sys_limit' is not valid: an integer of at most 64 bits is expected")]
    [InlineData("?sys_limit=", "'sys_limit' is not valid: an integer of at most 64 bits is expected")]
    [InlineData("?sys_offset=-1", "'sys_offset' is not valid: it is below 0")]
    [InlineData("?sys_limit=1&sys_limit=2", "'sys_limit' is given more than once")]
    [InlineData("?limit=1", "'limit' is not known")]
    [InlineData("?SYS_LIMIT=1", "'SYS_LIMIT' is not known")]
    public async Task A_query_parameter_that_the_document_does_not_allow_is_refused_by_name(string query, string reason) =>
        Assert.Contains(
            reason,
            (await _caller.PostAsync(Query + query, "{}")).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var reply = await _caller.PostAsync(Query + "?sys_limit=0&sys_offset=-1", "{}");

        Assert.Equal(2, reply.Refusal(HttpStatusCode.BadRequest).Split('\n').Length);
    }

    [Theory]
    [InlineData("text/plain", "'text/plain' is not taken, application/json is expected")]
    [InlineData("application/jsonx", "application/json is expected")]
    [InlineData("application/json; charset=utf-16", "utf-8 is expected")]
    [InlineData(null, "no content type")]
    public async Task Another_content_type_is_refused(string? type, string reason)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Contains(
            reason,
            (await _caller.SendAsync("POST", Query, content)).Refusal(HttpStatusCode.UnsupportedMediaType),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Unknown_members_and_any_value_in_a_free_map_are_taken() =>
        (await _caller.PostAsync(Table, """{"more":true,"data":{"a.b":null,"[0]":[1,{"x":1.50}],"":"empty"}}""")).Success();

    [Fact]
    public async Task A_body_where_none_is_described_is_refused()
    {
        var admin = As(Platform.AddAppWithAllScopes(AppKind.Admin));

        Assert.Contains(
            "takes no body",
            (await admin.GetAsync("/api/public/bot/import/status/x", "{}")).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_bulk_insert_of_more_than_50_MB_is_too_large()
    {
        const int Limit = 50 * 1024 * 1024;
        var body = new byte[Limit + 1];
        Array.Fill(body, (byte)' ');
        """{"data":[]}"""u8.CopyTo(body);
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        Assert.Contains(
            $"at most {Limit}",
            (await _caller.SendAsync("POST", Table + "/bulk", content)).Refusal(HttpStatusCode.RequestEntityTooLarge),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_bulk_insert_of_just_50_MB_is_taken()
    {
        var body = new byte[50 * 1024 * 1024];
        Array.Fill(body, (byte)' ');
        """{"data":[{"a":1}]}"""u8.CopyTo(body);
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        (await _caller.SendAsync("POST", Table + "/bulk", content)).Success();
        Assert.Equal(1, Platform.Tables["T"].Count);
    }

    [Fact]
    public async Task Every_answer_has_its_own_request_id()
    {
        var first = await _caller.PostAsync(Query, "{}");
        var second = await _caller.PostAsync("/nowhere", "{}");

        Assert.NotEqual(first.Headers["x-request-id"], second.Headers["x-request-id"]);
        Assert.Equal(
            [first.Headers["x-request-id"], second.Headers["x-request-id"]],
            Platform.Requests.Select(request => request.RequestId)
        );
    }

    [Fact]
    public async Task Requests_are_recorded_as_they_came_without_the_token()
    {
        var app = Platform.AddAppWithAllScopes(AppKind.Data);
        var token = TestToken.Sign(app);
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        await As(app).SendAsync("POST", Query + "?sys_limit=5", content, request => request.Headers.Add("X-Trace", "7"));

        var request = Platform.Requests[^1];
        Assert.Equal(
            ("POST", Query + "?sys_limit=5", "listRows", 200),
            (request.Method, request.Target, request.OperationId, request.Status)
        );
        Assert.Equal(("{}", 2L, app.ClientId), (request.BodyText, request.BodyLength, request.ClientId));
        Assert.Equal(["7"], request.Headers["x-trace"]);
        Assert.Equal(["***"], request.Headers["AUTH"]);
        Assert.DoesNotContain(
            request.Headers.Values.SelectMany(values => values),
            value => value.Contains(token, StringComparison.Ordinal)
        );
    }
}
