using System.Globalization;
using KoreXo.OpenApi.Overlays;

namespace KoreXo.Generator.Tests.Overlays;

/// <summary>The tokens of a JSONPath: names, numbers and strings, each to its end and no further.</summary>
public sealed class JsonPathTextTests
{
    [Theory]
    [InlineData("'a'", "a")]
    [InlineData("\"a\"", "a")]
    [InlineData("'a\"b'", "a\"b")]
    [InlineData("'it\\'s'", "it's")]
    [InlineData("\"\\\"\"", "\"")]
    [InlineData("'\\\\'", "\\")]
    [InlineData("'\\/'", "/")]
    [InlineData("'\\b\\f\\n\\r\\t'", "\b\f\n\r\t")]
    [InlineData("'\\u0041\\u00e9'", "Aé")]
    [InlineData("'\\ud83d\\ude00'", "😀")]
    [InlineData("''", "")]
    [InlineData("' a '", " a ")]
    public void A_string_is_what_its_escapes_mean(string text, string expected)
    {
        var path = new JsonPathText(text);

        Assert.Equal(expected, path.Quoted());
        Assert.True(path.IsAtEnd);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("'a")]
    [InlineData("'a\"")]
    [InlineData("'a\\")]
    [InlineData("'\\")]
    [InlineData("\"a\\\"")]
    public void A_string_without_an_end_is_refused(string text) =>
        Assert.StartsWith(
            $"a closing {text[0]} is due at character ",
            Assert.Throws<FormatException>(() => new JsonPathText(text).Quoted()).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("'\\q'", 3)]
    [InlineData("'\\u12'", 3)]
    [InlineData("'\\u12g4'", 3)]
    [InlineData("'ab\\x41'", 5)]
    public void An_escape_that_there_is_not_is_refused(string text, int character) =>
        Assert.Equal(
            $"there is no such escape at character {character}",
            Assert.Throws<FormatException>(() => new JsonPathText(text).Quoted()).Message
        );

    [Theory]
    [InlineData("a.b", "a")]
    [InlineData("x-y_z9[", "x-y_z9")]
    [InlineData("größe]", "größe")]
    [InlineData("9a ", "9a")]
    public void A_name_ends_where_something_else_begins(string text, string expected) =>
        Assert.Equal(expected, new JsonPathText(text).Name());

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("$")]
    public void Where_no_name_is_there_is_none(string text) =>
        Assert.Equal("a name is due at character 1", Assert.Throws<FormatException>(() => new JsonPathText(text).Name()).Message);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("-7", -7)]
    [InlineData("  7:", 7)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData("x", null)]
    [InlineData("2147483648", null)]
    [InlineData("٣", null)]
    public void An_integer_is_taken_whole_or_not_at_all(string text, int? expected)
    {
        var path = new JsonPathText(text);

        Assert.Equal(expected, path.TryInteger(out var value) ? value : null);
        Assert.Equal(expected is null && text.Length > 0, path.Next == (text.Length > 0 ? text[0] : 'x'));
    }

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("-2e3)", "-2000")]
    [InlineData("1E-2&&", "0.01")]
    [InlineData("1e99", "1E+99")]
    public void A_number_is_read_exactly(string text, string expected) =>
        Assert.Equal(expected, Convert.ToString(new JsonPathText(text).Number(), CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1e999")]
    [InlineData("1..2")]
    [InlineData("-")]
    [InlineData("--1")]
    public void What_no_number_is_or_too_large_a_one_is_refused(string text) =>
        Assert.StartsWith(
            "a number is due at character ",
            Assert.Throws<FormatException>(() => new JsonPathText(text).Number()).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_token_that_does_not_follow_is_not_taken()
    {
        var path = new JsonPathText(" .a");

        Assert.False(path.TryTake(".."));
        Assert.True(path.TryTake("."));
        Assert.Equal('a', path.Next);
    }

    [Fact]
    public void The_end_is_no_character()
    {
        var path = new JsonPathText("a");
        path.Take("a");

        Assert.Equal((true, '\0'), (path.IsAtEnd, path.Next));
        Assert.Equal("']' is due at character 2", Assert.Throws<FormatException>(() => path.Take("]")).Message);
    }
}
