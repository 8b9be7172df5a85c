using System.Text;
using KoreXo.Cli.Calls.Help;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Text of a document, as a terminal of any width can show it.</summary>
public sealed class HelpTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  one \t two\r\n\r\nthree ", "one two three")]
    [InlineData("\u001b[31mred\u0007", "\\u001B[31mred\\u0007")]
    [InlineData("a\u202Eb\u2028c", "a\\u202Eb c")]
    public void A_text_is_one_line_that_moves_no_cursor(string text, string plain) => Assert.Equal(plain, HelpText.Plain(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("One. Two.", "One.")]
    [InlineData("One.\nTwo.", "One.")]
    [InlineData("No end", "No end")]
    [InlineData("Version 1.2 is here. More.", "Version 1.2 is here.")]
    [InlineData("One.", "One.")]
    public void The_first_sentence_ends_at_its_full_stop(string text, string sentence) =>
        Assert.Equal(sentence, HelpText.FirstSentence(text));

    [Fact]
    public void Long_text_is_wrapped_between_words_and_a_long_word_is_left_whole()
    {
        var target = new StringBuilder();
        var address = "https://things.example/" + new string('x', 100);

        HelpText.AppendWrapped(target, string.Join(' ', Enumerable.Repeat("word", 25)) + " " + address + " end", 4);

        Assert.Equal(
            [
                "    " + string.Join(' ', Enumerable.Repeat("word", 19)),
                "    " + string.Join(' ', Enumerable.Repeat("word", 6)),
                "    " + address,
                "    end",
                "",
            ],
            target.ToString().Split('\n')
        );
    }

    [Fact]
    public void No_text_is_no_line()
    {
        var target = new StringBuilder();

        HelpText.AppendWrapped(target, " \n ", 4);
        HelpText.AppendTable(target, []);

        Assert.Equal("", target.ToString());
    }

    [Fact]
    public void Texts_beside_names_begin_below_each_other()
    {
        var target = new StringBuilder();

        HelpText.AppendTable(target, [("a", "One\ntwo."), ("longer", "\u001b[2J")]);

        Assert.Equal("  a       One two.\n  longer  \\u001B[2J\n", target.ToString());
    }
}
