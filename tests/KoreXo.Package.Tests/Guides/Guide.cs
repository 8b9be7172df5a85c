using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace KoreXo.Package.Tests.Guides;

/// <summary>
/// Does what a guide tells its reader to do, block by block: writes files, runs and starts programs, calls them, looks at what they
/// print.
/// </summary>
internal sealed partial class Guide(Stranger stranger, IReadOnlyDictionary<string, string> account) : IAsyncDisposable
{
    private const string Address = "localhost:5280";

    private readonly Dictionary<string, string> _variables = new(account, StringComparer.Ordinal);
    private readonly List<UserProcess> _background = [];
    private readonly string _address = $"localhost:{FreePort()}";
    private string _folder = stranger.Folder;
    private string _printed = "";

    /// <summary>Does what a page of <c>docs/guides</c> says, in a folder of its own.</summary>
    public static async Task FollowAsync(string name, IReadOnlyDictionary<string, string> variables)
    {
        var steps = GuidePage.Read($"docs/guides/{name}.md");
        Assert.Contains(steps, static step => step.Language == "console");
        using var stranger = new Stranger();
        await using var guide = new Guide(stranger, variables);
        await guide.FollowAsync(steps);
    }

    private async Task FollowAsync(IEnumerable<GuideStep> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case { Language: "console", Mode: "feed" }:
                    TakeFeed(step);
                    break;
                case { Language: "console" }:
                    await RunAsync(step);
                    break;
                case { Language: "text" }:
                    Assert.All(step.Lines, line => Assert.Contains(line, _printed, StringComparison.Ordinal));
                    break;
                case { File: { } file }:
                    stranger.Write(file, step.Text);
                    break;
                case { Language: "csharp" or "" }:
                    Assert.Fail($"Nobody knows what to do with this block:\n{step.Text}");
                    break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _background)
        {
            await process.DisposeAsync();
        }
    }

    /// <summary>Packing takes minutes and was done for all tests; its result is put where the guide's commands put it.</summary>
    private void TakeFeed(GuideStep step)
    {
        Assert.Equal(["dotnet pack korexo/Generated.sln --configuration Release"], step.Lines);
        var release = Path.Combine(stranger.Folder, "korexo", "artifacts", "package", "release");
        Directory.CreateDirectory(Path.GetDirectoryName(release)!);
        Directory.CreateSymbolicLink(release, PackedFeed.Folder);
    }

    private async Task RunAsync(GuideStep step)
    {
        foreach (var line in step.Lines)
        {
            var words = Word()
                .Matches(Expand(line))
                .Select(static match => match.Value.Replace("\"", "", StringComparison.Ordinal))
                .ToList();
            switch (words)
            {
                case ["cd", var folder]:
                    _folder = Path.GetFullPath(folder, _folder);
                    break;
                case ["export", .. var assignments]:
                    foreach (var assignment in assignments)
                    {
                        var at = assignment.IndexOf('=', StringComparison.Ordinal);
                        _variables[assignment[..at]] = assignment[(at + 1)..];
                    }

                    break;
                case ["curl", var address]:
                    _printed = await CallAsync(new Uri(address));
                    break;
                case ["dotnet", ..] when step.Mode == "background":
                    var process = UserProcess.Start(_folder, _variables, words);
                    _background.Add(process);
                    await process.WaitForAsync("Now listening on");
                    break;
                case ["dotnet", .. var arguments]:
                    var ended = await UserProcess.RunAsync(_folder, _variables, ["dotnet", .. Adapt(arguments)]);
                    _printed = ended.Output;
                    Assert.True(ended.ExitCode == step.ExitCode, $"{line}\n{_printed}");
                    break;
                default:
                    Assert.Fail($"Nobody knows this command: {line}");
                    break;
            }
        }
    }

    /// <summary>A reader has one version to choose from, a machine with tests perhaps more; and its settings stay as they are.</summary>
    private List<string> Adapt(List<string> arguments) =>
        arguments switch
        {
            ["add", "package", var id] => ["add", "package", id, "--version", PackedFeed.Version],
            ["tool", "install", .. var rest] => ["tool", "install", .. rest, "--version", PackedFeed.Version],
            ["nuget", "add", "source", .. var rest] =>
            [
                "nuget",
                "add",
                "source",
                .. rest,
                "--configfile",
                Path.Combine(stranger.Folder, "nuget.config"),
            ],
            _ => arguments,
        };

    private string Expand(string line)
    {
        line = line.Replace(Address, _address, StringComparison.Ordinal).Replace("$PWD", _folder, StringComparison.Ordinal);
        return Variable().Replace(line, match => _variables[match.Groups["name"].Value]);
    }

    private static async Task<string> CallAsync(Uri address)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"GET {address}: {response.StatusCode} {body}");
        return body;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("""(?:"[^"]*"|[^\s"])+""", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\$(?<name>[A-Z][A-Z_]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
