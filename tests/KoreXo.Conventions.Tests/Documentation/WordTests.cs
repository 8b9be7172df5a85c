using System.Text.RegularExpressions;

namespace KoreXo.Conventions.Documentation;

/// <summary>
/// Shipped texts use the terms of <c>docs/glossary.md</c>: comments, documentation, messages and emitted code of all that is shipped,
/// the API descriptions, and all pages.
/// </summary>
public sealed partial class WordTests
{
    private static readonly string[] Folders = ["src", "generator", "analyzers", "samples", "spec", "docs", ".github"];

    // It names them in order to say what to write instead.
    private static readonly string[] Exempt = ["docs/glossary.md"];

    [Fact]
    public void Shipped_texts_avoid_the_words_that_the_glossary_replaces() =>
        Rule.None(
            "Write what docs/glossary.md says instead:",
            Texts()
                .SelectMany(static file =>
                    Repository
                        .Read(file)
                        .Split('\n')
                        .Select((line, index) => (Line: line, Number: index + 1))
                        .Where(static line => Replaced().IsMatch(line.Line))
                        .Select(line => FormattableString.Invariant($"{file}:{line.Number}: {Replaced().Match(line.Line).Value}"))
                )
        );

    [Theory]
    [InlineData("/// <summary>Makes a client.</summary>")]
    [InlineData("The caller is told what failed.")]
    [InlineData("calls are held back")]
    [InlineData("it was refused for rate")]
    [InlineData("the message is made anew")]
    public void A_replaced_word_is_found(string text) => Assert.Matches(Replaced(), text);

    [Theory]
    [InlineData("/// <summary>Initializes a new instance.</summary>")]
    [InlineData("It makes two requests.")]
    [InlineData("everything but for-loops")]
    public void Other_texts_are_not(string text) => Assert.DoesNotMatch(Replaced(), text);

    private static IEnumerable<string> Texts() =>
        Folders
            .SelectMany(static folder =>
                new[] { ".cs", ".md", ".yaml", ".json", ".targets" }.SelectMany(end => Repository.Files(end, folder))
            )
            .Concat(Repository.Files(".md").Where(static file => !file.Contains('/', StringComparison.Ordinal)))
            .Except(Exempt, StringComparer.Ordinal);

    [GeneratedRegex(
        """\bheirs?\b|\bmend(s|ed|ing)?\b|\b(is|are|be|was|were) told\b|\btold (of|apart|by)\b|\bheld back\b|\bfor want of\b|\banew\b|\bstands? in (for|the|its)\b|Ends the call, wherever|What to send\.|refused for rate|\bbut for (a|an|the|its)\b|\bbeforehand\b|<summary>(Makes|Tells|Says) |<summary>Gets (who|how)\b|\bin spite of\b""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Replaced();
}
