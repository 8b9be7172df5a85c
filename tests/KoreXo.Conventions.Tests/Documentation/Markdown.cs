using System.Text.RegularExpressions;

namespace KoreXo.Conventions.Documentation;

/// <summary>The little of Markdown that the tests need: fenced blocks and links.</summary>
internal static partial class Markdown
{
    public static IReadOnlyList<string> Files { get; } = Repository.Files(".md");

    /// <summary>The fenced blocks of one language, in order.</summary>
    public static IReadOnlyList<string> Blocks(string text, string language) =>
        [.. Fence().Matches(text).Where(match => match.Groups["language"].Value == language).Select(static match => match.Groups["code"].Value)];

    /// <summary>The targets of links that are neither addresses nor places on the same page.</summary>
    public static IEnumerable<string> RelativeLinks(string text) =>
        Link().Matches(Fence().Replace(text, "")).Select(static match => match.Groups["target"].Value).Where(static target => !target.Contains(':', StringComparison.Ordinal));

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
