using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Conventions.Sources;

/// <summary>Our own sources as syntax trees.</summary>
internal static class CodeFiles
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    /// <summary>What is shipped or shown. Tests are measured by what they show, not by length.</summary>
    public static IReadOnlyList<SyntaxTree> Shipped { get; } = Parse("generator", "analyzers", "src", "samples");

    public static IReadOnlyList<SyntaxTree> All { get; } = [.. Shipped, .. Parse("tests")];

    /// <summary>The lines of a node, without documentation and comments before it.</summary>
    public static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    public static string Place(SyntaxNode node) =>
        $"{node.SyntaxTree.FilePath}:{node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1}";

    private static SyntaxTree[] Parse(params string[] folders) =>
        [.. Repository.Files(".cs", folders).Select(static file => CSharpSyntaxTree.ParseText(Repository.Read(file), Options, file))];
}
