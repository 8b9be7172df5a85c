using System.Globalization;
using System.Text.RegularExpressions;

namespace KoreXo.Package.Tests.Guides;

/// <summary>Does what a guide tells its reader to do, block by block: writes files, runs commands, looks at what they print.</summary>
internal sealed partial class Guide(Stranger stranger, string version)
{
    private string _folder = stranger.Folder;
    private string _printed = "";

    public static IReadOnlyList<GuideStep> Read(string file) =>
    [
        .. Fence().Matches(File.ReadAllText(file)).Select(static match => new GuideStep(
            match.Groups["language"].Value,
            match.Groups["file"].Success ? match.Groups["file"].Value : null,
            match.Groups["exit"].Success ? int.Parse(match.Groups["exit"].Value, CultureInfo.InvariantCulture) : 0,
            match.Groups["text"].Value)),
    ];

    public async Task FollowAsync(IEnumerable<GuideStep> steps)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case { Language: "console" }:
                    await RunAsync(step);
                    break;
                case { Language: "text" }:
                    Assert.All(step.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line, _printed, StringComparison.Ordinal));
                    break;
                case { File: { } file }:
                    stranger.Write(file, step.Text);
                    break;
                default:
                    Assert.Fail($"Nobody knows what to do with this block:\n{step.Text}");
                    break;
            }
        }
    }

    private async Task RunAsync(GuideStep step)
    {
        foreach (var line in step.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["cd", var folder])
            {
                _folder = Path.GetFullPath(folder, _folder);
                continue;
            }

            Assert.Equal("dotnet", words[0]);

            // A reader has one version to choose from, a machine with tests perhaps more.
            var arguments = words[1..].SelectMany(word => word == "--prerelease" ? ["--version", version] : new[] { word });
            var ended = await DotNet.RunAsync(_folder, [.. arguments]);
            _printed = ended.Output;
            Assert.True(ended.ExitCode == step.ExitCode, $"{line}\n{_printed}");
        }
    }

    [GeneratedRegex(@"^```(?<language>\w+)( file=(?<file>\S+))?( exit=(?<exit>\d+))?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
