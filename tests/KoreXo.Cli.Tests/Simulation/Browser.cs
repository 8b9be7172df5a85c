using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Simulation;

/// <summary>A headless Chromium of a given size, driven by its own driver.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _driver;
    private readonly HttpClient _http;
    private readonly string _profile;
    private string _session = "";

    private Browser(Process driver, Uri address, string profile)
    {
        _driver = driver;
        _http = new HttpClient { BaseAddress = address, Timeout = Patience };
        _profile = profile;
    }

    /// <summary>Whether both programs are installed.</summary>
    public static bool IsInstalled => Array.Exists(Programs, File.Exists) && File.Exists("/usr/bin/chromedriver");

    public static async Task<Browser> OpenAsync(int width, int height)
    {
        var driver = Process.Start(
            new ProcessStartInfo("/usr/bin/chromedriver", ["--port=0"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var profile = Directory.CreateTempSubdirectory("chromium").FullName;
        const string Started = "started successfully on port ";
        var line = "";
        while (!line.Contains(Started, StringComparison.Ordinal))
        {
            line = await driver.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The driver has ended.");
        }

        var port = int.Parse(
            line[(line.IndexOf(Started, StringComparison.Ordinal) + Started.Length)..].Trim('.', ' '),
            CultureInfo.InvariantCulture
        );
        var browser = new Browser(driver, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/")), profile);
        try
        {
            await browser.StartAsync(width, height);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task GoAsync(Uri address) => SendAsync($"session/{_session}/url", new JsonObject { ["url"] = address.ToString() });

    /// <summary>Runs a script, whose value is returned.</summary>
    public Task<JsonNode?> RunAsync(string script) =>
        SendAsync($"session/{_session}/execute/sync", new JsonObject { ["script"] = script, ["args"] = new JsonArray() });

    /// <summary>Runs a script until it returns true.</summary>
    public async Task UntilAsync(string script)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !(await RunAsync(script))!.GetValue<bool>(); await Task.Delay(100))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"never true: {script}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session.Length > 0)
        {
            using var closed = await _http.DeleteAsync(new Uri($"session/{_session}", UriKind.Relative));
        }

        _http.Dispose();
        _driver.Kill(entireProcessTree: true);
        await _driver.WaitForExitAsync();
        _driver.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private async Task StartAsync(int width, int height)
    {
        string[] arguments =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            $"--user-data-dir={_profile}",
        ];
        var options = new JsonObject
        {
            ["binary"] = Programs.First(File.Exists),
            ["args"] = new JsonArray([.. arguments.Select(argument => (JsonNode)argument)]),
            ["mobileEmulation"] = new JsonObject
            {
                ["deviceMetrics"] = new JsonObject
                {
                    ["width"] = width,
                    ["height"] = height,
                    ["pixelRatio"] = 1,
                },
            },
        };
        var value = await SendAsync(
            "session",
            new JsonObject { ["capabilities"] = new JsonObject { ["alwaysMatch"] = new JsonObject { ["goog:chromeOptions"] = options } } }
        );
        _session = value!["sessionId"]!.GetValue<string>();
    }

    private async Task<JsonNode?> SendAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!["value"];
    }
}
