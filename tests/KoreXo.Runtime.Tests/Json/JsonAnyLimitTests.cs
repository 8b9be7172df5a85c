using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Runtime.Tests;

/// <summary>Numbers at the limits of .NET's types, and what is compared and shown.</summary>
public sealed class JsonAnyLimitTests
{
    [Theory]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("5.0", 5L)]
    [InlineData("5e2", 500L)]
    public void A_whole_number_is_an_integer_however_it_is_written(string json, long expected)
    {
        Assert.True(Parse(json).TryGetInt64(out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1.5")]
    [InlineData("1e300")]
    [InlineData("\"5\"")]
    [InlineData("[5]")]
    public void What_does_not_fit_an_integer_leaves_zero(string json)
    {
        Assert.False(Parse(json).TryGetInt64(out var wide));
        Assert.False(Parse(json).TryGetInt32(out var value));
        Assert.Equal((0, 0), (wide, value));
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    public void What_fits_only_64_bits_leaves_zero_in_32(string json)
    {
        Assert.False(Parse(json).TryGetInt32(out var value));
        Assert.Equal(0, value);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("18446744073709551616")]
    [InlineData("0.5")]
    [InlineData("\"1\"")]
    public void What_is_no_unsigned_integer_says_so(string json) =>
        Assert.EndsWith(
            ", not an unsigned 64-bit integer.",
            Assert.Throws<InvalidOperationException>(() => (ulong)Parse(json)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_whole_range_of_unsigned_integers_converts()
    {
        Assert.Equal(ulong.MaxValue, (ulong)Parse("18446744073709551615"));
        Assert.Equal(0UL, (ulong)Parse("0"));
    }

    [Fact]
    public void A_node_is_a_copy_of_the_value() =>
        Assert.Equal("""{"a":[1,null]}""", ((JsonNode?)Parse("""{"a":[1,null]}"""))!.ToJsonString());

    [Fact]
    public void Different_values_are_not_equal()
    {
        Assert.True((JsonAny)1 != 2);
        Assert.False((JsonAny)1 != 1.0);
    }

    [Fact]
    public void Truth_values_are_shown_as_in_json() => Assert.Equal("true false", $"{(JsonAny)true} {(JsonAny)false}");

    [Theory]
    [InlineData("\"2024-02-29T23:30:00-05:00\"", "2024-02-29")]
    [InlineData("\"2024-02-29\"", "2024-02-29")]
    public void A_date_is_the_date_as_written(string json, string expected) =>
        Assert.Equal(expected, Parse(json).AsDateOnly().ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void What_is_no_date_leaves_the_first_one()
    {
        Assert.False(Parse("\"soon\"").TryGetDateOnly(out var value));
        Assert.Equal(default, value);
    }

    private static JsonAny Parse(string json) => JsonElement.Parse(json);
}
