using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>The tokens of JSON, with the comments that people write into it.</summary>
public sealed class JsonScannerTests
{
    [Theory]
    [InlineData(" \t\r\n1", 4)]
    [InlineData("// a\n1", 5)]
    [InlineData("// a\r1", 5)]
    [InlineData("/* a * / */1", 11)]
    [InlineData("/**//**/ // b", 13)]
    [InlineData("/1", 0)]
    [InlineData("\uFEFF 1", 2)]
    [InlineData("", 0)]
    public void White_space_and_comments_are_skipped(string text, int end)
    {
        var scanner = new JsonScanner(text);

        Assert.True(scanner.SkipTrivia());
        Assert.Equal(end, scanner.At);
    }

    [Theory]
    [InlineData("/* a")]
    [InlineData("/*/")]
    public void A_comment_without_an_end_reaches_to_the_end(string text)
    {
        var scanner = new JsonScanner(text);

        Assert.False(scanner.SkipTrivia());
        Assert.Equal((text.Length, "'*/'"), (scanner.At, scanner.Expected));
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-0.50e-07,", 9)]
    [InlineData("12E+3]", 5)]
    [InlineData("01", 1)]
    [InlineData("1..2", null)]
    [InlineData("-", null)]
    [InlineData("1.", null)]
    [InlineData("1e", null)]
    [InlineData(".5", null)]
    [InlineData("+1", null)]
    public void A_number_ends_where_no_digit_is_due(string text, int? end)
    {
        var scanner = new JsonScanner(text);

        Assert.Equal(end is not null, scanner.SkipNumber());
        Assert.Equal(end is null ? "digit" : "", scanner.Expected);
        Assert.Equal(end ?? scanner.At, scanner.At);
    }

    [Theory]
    [InlineData("\"a\\\"b\" rest", "a\"b")]
    [InlineData("\"\\\\\"", "\\")]
    [InlineData("\"\\/\\b\\f\\n\\r\\t\"", "/\b\f\n\r\t")]
    [InlineData("\"\\u0041\\u00e9x\"", "Aéx")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"\"", "")]
    public void A_string_is_what_its_escapes_mean(string text, string value)
    {
        var scanner = new JsonScanner(text);

        Assert.True(scanner.SkipString());
        Assert.Equal(value, scanner.Unescape(1, scanner.At - 1));
    }

    [Theory]
    [InlineData("\"a", 2, "'\"'")]
    [InlineData("\"a\nb\"", 2, "'\"'")]
    [InlineData("\"\t\"", 1, "'\"'")]
    [InlineData("\"\\x\"", 2, "escape")]
    [InlineData("\"\\", 2, "escape")]
    [InlineData("\"\\u12g4\"", 5, "hexadecimal digit")]
    [InlineData("\"\\u12", 5, "hexadecimal digit")]
    public void A_broken_string_says_what_was_due_and_where(string text, int at, string expected)
    {
        var scanner = new JsonScanner(text);

        Assert.False(scanner.SkipString());
        Assert.Equal((at, expected), (scanner.At, scanner.Expected));
    }

    [Fact]
    public void A_tab_in_a_string_is_allowed_where_people_write_it() =>
        Assert.True(new JsonScanner("\"\t\"", allowsTabs: true).SkipString());

    [Fact]
    public void A_line_break_in_a_string_is_never_allowed() => Assert.False(new JsonScanner("\"\n\"", allowsTabs: true).SkipString());

    [Theory]
    [InlineData("true", "true", true)]
    [InlineData("tru", "true", false)]
    [InlineData("True", "true", false)]
    public void A_word_is_taken_whole(string text, string word, bool isTaken)
    {
        var scanner = new JsonScanner(text);

        Assert.Equal(isTaken, scanner.TakeWord(word));
        Assert.Equal(isTaken ? word.Length : 0, scanner.At);
    }
}
