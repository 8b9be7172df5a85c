using System.Text;
using System.Text.Json;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>JSON that can be read in one way only.</summary>
public sealed class SentJsonTests
{
    [Theory]
    [InlineData("1.50")]
    [InlineData("12345678901234567890.10")]
    [InlineData("""{"a":{"b":1},"c":{"b":2}}""")]
    [InlineData("""{"a":1,"A":2,"":3}""")]
    [InlineData("\"\\uD83D\\uDE86\"")]
    [InlineData(" [ ] ")]
    public void What_is_read_is_kept_as_written(string json) =>
        Assert.Equal(json.Trim(), SentJson.Parse(Encoding.UTF8.GetBytes(json)).Element.GetRawText());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("NaN")]
    [InlineData("[1,]")]
    [InlineData("/**/1")]
    [InlineData("{} {}")]
    [InlineData("'a'")]
    [InlineData("\ufeff1")]
    [InlineData("\"a\tb\"")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""[{"a":{"b":1,"b":1}}]""")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("[{\"a\":\"\\udc00\\ud800\"}]")]
    public void What_parsers_read_differently_is_rejected(string json) =>
        Assert.ThrowsAny<JsonException>(() => SentJson.Parse(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData(new byte[] { 0x22, 0xFF, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xC3, 0x22 })]
    [InlineData(new byte[] { 0x7B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x3A, 0x31, 0x7D })]
    public void Bytes_that_are_not_UTF_8_are_rejected(byte[] json) => Assert.ThrowsAny<JsonException>(() => SentJson.Parse(json));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Depth_has_a_limit(int depth, bool isRead)
    {
        var json = Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));

        if (isRead)
        {
            Assert.Equal(JsonValueKind.Array, SentJson.Parse(json).Element.ValueKind);
        }
        else
        {
            Assert.ThrowsAny<JsonException>(() => SentJson.Parse(json));
        }
    }
}
