using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Conventions.Sources;

/// <summary>A file or a method is read as a whole, so it must fit into a head.</summary>
public sealed class SizeTests
{
    private static IReadOnlyList<(string Name, int Lines)> Files { get; } =
    [.. CodeFiles.Shipped.Select(static tree => (tree.FilePath, tree.GetText().Lines.Count))];

    private static IReadOnlyList<(string Name, int Lines)> Methods { get; } =
    [
        .. CodeFiles
            .Shipped.SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .Where(static node =>
                node
                    is BaseMethodDeclarationSyntax { Body: not null }
                        or BaseMethodDeclarationSyntax { ExpressionBody: not null }
                        or LocalFunctionStatementSyntax
                        or AccessorDeclarationSyntax { Body: not null }
            )
            .Select(static node => (CodeFiles.Place(node), CodeFiles.Lines(node))),
    ];

    [Fact]
    public void No_file_is_over_400_lines() =>
        Rule.Holds("A file has at most 400 lines:", Files, static file => file.Lines <= 400, Describe);

    [Fact]
    public void Most_files_are_under_170_lines() => Assert.InRange(NinetiethPercentile(Files), 1, 170);

    [Fact]
    public void No_method_is_over_80_lines() =>
        Rule.Holds("A method has at most 80 lines:", Methods, static method => method.Lines <= 80, Describe);

    [Fact]
    public void Most_methods_are_under_30_lines() => Assert.InRange(NinetiethPercentile(Methods), 1, 30);

    [Fact]
    public void A_project_file_says_only_what_is_its_own() =>
        Rule.Holds(
            "A project file has at most 25 lines, without comments and blank ones; what its kind has in common is in eng/:",
            Repository.Files(".csproj").Select(static file => (Name: file, Lines: LinesOfXml(Repository.Read(file)))),
            static file => file.Lines <= 25,
            Describe
        );

    private static string Describe((string Name, int Lines) part) => $"{part.Name} has {part.Lines} lines";

    private static int NinetiethPercentile(IReadOnlyList<(string Name, int Lines)> parts) =>
        parts.Select(static part => part.Lines).Order().ElementAt((parts.Count * 9 / 10) - 1);

    private static int LinesOfXml(string text)
    {
        for (var start = text.IndexOf("<!--", StringComparison.Ordinal); start >= 0; start = text.IndexOf("<!--", StringComparison.Ordinal))
        {
            text = text.Remove(start, text.IndexOf("-->", start, StringComparison.Ordinal) + 3 - start);
        }

        return text.Split('\n').Count(static line => line.Trim().Length > 0);
    }
}
