using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Conventions.Sources;

/// <summary>A line fits on a screen. The formatter breaks code; comments and messages are broken by whoever writes them.</summary>
public sealed class LineTests
{
    private const int Longest = 140;

    [Fact]
    public void No_line_is_longer_than_the_editor_settings_say()
    {
        Assert.Contains($"max_line_length = {Longest}", Repository.Read(".editorconfig"));
        Rule.Holds(
            $"A line has at most {Longest} columns, unless a string that cannot be broken is in it:",
            CodeFiles.All.SelectMany(static tree => tree.GetText().Lines.Select(line => (Tree: tree, Line: line))),
            static part => part.Line.Span.Length <= Longest || IsText(part.Tree, part.Line),
            static part => $"{part.Tree.FilePath}:{part.Line.LineNumber + 1} has {part.Line.Span.Length} columns"
        );
    }

    /// <summary>Tells whether the last column that fits lies inside a string.</summary>
    private static bool IsText(SyntaxTree tree, TextLine line)
    {
        var token = tree.GetRoot().FindToken(line.Start + Longest - 1);
        return token
            .Parent!.AncestorsAndSelf()
            .Any(node =>
                node
                    is InterpolatedStringExpressionSyntax
                        or LiteralExpressionSyntax { Token.Value: string }
                        or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.Utf8StringLiteralExpression }
            );
    }
}
