namespace KoreXo.Cli.Tests.Commands;

/// <summary>Values of <c>korexo token make</c> that no token can have. They are refused before a secret is read.</summary>
public sealed class TokenMakeTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("5m")]
    [InlineData("525601")]
    [InlineData("99999999999")]
    public async Task A_lifetime_that_is_none_is_refused_with_an_example(string minutes)
    {
        var ended = await Korexo.RunAsync("token", "make", "--client-id", "cs-1", "--minutes", minutes);

        Assert.Equal(
            (2, "", $"korexo: --minutes '{minutes}' is not a whole number from 1 to 525600; write --minutes 10, for example."),
            (ended.ExitCode, ended.Output, ended.Error.TrimEnd())
        );
    }

    [Theory]
    [InlineData("none")]
    [InlineData("7")]
    [InlineData("0")]
    [InlineData("HS256,HS512")]
    public async Task An_algorithm_is_one_of_those_that_have_a_name(string algorithm)
    {
        var ended = await Korexo.RunAsync("token", "make", "--client-id", "cs-1", "--algorithm", algorithm);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(
            $"korexo: --algorithm is '{algorithm}', but must be one of HS256, HS512, RS256, RS512.\n",
            ended.Error,
            StringComparison.Ordinal
        );
    }
}
