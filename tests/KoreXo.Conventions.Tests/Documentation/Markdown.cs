using System.Text.RegularExpressions;

namespace KoreXo.Conventions.Documentation;

/// <summary>The little of Markdown that the tests need: fenced blocks and links.</summary>
internal static partial class Markdown
{
    public static IReadOnlyList<string> Files { get; } = Repository.Files(".md");

    /// <summary>The fenced blocks of one language, in order.</summary>
    public static IReadOnlyList<string> Blocks(string text, string language) =>
        [
            .. Fence()
                .Matches(text)
                .Where(match => match.Groups["language"].Value == language)
                .Select(static match => match.Groups["code"].Value),
        ];

    /// <summary>The targets of links that are neither addresses nor places on the same page.</summary>
    public static IEnumerable<string> RelativeLinks(string text) =>
        Link()
            .Matches(Fence().Replace(text, ""))
            .Select(static match => match.Groups["target"].Value)
            .Where(static target => !target.Contains(':', StringComparison.Ordinal));

    /// <summary>Links to a place on a page; the page is empty where it is the same one.</summary>
    public static IEnumerable<(string Target, string Anchor)> Anchors(string text) =>
        Anchor().Matches(Fence().Replace(text, "")).Select(static match => (match.Groups["target"].Value, match.Groups["anchor"].Value));

    /// <summary>The headings of a page as a link spells them.</summary>
    public static IReadOnlySet<string> Headings(string text) =>
        Heading()
            .Matches(Fence().Replace(text, ""))
            .Select(static match => new string([
                .. match
                    .Groups["text"]
                    .Value.Trim()
                    .ToLowerInvariant()
                    .Where(static character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')
                    .Select(static character => character == ' ' ? '-' : character),
            ]))
            .ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> Images(string text) =>
        [.. Image().Matches(text).Select(static match => match.Groups["target"].Value)];

    [GeneratedRegex(@"\]\((?<target>[^):#\s]*)#(?<anchor>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^!\[[^\n]+\]\((?<target>[^)]+)\)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Image();

    [GeneratedRegex(
        @"^```(?<language>\w*)[^\n]*\n(?<code>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
