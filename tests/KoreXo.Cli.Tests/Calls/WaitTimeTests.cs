using KoreXo.Cli.Calls.Running;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>How long a job is awaited, as a shell writes it.</summary>
public sealed class WaitTimeTests
{
    [Theory]
    [InlineData("90s", "00:01:30")]
    [InlineData("45m", "00:45:00")]
    [InlineData("2h", "02:00:00")]
    [InlineData("16666h", "694.10:00:00")]
    public void A_number_has_a_unit(string text, string expected) => Assert.Equal(expected, WaitTime.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("90")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("2d")]
    [InlineData("2 h")]
    [InlineData("2H")]
    [InlineData("16667h")]
    [InlineData("1000001s")]
    [InlineData("99999999999s")]
    public void Anything_else_is_refused_with_examples(string text) =>
        Assert.Equal(
            $"--wait is '{text}', but must be a number of seconds, minutes or hours, such as 90s, 45m or 2h.",
            Assert.Throws<CommandException>(() => WaitTime.Parse(text)).Message
        );
}
