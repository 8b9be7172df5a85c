using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>What manifests, documents and file names say is shown, and never acts.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("Travel.slnx", "Travel.slnx")]
    [InlineData("<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;")]
    [InlineData("*a* _b_ `c` ~d~ $e$", @"\*a\* \_b\_ \`c\` \~d\~ \$e\$")]
    [InlineData("[a](b) | #1", @"\[a\](b) \| \#1")]
    [InlineData(@"C:\x", @"C:\\x")]
    [InlineData("@everyone", "&#64;everyone")]
    [InlineData("https://evil.example www.evil.example", "https&#58;//evil.example www&#46;evil.example")]
    [InlineData("a\nb\u001b[31m", @"a\\u000Ab\\u001B\[31m")]
    public void Text_is_read_as_it_is_written(string text, string expected) => Assert.Equal(expected, Markdown.Text(text));

    [Theory]
    [InlineData("files:read", "`files:read`")]
    [InlineData("a|b", @"`a\|b`")]
    [InlineData("a`b", "`` a`b ``")]
    [InlineData("``", "``` `` ```")]
    [InlineData("a\r\nb", @"`a\u000D\u000Ab`")]
    public void Code_ends_where_it_should(string text, string expected) => Assert.Equal(expected, Markdown.Code(text));

    [Theory]
    [InlineData("travel-ci.v2", "travel-ci.v2")]
    [InlineData("my app", "`my app`")]
    [InlineData("", "``")]
    public void A_word_needs_no_code(string text, string expected) => Assert.Equal(expected, Markdown.Word(text));

    [Theory]
    [InlineData(null, null, "`a`")]
    [InlineData("", null, "`a`")]
    [InlineData("admin", null, "`a` (admin)")]
    [InlineData("admin|x", "Contacts", @"`a` on `Contacts` (`admin\|x`)")]
    public void A_scope_is_shown_with_its_resource_and_credential(string? credential, string? resource, string expected) =>
        Assert.Equal(expected, Markdown.Scope(new ScopeOnCredential(credential, "a", resource)));

    [Theory]
    [InlineData("plain ü 🙂", "plain ü 🙂")]
    [InlineData("a\tb", "a\\u0009b")]
    [InlineData("\u202Egnp.exe", "\\u202Egnp.exe")]
    [InlineData("a\u2028b\u2029c\u200Bd", "a\\u2028b\\u2029c\\u200Bd")]
    public void What_cannot_be_seen_is_escaped(string text, string expected) => Assert.Equal(expected, ShownText.From(text));
}
