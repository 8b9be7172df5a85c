using KoreXo.OpenApi.Vocabulary;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Documents;

public sealed class RefusalTextTests
{
    private static readonly RefusalTexts Texts = new([new Refusal("per hour", 3600), new Refusal("per minute", 60)]);

    [Theory]
    [InlineData(1, "per minute")]
    [InlineData(60, "per minute")]
    [InlineData(3599, "per minute")]
    [InlineData(3600, "per hour")]
    [InlineData(86_400, "per hour")]
    public void A_window_is_named_by_the_longest_text_that_is_not_longer(int seconds, string text) =>
        Assert.Equal(text, Texts.For(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Without_a_window_the_last_text_of_the_document_counts() => Assert.Equal("per minute", Texts.WithoutWindow);

    [Fact]
    public void A_document_without_texts_has_a_common_one() =>
        Assert.Equal(("rate limit", "rate limit"), (RefusalTexts.None.For(RefusalTexts.Hour), RefusalTexts.None.WithoutWindow));
}
