using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Monitoring;

/// <summary>How the page shows bodies, rate limits and requests of every kind.</summary>
public sealed class MonitorDetailTests : AreaTest
{
    protected override void Configure(XoSimulatorOptions options)
    {
        options.ShowMonitor = true;
        options.EnforceRateLimits = false;
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_told_by_its_size_and_sent_from_a_file()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([0, 1, 2]), "file", "a.zip" },
            { new StringContent("bulkImport"), "fileContext" },
            { new StringContent("zip"), "fileExtension" },
        };
        (await Admin.SendAsync("POST", "/api/public/uploadfile", form)).Success();

        var details = await DetailsAsync();

        Assert.Matches("^[0-9]+ bytes of multipart/form-data; boundary=", details["requestBody"]!.GetValue<string>());
        Assert.Contains(" --data-binary '@body' ", details["curl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_not_pasted_into_a_command()
    {
        using var content = new ByteArrayContent([(byte)'{', 0xff, (byte)'}']);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await Admin.SendAsync("POST", "/api/public/getSessions", content)).Refusal(HttpStatusCode.BadRequest);

        Assert.Contains(" --data-binary '@body' ", (await DetailsAsync())["curl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_large_body_the_beginning_is_shown_with_its_whole_length()
    {
        var body = $$"""{"unknown":"{{new string('a', 100_000)}}"}""";
        (await Admin.PostAsync("/api/public/getSessions", body)).Success();

        var shown = (await DetailsAsync())["requestBody"]!.GetValue<string>();

        Assert.EndsWith($"a… (65536 of {body.Length} bytes)", shown, StringComparison.Ordinal);
        Assert.StartsWith("{\"unknown\":\"aaa", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_body_shows_none()
    {
        (await Admin.GetAsync($"/api/public/bot/{Bot.Id}/changelogs")).Success();

        var details = await DetailsAsync();

        Assert.Null(details["requestBody"]);
        Assert.Equal("[]", details["responseBody"]!.GetValue<string>());
        Assert.Equal("/api/public/bot/{botId}/changelogs", details["path"]!.GetValue<string>());
        Assert.DoesNotContain("--data", details["curl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("-X", details["curl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_for_no_operation_asks_for_no_scope()
    {
        (await Admin.GetAsync("/api/none?a=b")).Refusal(HttpStatusCode.NotFound);

        var row = (await StateAsync())["requests"]![0]!;

        Assert.Equal(
            ("/api/none?a=b", 404, false),
            (row["target"]!.GetValue<string>(), row["status"]!.GetValue<int>(), row["applied"]!.GetValue<bool>())
        );
        Assert.Null(row["operation"]);
        Assert.Empty(row["asked"]!.AsArray());
        Assert.Null(row["granted"]);
    }

    [Fact]
    public async Task The_alternative_that_grants_is_that_of_the_kind_of_app()
    {
        (await Admin.PostAsync("/api/public/getSessions", "{}")).Success();
        (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/getMessages", "{}")).Success();

        var rows = (await StateAsync())["requests"]!.AsArray();

        Assert.Equal(["platform", "admin"], rows.Select(row => row!["credential"]!.GetValue<string>()));
        Assert.Equal("Chat History (platform)", rows[0]!["granted"]!.GetValue<string>());
        Assert.EndsWith("(admin)", rows[1]!["granted"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_two_hundred_are_shown_latest_first_and_all_are_counted()
    {
        var caller = As(null, Platform.CreateHandler());
        for (var number = 0; number < 205; number++)
        {
            await caller.GetAsync($"/api/none/{number}");
        }

        var state = await StateAsync();

        Assert.Equal((205, 200), (state["total"]!.GetValue<int>(), state["requests"]!.AsArray().Count));
        Assert.Equal("/api/none/204", state["requests"]![0]!["target"]!.GetValue<string>());
        Assert.Equal("/api/none/5", state["requests"]![199]!["target"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_use_of_a_rate_limit_is_shown_once_there_is_one()
    {
        Assert.Empty((await StateAsync())["quotas"]!.AsArray());
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/getSessions", "{}")).Success();
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/getSessions", "{}")).Success();

        var quota = Assert.Single((await StateAsync())["quotas"]!.AsArray())!;

        Assert.Equal(
            (2, 0, Bot.Id),
            (quota["requests"]!.GetValue<int>(), quota["refused"]!.GetValue<int>(), quota["key"]!.GetValue<string>())
        );
        Assert.Equal("""{"seconds":60,"calls":60,"used":2}""", quota["windows"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData("POST", "/_monitor/state")]
    [InlineData("DELETE", "/")]
    [InlineData("HEAD", "/_monitor/state")]
    [InlineData("GET", "/_monitor")]
    [InlineData("GET", "/_Monitor/state")]
    [InlineData("GET", "/_monitor/state/")]
    public async Task What_is_not_of_the_page_is_of_the_platform_and_not_there(string method, string target) =>
        Assert.Equal(HttpStatusCode.NotFound, (await As(null).SendAsync(method, target, json: null)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("%2e%2e%2fstate")]
    public async Task Details_of_an_id_that_there_is_not_are_empty(string id)
    {
        var reply = await As(null).GetAsync("/_monitor/requests/" + id);

        Assert.Equal((HttpStatusCode.NotFound, "{}"), (reply.Status, reply.Text));
        Assert.Equal("no-store", reply.Headers["Cache-Control"]);
    }

    private async Task<JsonNode> StateAsync() => (await As(null).GetAsync("/_monitor/state")).Success();

    private async Task<JsonNode> DetailsAsync() =>
        (await As(null).GetAsync($"/_monitor/requests/{(await StateAsync())["requests"]![0]!["id"]}")).Success();
}
