using System.Globalization;
using System.Text.RegularExpressions;

namespace KoreXo.Package.Tests.Guides;

/// <summary>The fenced blocks of a Markdown page.</summary>
internal static partial class GuidePage
{
    /// <summary>Reads a page of the repository.</summary>
    /// <param name="file">Its path from the root.</param>
    public static IReadOnlyList<GuideStep> Read(string file) =>
        [
            .. Fence()
                .Matches(File.ReadAllText(Path.Combine(PackedFeed.Repository, file)).ReplaceLineEndings("\n"))
                .Select(static match => new GuideStep(
                    match.Groups["language"].Value,
                    match.Groups["file"].Success ? match.Groups["file"].Value : null,
                    match.Groups["exit"].Success ? int.Parse(match.Groups["exit"].Value, CultureInfo.InvariantCulture) : 0,
                    match.Groups["mode"].Value,
                    match.Groups["text"].Value
                )),
        ];

    [GeneratedRegex(
        @"^```(?<language>\w*)( file=(?<file>\S+))?( exit=(?<exit>\d+))?( (?<mode>background|feed))?\n(?<text>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Fence();
}
