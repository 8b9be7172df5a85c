using KoreXo.Cli.Calls.Documents;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Names of documents as a shell writes them.</summary>
public sealed class KebabTests
{
    [Theory]
    [InlineData("botId", "bot-id")]
    [InlineData("MLParams", "ml-params")]
    [InlineData("parseURL", "parse-url")]
    [InlineData("channelUId", "channel-u-id")]
    [InlineData("X-Time-Zone", "x-time-zone")]
    [InlineData("snake_case_name", "snake-case-name")]
    [InlineData("filter[name]", "filter-name")]
    [InlineData("__v", "v")]
    [InlineData("page2Size", "page2-size")]
    [InlineData("HTTP2Version", "http2-version")]
    [InlineData("$top", "top")]
    [InlineData("straßenName", "straßen-name")]
    [InlineData("ÄnderungsDatum", "änderungs-datum")]
    [InlineData("名前", "名前")]
    [InlineData("--", "")]
    public void A_word_begins_where_a_reader_sees_it(string name, string expected) => Assert.Equal(expected, Kebab.From(name));
}
