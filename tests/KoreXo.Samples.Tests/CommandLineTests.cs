namespace KoreXo.Samples.Tests;

/// <summary>What the samples that take options have in common.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("BotPipeline", "--help")]
    [InlineData("AnalyticsExport", "-h")]
    [InlineData("UserAdmin", "--help")]
    [InlineData("TableLoad", "--help")]
    public async Task Help_shows_the_usage_and_is_no_failure(string sample, string option)
    {
        var (exitCode, _, output) = await SampleProcess.RunAsync(sample, ["--endpoint", "http://localhost", option]);

        Assert.True(exitCode == 0, output);
        Assert.StartsWith("Usage: " + sample, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unknown option", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_says_which_rows_it_is_at()
    {
        var (exitCode, _, output) = await SampleProcess.RunAsync("TableLoad", ["--rows", "2000", "--chunk", "1000"]);

        Assert.True(exitCode == 0, output);
        Assert.Contains("load: rows 1 to 2000 of 2000\n", output, StringComparison.Ordinal);
        Assert.Contains("count: 1000 of 2000 rows\n", output, StringComparison.Ordinal);
    }
}
