using System.Text.RegularExpressions;

namespace KoreXo.Conventions.Documentation;

/// <summary>
/// A Mermaid diagram of <c>docs/architecture.md</c> over folders and types of one project, named in its first line:
/// <code>
/// %% src/KoreXo.Simulator
/// Hosting --> Behaviors
/// </code>
/// </summary>
internal sealed partial record ArchitecturePicture(string Project, IReadOnlyList<(string From, string To)> Arrows)
{
    public static IReadOnlyList<ArchitecturePicture> All { get; } =
    [
        .. Block()
            .Matches(Repository.Read("docs/architecture.md"))
            .Select(static block => new ArchitecturePicture(block.Groups["project"].Value, ArrowsIn(block.Value))),
    ];

    /// <summary>The arrows of any picture, by the names of their nodes.</summary>
    public static IReadOnlyList<(string From, string To)> ArrowsIn(string picture) =>
        [.. Arrow().Matches(picture).Select(static arrow => (arrow.Groups["from"].Value, arrow.Groups["to"].Value))];

    /// <summary>Tells whether a file is what a node stands for: in the folder of that name, or the type's own.</summary>
    public static bool Covers(string node, string file) =>
        file.StartsWith(node + "/", StringComparison.Ordinal)
        || Path.GetFileNameWithoutExtension(file).Split('.')[0].Equals(node, StringComparison.Ordinal);

    [GeneratedRegex(
        @"^```mermaid\n((?!```).*\n)*? *%% (?<project>\S+/\S+)\n((?!```).*\n)*```$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Block();

    [GeneratedRegex(
        @"^ *(?<from>\w+)(\[[^\]]*\])? -->(\|[^|]*\|)? (?<to>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
