namespace KoreXo.Simulator.Tests.Requests;

public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("-0.0e5", 0L)]
    [InlineData("1e2", 100L)]
    [InlineData("1E+2", 100L)]
    [InlineData("100e-2", 1L)]
    [InlineData("1.0", 1L)]
    [InlineData("-1.5e1", -15L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9.223372036854775807e18", long.MaxValue)]
    [InlineData("1.0000000000000000000000000000000000000000", 1L)]
    public void A_number_without_a_fraction_is_an_integer_however_it_is_written(string text, long value) =>
        Assert.Equal(value, JsonNumber.ToInteger(text));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("1e-400")]
    [InlineData("1.0000000000000000000000000000000000000001")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1e400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-99999999999999999999")]
    public void A_number_with_a_fraction_or_beyond_64_bits_is_none(string text) => Assert.Null(JsonNumber.ToInteger(text));
}
