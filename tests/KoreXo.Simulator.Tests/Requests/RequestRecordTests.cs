using System.Net;
using System.Text;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>What the log of requests keeps, and how much of it.</summary>
public sealed class RequestRecordTests : AreaTest
{
    protected override void Configure(XoSimulatorOptions options) => options.MaxRecordedRequests = 3;

    [Fact]
    public async Task The_log_keeps_the_latest_requests_oldest_first()
    {
        for (var number = 0; number < 5; number++)
        {
            await Admin.GetAsync($"/number/{number}");
        }

        Assert.Equal(["/number/2", "/number/3", "/number/4"], Platform.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task Of_a_long_body_the_beginning_and_the_length_are_kept()
    {
        var body = "{\"emailIds\":[\"" + new string('x', 70_000) + "\"]}";
        (await Admin.PostAsync("/api/public/usersInfo", body)).Success();

        var record = Platform.Requests[^1];

        Assert.Equal((64 * 1024, (long)body.Length), (record.Body.Length, record.BodyLength));
        Assert.StartsWith("{\"emailIds\":[\"xxx", record.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_request_is_recorded_with_its_reason_and_as_not_applied()
    {
        (await Admin.PostAsync("/api/public/usersInfo", "{}")).Refusal(HttpStatusCode.BadRequest);
        (await Admin.PostAsync("/api/public/usersInfo", """{"emailIds":[]}""")).Success();

        var (refused, served) = (Platform.Requests[^2], Platform.Requests[^1]);

        Assert.Equal(("The body is not valid at /emailIds: it is required.", false), (refused.Reason, refused.IsApplied));
        Assert.Equal((null, true), (served.Reason, served.IsApplied));
        Assert.Equal("POST /api/public/usersInfo 400", refused.ToString());
    }

    [Fact]
    public async Task Several_errors_are_one_reason()
    {
        await Admin.GetAsync("/api/public/groups?offset=-1&limit=0&x=1");

        Assert.Equal(
            "The query parameter 'offset' is not valid: it is below 0. The query parameter 'limit' is not valid: it is below 1. "
                + "The query parameter 'x' is not known to this API.",
            Platform.Requests[^1].Reason
        );
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("AUTH")]
    [InlineData("Cookie")]
    public async Task No_secret_of_a_header_is_recorded(string header)
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        await As(app: null).SendAsync("POST", "/nowhere", content, request => request.Headers.TryAddWithoutValidation(header, "s3cret"));

        Assert.Equal(["***"], Platform.Requests[^1].Headers[header]);
    }

    [Fact]
    public async Task A_header_of_several_values_is_recorded_with_all()
    {
        await Admin.SendAsync(
            "GET",
            "/api/public/groups",
            content: null,
            request => request.Headers.TryAddWithoutValidation("X-Trace", (string[])["1", "2"])
        );

        Assert.Equal("1, 2", string.Join(", ", Platform.Requests[^1].Headers["x-trace"]));
    }
}
