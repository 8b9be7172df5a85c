using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Monitoring;

/// <summary>What the page is made of, without a browser.</summary>
public sealed class MonitorTests : PlatformTest
{
    private const string Script = "<img src=x onerror=alert(1)>";

    protected override void Configure(XoSimulatorOptions options) => options.ShowMonitor = true;

    [Fact]
    public async Task A_failed_request_says_why_in_its_row_and_more_when_it_is_opened()
    {
        Platform.AddTable("T");
        var app = Platform.AddApp(AppKind.Data, "Read access to the Data Table");
        (await As(app).PostAsync("/api/public/tables/T", """{"data":{"a":"secret row"}}""")).Refusal(HttpStatusCode.Forbidden);

        var row = await RowAsync();
        var details = await DetailsAsync(row);

        Assert.Contains(
            "does not hold the scope 'Write access to the Data Table'",
            row["reason"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        Assert.Equal(["Write access to the Data Table"], details["missing"]!.AsArray().Select(scope => scope!.GetValue<string>()));
        Assert.Equal("""{"data":{"a":"secret row"}}""", details["requestBody"]!.GetValue<string>());
        Assert.Contains("\"code\":403", details["responseBody"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret row", row.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_served_has_no_reason()
    {
        Platform.AddTable("T");
        (await As(Platform.AddAppWithAllScopes(AppKind.Data)).PostAsync("/api/public/tables/T/query", "{}")).Success();

        var row = await RowAsync();

        Assert.Null(row["reason"]);
        Assert.True(row["applied"]!.GetValue<bool>());
        Assert.Empty((await DetailsAsync(row))["missing"]!.AsArray());
    }

    [Fact]
    public async Task A_fault_of_the_plan_is_the_reason()
    {
        Platform.AddTable("T");
        Platform.Faults = FaultPlan.Always("listRows", Fault.MinuteRefusal);
        (await As(Platform.AddAppWithAllScopes(AppKind.Data)).PostAsync("/api/public/tables/T/query", "{}")).Refusal(
            HttpStatusCode.TooManyRequests
        );

        Assert.Contains("MinuteRefusal", (await RowAsync())["reason"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_written_for_curl_without_its_token()
    {
        Platform.AddTable("it's");
        var app = Platform.AddAppWithAllScopes(AppKind.Data);
        var caller = As(app);
        caller.Token = app.CreateToken(TimeSpan.FromHours(1));
        (await caller.PostAsync("/api/public/tables/it's", """{"data":{"a":"it's"}}""")).Success();

        var details = await DetailsAsync(await RowAsync());

        Assert.Equal(
            $$$"""curl -sS -X POST -H 'Content-Type: application/json' -H 'auth: '"$KOREXO_TOKEN"'' --data-raw '{"data":{"a":"it'\''s"}}' '{{{Platform.Endpoint}}}api/public/tables/it'\''s'""",
            Sorted(details["curl"]!.GetValue<string>())
        );
        Assert.DoesNotContain(caller.Token, details.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_requests_bring_is_data_and_never_markup()
    {
        await As(null).PostAsync("/" + Uri.EscapeDataString(Script), $$"""{"a":"{{Script}}"}""");
        using var http = new HttpClient { BaseAddress = Platform.Endpoint };

        using var state = await http.GetAsync(new Uri("/_monitor/state", UriKind.Relative));
        var page = await http.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(
            ("application/json", "nosniff"),
            (state.Content.Headers.ContentType!.MediaType, state.Headers.GetValues("X-Content-Type-Options").Single())
        );
        Assert.Contains("default-src 'none'", state.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(Script, page, StringComparison.Ordinal);
        Assert.All(
            ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("],
            way => Assert.DoesNotContain(way, page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_request_that_is_not_kept_has_no_details()
    {
        using var http = new HttpClient { BaseAddress = Platform.Endpoint };

        using var response = await http.GetAsync(new Uri("/_monitor/requests/req-none", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<JsonNode> RowAsync()
    {
        using var http = new HttpClient { BaseAddress = Platform.Endpoint };
        var state = JsonNode.Parse(await http.GetStringAsync(new Uri("/_monitor/state", UriKind.Relative)))!;
        return Assert.Single(state["requests"]!.AsArray())!;
    }

    private async Task<JsonNode> DetailsAsync(JsonNode row)
    {
        using var http = new HttpClient { BaseAddress = Platform.Endpoint };
        return JsonNode.Parse(await http.GetStringAsync(new Uri($"/_monitor/requests/{row["id"]}", UriKind.Relative)))!;
    }

    /// <summary>Headers have no order.</summary>
    private static string Sorted(string line)
    {
        var start = line.IndexOf(" -H ", StringComparison.Ordinal);
        var end = line.IndexOf(" --data", StringComparison.Ordinal);
        var headers = line[start..end].Split(" -H ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        return line[..start] + string.Concat(headers.Select(header => " -H " + header)) + line[end..];
    }
}
