using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>A string on one line, with everything in it that somebody could hide.</summary>
public sealed class ShownTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("files:read")]
    [InlineData("Bot Definition > Bot Import")]
    [InlineData("größe 生 \U0001F642 e\u0301")]
    public void What_can_be_seen_stays_as_it_is(string text) => Assert.Same(text, ShownText.From(text));

    [Theory]
    [InlineData("a\r\nb", "a\\u000D\\u000Ab")]
    [InlineData("\0\u0007\u001b[31m\u007f\u009b", "\\u0000\\u0007\\u001B[31m\\u007F\\u009B")]
    [InlineData("\u200b\u200d\u200e\u2066\u2069\ufeff\u00ad", "\\u200B\\u200D\\u200E\\u2066\\u2069\\uFEFF\\u00AD")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    public void What_moves_the_cursor_or_the_text_is_escaped(string text, string expected) => Assert.Equal(expected, ShownText.From(text));

    // Tags are copies of ASCII that no font shows: a scope could carry whole sentences.
    [Theory]
    [InlineData("a\U000E0041\U000E0042b", "a\\U000E0041\\U000E0042b")]
    [InlineData("\U000E0001", "\\U000E0001")]
    [InlineData("\U0001D173x", "\\U0001D173x")]
    [InlineData("\U0001F642\U000E0041", "\U0001F642\\U000E0041")]
    public void What_cannot_be_seen_beyond_the_first_plane_is_escaped(string text, string expected) =>
        Assert.Equal(expected, ShownText.From(text));

    [Fact]
    public void Half_of_a_letter_is_escaped()
    {
        Assert.Equal("a\\uD83Db", ShownText.From("a\ud83db"));
        Assert.Equal("\\uDE42\\uD83D", ShownText.From("\ude42\ud83d"));
        Assert.Equal("\U0001F642\\uD83D", ShownText.From("\U0001F642\ud83d"));
    }
}
