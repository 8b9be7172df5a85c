using System.Diagnostics;
using System.Text.Json;
using Xunit.Abstractions;

namespace KoreXo.Cli.Tests.Simulation;

/// <summary>The simulator as a process: what another program needs to call it is printed, and its page shows what was called.</summary>
public sealed class SimulateTests(ITestOutputHelper output)
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    [Fact]
    public async Task Another_program_calls_it_and_the_page_shows_the_calls()
    {
        using var process = Korexo.Start(new Korexo.Run("simulate", "--json", "--seed", "7"));
        try
        {
            using var printed = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!);
            var endpoint = new Uri(printed.RootElement.GetProperty("endpoint").GetString()!);
            using var http = new HttpClient { BaseAddress = endpoint };
            await AskAsync(
                http,
                printed.RootElement.GetProperty("credentials").GetProperty("data"),
                printed.RootElement.GetProperty("bot").GetString()!
            );

            var page = await http.GetStringAsync(new Uri("/", UriKind.Relative));
            Assert.Contains("<title>Simulated platform</title>", page, StringComparison.Ordinal);

            var state = await http.GetStringAsync(new Uri("/_monitor/state", UriKind.Relative));
            using var parsed = JsonDocument.Parse(state);
            var request = Assert.Single(parsed.RootElement.GetProperty("requests").EnumerateArray());
            Assert.Equal("data", request.GetProperty("credential").GetString());
            Assert.Equal(403, request.GetProperty("status").GetInt32());
            Assert.Equal(JsonValueKind.Null, request.GetProperty("granted").ValueKind);
            Assert.NotEmpty(request.GetProperty("asked").EnumerateArray());
            Assert.All(
                printed.RootElement.GetProperty("credentials").EnumerateObject(),
                app => Assert.DoesNotContain(app.Value.GetProperty("clientSecret").GetString()!, state + page, StringComparison.Ordinal)
            );

            await BrowseAsync(endpoint, request.GetProperty("operation").GetString()!);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_or_none_is_refused()
    {
        using var process = Korexo.Start(new Korexo.Run("simulate", "--json"));
        try
        {
            using var printed = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!);
            var port = new Uri(printed.RootElement.GetProperty("endpoint").GetString()!).Port;

            var second = await Korexo.RunAsync("simulate", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((2, ""), (second.ExitCode, second.Output));
            Assert.Contains("Cannot listen on port", second.Error, StringComparison.Ordinal);
            Assert.Contains("omit --port", second.Error, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        var impossible = await Korexo.RunAsync("simulate", "--port", "70000");
        Assert.Equal((2, ""), (impossible.ExitCode, impossible.Output));
        Assert.Contains("'70000' is not a whole number from 0 to 65535; write --port 8080", impossible.Error, StringComparison.Ordinal);
    }

    // With a token that is good and scopes that are not.
    private static async Task AskAsync(HttpClient http, JsonElement app, string bot)
    {
        var token = await Korexo.RunAsync(
            new Korexo.Run("token", "make", "--client-id", app.GetProperty("clientId").GetString()!)
            {
                Input = app.GetProperty("clientSecret").GetString()!,
            }
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/public/bot/{bot}/export/status", UriKind.Relative));
        request.Headers.Add("auth", token.Output.Trim());
        using var response = await http.SendAsync(request);
    }

    /// <summary>Lets a real browser run the page, where one is installed; elsewhere the output says that none was found.</summary>
    private async Task BrowseAsync(Uri endpoint, string operation)
    {
        var browser = Browsers.Select(static name => Path.Combine("/usr/bin", name)).FirstOrDefault(File.Exists);
        if (browser is null)
        {
            output.WriteLine("No Chromium is installed: the page's script was not run.");
            return;
        }

        var start = new ProcessStartInfo(browser)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in (string[])
                [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--no-first-run",
                    "--virtual-time-budget=5000",
                    "--dump-dom",
                    endpoint.ToString(),
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = Process.Start(start)!;
        await using var killing = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        var page = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        await error;
        Assert.Contains(operation, page, StringComparison.Ordinal);
        Assert.Contains("1 request, 1 shown", page, StringComparison.Ordinal);
    }
}
