using System.Text.Json.Nodes;
using KoreXo.Package.Tests.Guides;
using KoreXo.Simulator;

namespace KoreXo.Package.Tests.Programs;

/// <summary>What newcomers write in their first days, built from the packages and run against the simulated platform.</summary>
[Collection(ProgramGroup.Name)]
public sealed class ProgramTests(ProgramProject programs) : IAsyncLifetime
{
    private SimulatedAccount _account = null!;

    public async Task InitializeAsync() => _account = await SimulatedAccount.StartAsync();

    public async Task DisposeAsync() => await _account.DisposeAsync();

    [Fact]
    public async Task An_intent_is_found() =>
        Assert.Equal("Travel: successintent, Welcome\n", await RunAsync("FindIntent", "welcome aboard"));

    [Fact]
    public async Task A_language_is_added()
    {
        await RunAsync("AddLanguage", "de");

        Assert.True(_account.Bot.Languages["de"].IsEnabled);
    }

    [Fact]
    public async Task A_notification_says_who_got_it()
    {
        _account.Platform.AddUnreachableRecipient("gone@example.com");

        Assert.Equal(
            "ada@example.com: SUCCESS\ngone@example.com: FAILURE\n",
            await RunAsync("Notify", "ada@example.com", "gone@example.com")
        );
    }

    [Fact]
    public async Task Usage_of_language_models_is_read_page_by_page()
    {
        _account.Platform.SeedSessions(_account.Bot, 20);
        var now = TimeProvider.System.GetUtcNow();

        var printed = await RunAsync("LlmUsage", $"{now.AddDays(-40):yyyy-MM-dd}", $"{now.AddDays(1):yyyy-MM-dd}");

        Assert.Equal("23 calls, True\n", printed);
    }

    [Fact]
    public async Task The_audit_log_is_listed_latest_first()
    {
        var entries = _account.Platform.SeedAuditLog(30);

        var printed = await RunAsync(
            "AuditTrail",
            $"{entries[0].CreatedOn.AddDays(-1):O}",
            $"{TimeProvider.System.GetUtcNow().AddDays(1):O}"
        );

        Assert.Equal(
            entries.Reverse().Select(static entry => $"{entry.CreatedOn.UtcDateTime:s}"),
            printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line[..19])
        );
    }

    [Fact]
    public async Task A_job_is_finished_by_another_process()
    {
        var token = (await RunAsync("ExportBackup", "start")).Trim();

        Assert.Equal("success: True\n", await RunAsync("ExportBackup", "resume", token, Path.Combine(_account.Folder, "backup.zip")));
        Assert.Single(_account.Platform.Requests, static request => request.OperationId == "startBotExport");
    }

    [Fact]
    public async Task A_user_tests_code_with_clients_that_send_nothing()
    {
        Assert.Equal("2 sessions of known users, backup f-1\n", await RunAsync("Fakes"));
        Assert.Empty(_account.Platform.Requests);
    }

    [Fact]
    public async Task A_worker_reads_and_is_seen_in_traces_and_metrics()
    {
        var lines = (await RunAsync("Worker")).Split('\n');

        Assert.Equal("3 sessions", lines[0]);
        Assert.Contains("Analytics.listSessions", lines[1], StringComparison.Ordinal);
        Assert.Contains("korexo.client.operation.duration", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_app_takes_and_returns_models()
    {
        await using var app = await programs.StartAsync(_account, "WebApp", "--urls", "http://127.0.0.1:0");
        await app.WaitForAsync("Now listening on");
        using var http = new HttpClient
        {
            BaseAddress = new Uri(
                app.Output.Split('\n').First(static line => line.StartsWith("Now listening on ", StringComparison.Ordinal))[
                    "Now listening on ".Length..
                ]
            ),
        };

        var sessions = JsonNode.Parse(await http.GetStringAsync(new Uri("/sessions", UriKind.Relative)))!.AsArray();
        using var content = new StringContent(
            """{"input":"welcome","streamName":"Travel"}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var response = await http.PostAsync(new Uri("/intent", UriKind.Relative), content);
        var intent = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(
            _account.Platform.Sessions.Select(static session => session.Id).Order(StringComparer.Ordinal),
            sessions.Select(static session => (string)session!["sessionId"]!).Order(StringComparer.Ordinal)
        );
        Assert.Equal("successintent", (string?)intent["response"]!["result"]);
    }

    [Fact]
    public async Task Rows_are_of_a_type_of_the_users()
    {
        _account.Platform.AddTable("Stock");

        Assert.Equal("bolt: 10\ngear: 30\n1 deleted\n", await RunAsync("TypedRows"));
    }

    [Fact]
    public async Task Models_and_rows_are_JSON_to_any_options()
    {
        var lines = (await RunAsync("JsonOut")).Split('\n');

        Assert.Equal(["model: True True", "model, web: True True", "row: True True", "row, web: True True"], lines[..4]);
        Assert.Contains("\"sessionId\":\"s-1\"", lines[4], StringComparison.Ordinal);
    }

    /// <summary>The window of a bot is short here, in the program as in the account; all else is as by default.</summary>
    [Fact]
    public async Task More_calls_at_once_than_a_window_allows_are_all_done()
    {
        var options = new XoSimulatorOptions { RateLimits = { ["bot"] = [new RateLimitRule(60, TimeSpan.FromSeconds(3))] } };
        await using var account = await SimulatedAccount.StartAsync(options);

        Assert.Equal("100 done\n", await programs.RunAsync(account, "Burst", "100"));
    }

    private Task<string> RunAsync(string name, params string[] arguments) => programs.RunAsync(_account, name, arguments);
}
