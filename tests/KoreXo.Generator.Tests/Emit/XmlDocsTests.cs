using KoreXo.Generator.Emit;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Texts of a document as documentation comments: they are read, and never act.</summary>
public sealed class XmlDocsTests
{
    [Theory]
    [InlineData("Gets a pet.", "/// <summary>Gets a pet.</summary>")]
    [InlineData("Gets a pet", "/// <summary>Gets a pet.</summary>")]
    [InlineData("Ready?", "/// <summary>Ready?</summary>")]
    [InlineData("  Gets a pet.\n\n", "/// <summary>Gets a pet.</summary>")]
    [InlineData("", "/// <summary>Something.</summary>")]
    [InlineData(" \t\n", "/// <summary>Something.</summary>")]
    [InlineData("a < b && c > d", "/// <summary>a &lt; b &amp;&amp; c &gt; d.</summary>")]
    [InlineData("</summary><script>", "/// <summary>&lt;/summary&gt;&lt;script&gt;</summary>")]
    [InlineData("*/ class Evil {} /*", "/// <summary>*/ class Evil {} /*</summary>")]
    [InlineData("Pays 🎉 Ada.", "/// <summary>Pays 🎉 Ada.</summary>")]
    [InlineData("\u202Eevil\u0000\u200B", "/// <summary>evil.</summary>")]
    [InlineData("Größe\u00A0im\tMaß", "/// <summary>Größe\u00A0im Maß.</summary>")]
    public void A_short_text_is_one_line(string text, string expected) =>
        Assert.Equal(expected + "\n", Write(writer => writer.Summary(text, "Something.")));

    // XML has no half characters, and neither has UTF-8.
    [Fact]
    public void Half_a_character_is_replaced() =>
        Assert.Equal("/// <summary>half \uFFFD of it.</summary>\n", Write(static writer => writer.Summary("half \uD83C of it", "")));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void No_line_break_ends_the_comment(string lineBreak) =>
        Assert.Equal(
            "/// <summary>\n/// First line.\n/// class Evil {}\n/// </summary>\n",
            Write(writer => writer.Summary($"First line.{lineBreak}{lineBreak}   class Evil {{}}", ""))
        );

    [Fact]
    public void A_long_text_is_broken_between_words()
    {
        var lines = Write(static writer => writer.Summary(string.Join(' ', Enumerable.Repeat("word", 60)), "")).Split('\n');

        Assert.Equal(("/// <summary>", "/// </summary>"), (lines[0], lines[^2]));
        Assert.All(lines[1..^3], static line => Assert.InRange(line.Length, 100, 124));
        Assert.Equal(60, lines[1..^2].Sum(static line => line["/// ".Length..].Split(' ').Length));
    }

    [Fact]
    public void A_word_that_is_too_long_stays_whole()
    {
        var address = "https://example.com/" + new string('a', 150);

        Assert.Equal($"/// <summary>\n/// {address}\n/// </summary>\n", Write(writer => writer.Summary(address, "")));
    }

    [Theory]
    [InlineData("id", "The id.", "", "/// <param name=\"id\">The id.</param>")]
    [InlineData("@class", "The class", "", "/// <param name=\"class\">The class.</param>")]
    [InlineData("id", "", "", "/// <param name=\"id\">A value.</param>")]
    [InlineData("id", "The id", "<see cref=\"Pet\"/>.", "/// <param name=\"id\">The id. <see cref=\"Pet\"/>.</param>")]
    public void A_parameter_has_its_name_and_what_is_added(string name, string text, string more, string expected) =>
        Assert.Equal(expected + "\n", Write(writer => writer.Param(name, text, "A value.", more)));

    private static string Write(Action<SourceWriter> write)
    {
        var writer = new SourceWriter(CancellationToken.None);
        write(writer);
        return writer.ToSourceText().ToString();
    }
}
