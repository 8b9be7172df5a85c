using System.Globalization;
using System.Text.Json;
using FsCheck.Xunit;

namespace KoreXo.Runtime.Tests;

public sealed class JsonAnyTests
{
    [Fact]
    public void The_wrong_kind_is_named()
    {
        Assert.Equal(
            "The JSON value is a number, not a string.",
            Assert.Throws<InvalidOperationException>(() => ((JsonAny)1).AsString()).Message
        );
        Assert.Equal(
            "The JSON value is null, not a number.",
            Assert.Throws<InvalidOperationException>(() => default(JsonAny).AsDouble()).Message
        );
        Assert.Throws<InvalidOperationException>(() => ((JsonAny)"1").AsInt64());
        Assert.Throws<InvalidOperationException>(() => ((JsonAny)1.5).AsInt64());
        Assert.Throws<InvalidOperationException>(() => ((JsonAny)"true").AsBoolean());
        Assert.Throws<InvalidOperationException>(() => Parse("1e300").AsDecimal());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_without_json_form_is_refused(double value) => Assert.Throws<ArgumentException>(() => (JsonAny)value);

    [Fact]
    public void The_default_is_null()
    {
        Assert.Equal(JsonValueKind.Null, default(JsonAny).Kind);
        Assert.Equal(default, (JsonAny)(string?)null);
        Assert.Equal("null", TestApi.Write(Codecs.Any, default));
        Assert.Equal("", default(JsonAny).ToString());
    }

    [Theory]
    [InlineData("-0")]
    [InlineData("0.10")]
    [InlineData("1E+5")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    [InlineData("0.1000000000000000055511151231257827")]
    [InlineData("-9223372036854775808")]
    [InlineData("{\"b\":1.0,\"a\":[null,true,\"é\"]}")]
    public void The_exact_text_survives(string json) => Assert.Equal(json, TestApi.Write(Codecs.Any, Parse(json)));

    [Theory]
    [InlineData("5", "5.0", true)]
    [InlineData("5", "0.5e1", true)]
    [InlineData("0", "-0.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("0.1", "0.10000000000000000001", false)]
    [InlineData("\"5\"", "5", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2.0,\"a\":1}", true)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":2}", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[]", "{}", false)]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2}", true)]
    [InlineData("{\"a\":1}", "{\"b\":1}", false)]
    [InlineData("{\"a\":1}", "{\"a\":2}", false)]
    [InlineData("{\"a\":\"x\"}", "{\"a\":\"y\"}", false)]
    [InlineData("[1,\"x\",true,null]", "[1.0,\"x\",true,null]", true)]
    [InlineData("[1]", "[1,1]", false)]
    [InlineData("[true]", "[false]", false)]
    [InlineData("true", "false", false)]
    [InlineData("true", "true", true)]
    [InlineData("null", "null", true)]
    [InlineData("\"a\"", "\"b\"", false)]
    [InlineData("6", "5", false)]
    [InlineData("-5", "5.0", false)]
    [InlineData("50", "5.0", false)]
    [InlineData("0.05", "0.5e-1", true)]
    [InlineData("1200", "1.2E3", true)]
    [InlineData("12e-1", "1.2", true)]
    [InlineData("0e5", "0", true)]
    [InlineData("1e99999999999999999999", "1e9999999999", true)]
    [InlineData("1e99999999999999999999", "2e99999999999999999999", false)]
    public void Equality_is_that_of_json(string left, string right, bool equal)
    {
        var (one, other) = (Parse(left), Parse(right));
        Assert.Equal(equal, one == other);
        Assert.Equal(equal, other == one);
        Assert.True(!equal || one.GetHashCode() == other.GetHashCode());
    }

    [Property]
    public bool Every_text_comes_back(string? value)
    {
        var given = value is null ? null : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(value));
        var back = Parse(TestApi.Write(Codecs.Any, given));
        return back == given && (given is null ? back.Kind == JsonValueKind.Null : back.AsString() == given);
    }

    [Property]
    public bool Every_integer_comes_back(long value) =>
        Parse(TestApi.Write(Codecs.Any, value)).AsInt64() == value && ((JsonAny)value).AsDecimal() == value;

    [Property]
    public bool Every_number_comes_back(double value) =>
        !double.IsFinite(value) || Parse(TestApi.Write(Codecs.Any, value)).AsDouble().Equals(value);

    [Property]
    public bool Every_decimal_comes_back(decimal value)
    {
        var back = Parse(TestApi.Write(Codecs.Any, value));
        return back.AsDecimal() == value && back.ToString() == value.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_time_is_a_text_in_utc() =>
        Assert.Equal("2024-03-01T00:30:00Z", ((JsonAny)new DateTimeOffset(2024, 2, 29, 23, 30, 0, TimeSpan.FromHours(-1))).AsString());

    [Fact]
    public void Any_value_is_an_element()
    {
        Assert.Equal("[1]", Parse("[1]").AsElement().GetRawText());
        Assert.Equal("a\"b", ((JsonAny)"a\"b").AsElement().GetString());
        Assert.Equal(JsonValueKind.Null, default(JsonAny).AsElement().ValueKind);
    }

    [Fact]
    public void An_element_with_half_an_emoji_can_be_taken()
    {
        using var document = JsonDocument.Parse("\"a\\ud83d\"");
        Assert.Equal("a\uFFFD", ((JsonAny)document.RootElement).AsString());
    }

    private static JsonAny Parse(string json) => TestApi.Read(Codecs.Any, json);
}
