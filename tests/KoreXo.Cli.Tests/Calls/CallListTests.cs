using System.Text;
using KoreXo.Cli.Calls.Help;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>The lists of operations, whose texts are those of somebody's document.</summary>
public sealed class CallListTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Things, version: "1", description: "Keeps things. And more." }
        paths:
          /things: { get: { operationId: listThings, summary: "Lists things. All of them.", responses: { "204": { description: Done. } } } }
          /thing: { get: { operationId: GetURL, description: "An \u001b[31maddress", responses: { "204": { description: Done. } } } }
        """;

    [Fact]
    public void Operations_are_listed_with_the_first_sentence_about_each() =>
        Assert.Equal(
            """
            Keeps things.

            Operations
              list-things  Lists things.
              get-url      An \u001B[31maddress

            'korexo call --document things.yaml OPERATION --help' describes one.

            """.ReplaceLineEndings("\n"),
            CallList.Operations(WrittenDocument.Read(Document))
        );

    [Fact]
    public void A_document_without_a_description_begins_with_its_operations() =>
        Assert.StartsWith(
            "Operations\n",
            CallList.Operations(
                WrittenDocument.Read(Document.Replace(", description: \"Keeps things. And more.\"", "", StringComparison.Ordinal))
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("THINGS", "  list-things  Lists things.\n")]
    [InlineData("url", "  get-url  An \\u001B[31maddress\n")]
    [InlineData("all of", "  list-things  Lists things.\n")]
    [InlineData("address", "No operation has 'address' in its name or summary.\n")]
    [InlineData("\u001b[2J", "No operation has '\\u001B[2J' in its name or summary.\n")]
    public void Names_and_summaries_are_searched_in_any_case(string word, string expected) =>
        Assert.Equal(expected, CallList.Search([WrittenDocument.Read(Document)], word));

    [Theory]
    [InlineData("a  b\n\tc", "a b c")]
    [InlineData(" \u202Ea\u2028b ", "\\u202Ea b")]
    [InlineData("", "")]
    public void Text_of_a_document_is_one_line(string text, string expected) => Assert.Equal(expected, HelpText.Plain(text));

    [Theory]
    [InlineData("One. Two.", "One.")]
    [InlineData("Version 1.5 of it", "Version 1.5 of it")]
    [InlineData("Ends here.", "Ends here.")]
    public void A_sentence_ends_with_a_full_stop_and_a_space(string text, string expected) =>
        Assert.Equal(expected, HelpText.FirstSentence(text));

    [Fact]
    public void Long_text_is_wrapped_between_words_and_a_long_word_stays_whole()
    {
        var address = "https://" + new string('a', 120);
        var text = new StringBuilder();

        HelpText.AppendWrapped(text, $"{new string('b', 60)} {new string('c', 33)} {new string('d', 5)} {address}", 6);

        Assert.Equal($"      {new string('b', 60)} {new string('c', 33)}\n      ddddd\n      {address}\n", text.ToString());
    }
}
