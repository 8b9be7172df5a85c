using System.Text.Json;

namespace KoreXo.Runtime.Tests;

public sealed class JsonReadingTests
{
    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("[1]", "an array")]
    [InlineData("null", "null")]
    [InlineData("\"abc\"", "a string")]
    [InlineData("\"\"", "a string")]
    [InlineData("1.5", "a number")]
    [InlineData("1e30", "a number")]
    [InlineData("9223372036854775808", "a number")]
    [InlineData("\"9223372036854775808\"", "a string")]
    [InlineData("true", "true or false")]
    public void What_is_no_integer_says_what_was_found(string json, string found)
    {
        var fault = Assert.ThrowsAny<JsonException>(() => TestApi.Read(Codecs.Int64, json));
        Assert.Equal($"Expected a 64-bit integer, found {found}.", fault.Message);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("5.0", 5)]
    [InlineData("5e2", 500)]
    [InlineData("\"947\"", 947)]
    [InlineData("\" -3 \"", -3)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    public void Integers_are_read_leniently(string json, long expected) => Assert.Equal(expected, TestApi.Read(Codecs.Int64, json));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("\"2147483648\"")]
    public void An_integer_of_32_bits_does_not_overflow(string json) =>
        Assert.ThrowsAny<JsonException>(() => TestApi.Read(Codecs.Int32, json));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    public void Truth_values_are_read_leniently(string json, bool expected) => Assert.Equal(expected, TestApi.Read(Codecs.Boolean, json));

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("2")]
    [InlineData("null")]
    public void What_is_no_truth_value_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => TestApi.Read(Codecs.Boolean, json));

    [Theory]
    [InlineData("947", "947")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("\"a\\u0062\"", "ab")]
    public void A_text_takes_scalars(string json, string expected) => Assert.Equal(expected, TestApi.Read(Codecs.String, json));

    [Theory]
    [InlineData("\"ab\\ud83d\"", "ab\uFFFD")]
    [InlineData("\"\\ude00\\n\\\"x\"", "\uFFFD\n\"x")]
    [InlineData("\"\\ud83d\\ude00\\ud83d\"", "😀\uFFFD")]
    public void Half_an_emoji_does_not_cost_the_answer(string json, string expected) =>
        Assert.Equal(expected, TestApi.Read(Codecs.String, json));

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1,5\"")]
    public void What_is_no_number_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => TestApi.Read(Codecs.Double, json));

    [Theory]
    [InlineData("2020-01-01T00:00:00Z", "2020-01-01T00:00:00.0000000+00:00")]
    [InlineData("2020-01-01T00:00:00.123Z", "2020-01-01T00:00:00.1230000+00:00")]
    [InlineData("2020-01-01T00:00:00.123456789Z", "2020-01-01T00:00:00.1234567+00:00")]
    [InlineData("2020-01-01T00:00:00.123456789+05:30", "2020-01-01T00:00:00.1234567+05:30")]
    [InlineData("2020-01-01T00:00:00+0000", "2020-01-01T00:00:00.0000000+00:00")]
    [InlineData("2020-01-01T00:00:00+0530", "2020-01-01T00:00:00.0000000+05:30")]
    [InlineData("2020-01-01T00:00:00-05:00", "2020-01-01T00:00:00.0000000-05:00")]
    [InlineData("2020-01-01T00:00:00", "2020-01-01T00:00:00.0000000+00:00")]
    [InlineData("2020-01-01 00:00:00", "2020-01-01T00:00:00.0000000+00:00")]
    [InlineData("2020-01-01T00:00Z", "2020-01-01T00:00:00.0000000+00:00")]
    [InlineData("2020-01-01", "2020-01-01T00:00:00.0000000+00:00")]
    public void Times_are_read_in_any_usual_form(string text, string expected) =>
        Assert.Equal(
            expected,
            TestApi.Read(Codecs.DateTimeOffset, $"\"{text}\"").ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("\"12\"")]
    [InlineData("\"January 2020\"")]
    [InlineData("\"2020-13-01T00:00:00Z\"")]
    [InlineData("\"\"")]
    [InlineData("1577836800000")]
    public void What_is_no_time_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => TestApi.Read(Codecs.DateTimeOffset, json));

    [Theory]
    [InlineData("\"2024-02-29\"", "2024-02-29")]
    [InlineData("\"2024-02-29T23:30:00-05:00\"", "2024-02-29")]
    public void A_day_is_the_day_as_written(string json, string expected) =>
        Assert.Equal(expected, TestApi.Read(Codecs.DateOnly, json).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"+/8=\"")]
    [InlineData("\"-_8\"")]
    public void Bytes_are_read_in_both_alphabets(string json) => Assert.Equal([0xFB, 0xFF], TestApi.Read(Codecs.Bytes, json));

    [Fact]
    public void What_is_no_base64_is_refused() => Assert.ThrowsAny<JsonException>(() => TestApi.Read(Codecs.Bytes, "\"%%\""));

    [Fact]
    public void A_wrong_item_fails_the_list() =>
        Assert.ThrowsAny<JsonException>(() => TestApi.Read(new ListCodec<long>(Codecs.Int64), "[1,{}]"));

    [Fact]
    public void Null_items_are_kept_where_they_are_allowed()
    {
        Assert.Equal([1, null], TestApi.Read(new ListCodec<long?>(new NullableCodec<long>(Codecs.Int64)), "[1,null]"));
        Assert.Equal(["a", null], TestApi.Read(new ListCodec<string?>(new NullableReferenceCodec<string>(Codecs.String)), "[\"a\",null]"));
    }

    [Fact]
    public void A_map_keeps_order_and_the_last_of_two()
    {
        var map = TestApi.Read(new MapCodec<long>(Codecs.Int64), """{"z":1,"a":2,"z":3}""");
        Assert.Equal("z,a", string.Join(",", map.Keys));
        Assert.Equal(3, map["z"]);
    }

    [Fact]
    public void A_value_of_the_input_is_never_in_the_message()
    {
        var fault = Assert.ThrowsAny<JsonException>(() => TestApi.Read(Codecs.Int64, "\"my-secret\""));
        Assert.DoesNotContain("my-secret", fault.Message);
    }
}
