using KoreXo.Testing.Markup;

namespace KoreXo.Generator.Tests.Harness;

public sealed class MarkedSourceTests
{
    [Theory]
    [InlineData("plain", "plain", "")]
    [InlineData("a[|b|]c", "abc", "1+1")]
    [InlineData("{|KXO1001:x|}", "x", "KXO1001:0+1")]
    [InlineData("[||]", "", "0+0")]
    [InlineData("a[|b|][|c|]", "abc", "1+1 2+1")]
    [InlineData("{|A:x{|B:y|}|}z", "xyz", "A:0+2 B:1+1")]
    [InlineData("{|A:{|B:x|}|}", "x", "A:0+1 B:0+1")]
    [InlineData("{|#0:x|}", "x", "#0:0+1")]
    [InlineData("{|A:x:y|}", "x:y", "A:0+3")]
    [InlineData("new { x = a[1] || b }", "new { x = a[1] || b }", "")]
    [InlineData("[|a\n  b|]", "a\n  b", "0+5")]
    public void Marks_are_taken_out_and_remembered(string markup, string text, string spans)
    {
        var source = MarkedSource.Parse(markup);

        Assert.Equal(text, source.Text);
        Assert.Equal(
            spans,
            string.Join(
                ' ',
                source.Spans.Select(static mark => $"{(mark.Id is null ? "" : mark.Id + ":")}{mark.Span.Start}+{mark.Span.Length}")
            )
        );
    }

    [Theory]
    [InlineData("[|a")]
    [InlineData("a|]")]
    [InlineData("[|a|}")]
    [InlineData("{|A:a|]")]
    [InlineData("{|a|}")]
    [InlineData("{|:a|}")]
    [InlineData("{|A:a")]
    public void A_broken_mark_is_refused(string markup) => Assert.Throws<FormatException>(() => MarkedSource.Parse(markup));
}
