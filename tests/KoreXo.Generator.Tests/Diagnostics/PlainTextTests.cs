using KoreXo.Generator.Diagnostics;

namespace KoreXo.Generator.Tests.Diagnostics;

/// <summary>Strings of a document in a message.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a\nb\r\nc\td", "a b  c d")]
    [InlineData("a\u0000b\u007Fc\u0085d", "a b c d")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    [InlineData("\u202Eabc\u200B\uFEFF", " abc  ")]
    [InlineData("\u001B[31mred", " [31mred")]
    [InlineData("日本 ñ 🐾", "日本 ñ 🐾")]
    public void A_string_is_one_line(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Theory]
    [InlineData(399, 399)]
    [InlineData(400, 400)]
    [InlineData(401, 401)]
    [InlineData(100_000, 401)]
    public void A_long_string_is_cut(int length, int expected)
    {
        var plain = PlainText.Of(new string('a', length));

        Assert.Equal(expected, plain.Length);
        Assert.Equal(length > 400, plain.EndsWith('…'));
    }

    [Fact]
    public void A_character_of_two_units_is_not_cut_in_half() =>
        Assert.DoesNotContain(PlainText.Of(new string('a', 399) + "🐾🐾"), char.IsSurrogate);
}
