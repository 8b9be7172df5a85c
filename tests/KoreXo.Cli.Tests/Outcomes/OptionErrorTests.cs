using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Tests.Outcomes;

/// <summary>What is wrong with the value of an option, in the words of a command line.</summary>
public sealed class OptionErrorTests
{
    [Fact]
    public void The_name_of_a_parameter_of_code_is_left_out()
    {
        Assert.Equal("Too short.", OptionError.Text(TooShort("s")));

        static ArgumentException TooShort(string clientSecret) => new("Too short.", nameof(clientSecret));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("65535")]
    public void A_number_of_the_range_is_read(string text) =>
        Assert.Equal(text, FormattableString.Invariant($"{OptionError.Number("--port", text, 1, 65535, 8080)}"));

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData(" 1")]
    [InlineData("")]
    [InlineData("99999999999")]
    public void Another_value_is_refused_with_the_range_and_an_example(string text) =>
        Assert.Equal(
            $"--port '{text}' is not a whole number from 1 to 65535; write --port 8080, for example.",
            Assert.Throws<CommandException>(() => OptionError.Number("--port", text, 1, 65535, 8080)).Message
        );
}
