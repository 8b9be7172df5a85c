using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>What reading shares: strings that repeat, strings that are no Unicode, and places.</summary>
public sealed class SmallTextTests
{
    [Fact]
    public void A_short_string_that_repeats_is_one_object()
    {
        var names = new RepeatedText();

        Assert.Same(names.Get("type type", 0, 4), names.Get("type type", 5, 4));
    }

    [Fact]
    public void A_string_is_itself_whatever_else_was_asked_for()
    {
        var names = new RepeatedText();
        var texts = Enumerable.Range(0, 5_000).Select(static i => $"name{i}").ToList();

        // More than there are places, twice, so that most are displaced by another.
        Assert.All(texts.Concat(texts), text => Assert.Equal(text, names.Get("<" + text + ">", 1, text.Length)));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(33)]
    public void A_long_string_is_cut_out_too(int length) =>
        Assert.Equal(new string('x', length), new RepeatedText().Get("ab" + new string('x', length) + "c", 2, length));

    [Theory]
    [InlineData(new[] { 'a', 0xD83D, 0xDE00, 'b' }, "a😀b")]
    [InlineData(new[] { 0xD83D, 'a' }, "\uFFFDa")]
    [InlineData(new[] { 'a', 0xDE00 }, "a\uFFFD")]
    [InlineData(new[] { 0xDE00, 0xD83D }, "\uFFFD\uFFFD")]
    [InlineData(new[] { 0xD83D, 0xD83D, 0xDE00 }, "\uFFFD😀")]
    public void Half_of_a_pair_is_replaced_and_a_pair_is_kept(int[] characters, string expected) =>
        Assert.Equal(expected, WellFormedText.Of(string.Concat(characters.Select(static code => (char)code))));

    [Fact]
    public void Well_formed_text_is_not_copied()
    {
        var text = new string("a😀".ToCharArray());

        Assert.Same(text, WellFormedText.Of(text));
    }

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(1, 5, "/b/0")]
    [InlineData(1, 8, "/b/1")]
    [InlineData(2, 10, "/c~1d/e")]
    [InlineData(1, 6, null)]
    [InlineData(9, 0, null)]
    public void A_place_has_a_pointer(int line, int column, string? pointer) =>
        Assert.Equal(
            pointer,
            new SpecPlaces(SpecText.Read("x.yaml", "a: 1\nb: [ 2, 3 ]\nc/d: { e: 4 }", CancellationToken.None)).PointerAt(line, column)
        );

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{ a: 1, b: [x] }", "\"a\":1,\"b\":[\"x\"]")]
    [InlineData("[1]", "")]
    [InlineData("x", "")]
    public void The_members_of_an_object_are_written_without_its_braces(string yaml, string expected) =>
        Assert.Equal(expected, SpecJson.Members(SpecText.Read("x.yaml", "v: " + yaml, CancellationToken.None)["v"]));

    [Fact]
    public void A_string_is_written_in_one_line_of_JSON() =>
        Assert.Equal(
            """["\"\\\b\f\n\r\t","\u0001\u0085\u2028\u2029","é😀"]""",
            SpecJson.Write(
                SpecText.Read("x.json", """{"v":["\"\\\b\f\n\r\t","\u0001\u0085\u2028\u2029","é😀"]}""", CancellationToken.None)["v"]!
            )
        );
}
