using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Cli.Tests.Simulation;

/// <summary><c>korexo simulate --json</c> as a process, called by HTTP with the tokens that it prints.</summary>
internal sealed class RunningSimulator : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;

    private RunningSimulator(Process process, JsonNode printed)
    {
        _process = process;
        Printed = printed;
        _http = new HttpClient { BaseAddress = new Uri(printed["endpoint"]!.GetValue<string>()) };
    }

    /// <summary>The line that the process has printed.</summary>
    public JsonNode Printed { get; }

    public static async Task<RunningSimulator> StartAsync(params string[] arguments)
    {
        var process = Korexo.Start(new Korexo.Run(["simulate", "--json", .. arguments]));
        var line = await process.StandardOutput.ReadLineAsync();
        return line is not null
            ? new RunningSimulator(process, JsonNode.Parse(line)!)
            : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    public async Task<(int Status, string Body)> SendAsync(string credential, string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("auth", Printed["credentials"]![credential]!["token"]!.GetValue<string>());
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonNode> CallAsync(string credential, string method, string path, string? json = null)
    {
        var (status, body) = await SendAsync(credential, method, path, json);
        Assert.True(status == 200, $"{status} {body}");
        return JsonNode.Parse(body)!;
    }

    public async Task<string> ReadAsync(string path) => await _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Presses Ctrl+C.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        using (var signal = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
