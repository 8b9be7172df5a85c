using System.Text.RegularExpressions;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>The command lines of docs/guides/regenerate.md.</summary>
public sealed partial class RegenerateGuideTests
{
    private static readonly string Repository = Path.GetDirectoryName(SpecFolder.Committed)!;

    private static readonly IReadOnlyList<string> Lines =
    [
        .. Blocks()
            .Matches(File.ReadAllText(Path.Combine(Repository, "docs", "guides", "regenerate.md")))
            .SelectMany(static block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    [Fact]
    public async Task The_comparison_runs_as_it_is_written()
    {
        const string Tool = "dotnet run --project src/KoreXo.Cli -- ";
        var line = Assert.Single(Lines, static line => line.StartsWith(Tool, StringComparison.Ordinal));
        using var before = SpecFolder.OfCommitted();
        using var root = new SpecFolder();
        foreach (var folder in new[] { "before", "repository" })
        {
            var spec = Directory.CreateDirectory(Path.Combine(root.Path, folder, "spec"));
            foreach (var file in Directory.EnumerateFiles(before.Path))
            {
                File.Copy(file, Path.Combine(spec.FullName, Path.GetFileName(file)));
            }
        }

        var ended = await Korexo.RunAsync(
            new Korexo.Run(line[Tool.Length..].Split(' ')) { Folder = Path.Combine(root.Path, "repository") }
        );

        Assert.Equal("", ended.Error);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains(
            "no changes",
            await File.ReadAllTextAsync(Path.Combine(root.Path, "repository", "changes.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_the_other_commands_name_is_there()
    {
        var paths = Lines
            .SelectMany(static line => Paths().Matches(line))
            .Select(static path => path.Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var variables = Lines
            .SelectMany(static line => Variables().Matches(line))
            .Select(static variable => variable.Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var tests = Directory
            .EnumerateFiles(Path.Combine(Repository, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(nameof(RegenerateGuideTests) + ".cs", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToList();

        Assert.True(paths.Count >= 4 && variables.Count >= 1, "The guide has commands.");
        Assert.All(paths, static path => Assert.True(Path.Exists(Path.Combine(Repository, path)), path));
        Assert.All(variables, variable => Assert.Contains(tests, test => test.Contains($"\"{variable}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex(
        "^```console\n(?<lines>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(?<= )((src|tests)/[\w.]+|\w+\.sln)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paths();

    [GeneratedRegex("KOREXO_[A-Z_]+", RegexOptions.None, 1000)]
    private static partial Regex Variables();
}
