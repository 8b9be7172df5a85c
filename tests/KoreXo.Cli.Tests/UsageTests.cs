namespace KoreXo.Cli.Tests;

public sealed class UsageTests
{
    [Fact]
    public async Task An_unknown_command_is_refused_with_the_usage()
    {
        var ended = await Korexo.RunAsync("scoops");

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains("scoops", ended.Error, StringComparison.Ordinal);
    }
}
