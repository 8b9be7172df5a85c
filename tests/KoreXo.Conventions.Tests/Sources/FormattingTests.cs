using System.Diagnostics;

namespace KoreXo.Conventions.Sources;

/// <summary>White space is the formatter's business, so that a review speaks of something else.</summary>
public sealed class FormattingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Every_file_is_formatted()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            ["format", "whitespace", ".", "--folder", "--verify-no-changes", "--exclude", "artifacts"]
        )
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var limit = new CancellationTokenSource(Limit);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.True(
            process.ExitCode == 0,
            $"Run 'dotnet tool restore' and 'dotnet csharpier format .', then commit what they change.\n{await output}{await error}"
        );
    }
}
