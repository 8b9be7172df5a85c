using System.Globalization;
using System.Text.RegularExpressions;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>docs/guides/command-line.md, from the first command to the last.</summary>
public sealed partial class CommandLineGuideTests
{
    [Fact]
    public async Task The_guide_leads_where_it_says()
    {
        var folder = Directory.CreateTempSubdirectory("korexo-guide-").FullName;
        var (printed, commands) = ("", 0);
        foreach (Match block in Blocks().Matches(ReadGuide()))
        {
            var text = block.Groups["text"].Value;
            if (block.Groups["file"].Success)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, block.Groups["file"].Value), text);
            }
            else if (block.Groups["language"].Value == "text")
            {
                Assert.All(Lines(text), line => Assert.Contains(line, printed, StringComparison.Ordinal));
            }
            else if (block.Groups["language"].Value == "console")
            {
                var exit = block.Groups["exit"].Success ? int.Parse(block.Groups["exit"].Value, CultureInfo.InvariantCulture) : 0;
                foreach (var line in Lines(text))
                {
                    var words = Words().Matches(line).Select(static word => word.Value.Replace("'", "", StringComparison.Ordinal)).ToList();
                    Assert.Equal("korexo", words[0]);
                    var ended = await Korexo.RunAsync(new Korexo.Run([.. words.Skip(1)]) { Folder = folder });
                    printed = ended.Output + ended.Error;
                    Assert.True(ended.ExitCode == exit, $"{line}\n{printed}");
                    commands++;
                }
            }
        }

        Assert.True(commands > 10, "The guide has commands.");
        Directory.Delete(folder, recursive: true);
    }

    private static string ReadGuide() =>
        File.ReadAllText(Path.Combine(Korexo.Repository, "docs", "guides", "command-line.md")).ReplaceLineEndings("\n");

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(
        @"^```(?<language>\w+)( file=(?<file>\S+))?( exit=(?<exit>\d+))?\n(?<text>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Blocks();

    [GeneratedRegex("""(?:'[^']*'|[^\s'])+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
