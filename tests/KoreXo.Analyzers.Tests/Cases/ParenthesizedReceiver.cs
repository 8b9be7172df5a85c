using KoreXo.Analyzers.Tests.Testing;
using KoreXo.Testing.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>Puts every receiver of a source in parentheses and moves the marks with it.</summary>
internal static class ParenthesizedReceiver
{
    /// <returns>The file anew, and how many receivers it has.</returns>
    public static async Task<(TestFile File, int Count)> RewriteAsync(TestFile file, Document document)
    {
        var model = (await document.GetSemanticModelAsync())!;
        var root = await document.GetSyntaxRootAsync();
        var receivers = root!
            .DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Select(static access => access.Expression)
            .Where(expression =>
                expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
                && model.GetSymbolInfo(expression).Symbol
                    is ILocalSymbol
                        or IParameterSymbol
                        or IFieldSymbol
                        or IPropertySymbol
                        or IMethodSymbol
                && !expression.Ancestors().OfType<ExpressionColonSyntax>().Any()
                && !expression
                    .Ancestors()
                    .OfType<InvocationExpressionSyntax>()
                    .Any(static call => call.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" })
            )
            .Select(static expression => expression.Span)
            .ToList();
        var inserts = receivers
            .Select(static span => (At: span.Start, Text: "("))
            .Concat(receivers.Select(static span => (At: span.End, Text: ")")))
            .ToList();
        var source = file.Source;
        var marks = source
            .Spans.Select(mark =>
                (
                    mark.Id,
                    Span: TextSpan.FromBounds(
                        mark.Span.Start + inserts.Count(insert => insert.At <= mark.Span.Start),
                        mark.Span.End + inserts.Count(insert => mark.Span.IsEmpty ? insert.At <= mark.Span.End : insert.At < mark.Span.End)
                    )
                )
            )
            .ToList();
        var text = inserts
            .OrderByDescending(static insert => insert.At)
            .ThenBy(static insert => insert.Text, StringComparer.Ordinal)
            .Aggregate(source.Text, static (current, insert) => current.Insert(insert.At, insert.Text));
        return (
            file with
            {
                Moved = new MarkedSource(text, [.. marks.Select(static mark => new MarkedSpan(mark.Id, mark.Span))]),
            },
            receivers.Count
        );
    }
}
