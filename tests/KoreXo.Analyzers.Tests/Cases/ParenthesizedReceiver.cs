using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>Puts every receiver of a project in parentheses and moves the marks with it.</summary>
internal static class ParenthesizedReceiver
{
    /// <param name="state">The project of the test.</param>
    /// <param name="project">The same without its marks, opened.</param>
    /// <returns>How many receivers there are.</returns>
    public static async Task<int> RewriteAsync(ProjectState state, Project project)
    {
        var count = 0;
        for (var at = 0; at < state.Sources.Count; at++)
        {
            var (path, content) = state.Sources[at];
            if (!CaseProjects.IsOfCase(path))
            {
                continue;
            }

            var receivers = await FindAsync(project.Documents.Single(document => document.FilePath == path));
            state.Sources[at] = (path, SourceText.From(Rewrite(content.ToString(), receivers), content.Encoding));
            count += receivers.Count;
        }

        return count;
    }

    private static async Task<List<TextSpan>> FindAsync(Document document)
    {
        var model = (await document.GetSemanticModelAsync())!;
        var root = await document.GetSyntaxRootAsync();
        return
        [
            .. root!
                .DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Select(static access => access.Expression)
                .Where(expression => IsValue(expression, model) && !IsName(expression))
                .Select(static expression => expression.Span),
        ];
    }

    private static bool IsValue(ExpressionSyntax expression, SemanticModel model) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
        && model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or IMethodSymbol;

    private static bool IsName(ExpressionSyntax expression) =>
        expression.Ancestors().OfType<ExpressionColonSyntax>().Any()
        || expression
            .Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(static call => call.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" });

    private static string Rewrite(string markup, List<TextSpan> receivers)
    {
        var inserts = receivers
            .Select(static span => (At: span.Start, Text: "("))
            .Concat(receivers.Select(static span => (At: span.End, Text: ")")))
            .ToList();
        TestFileMarkupParser.GetSpans(markup, treatPositionIndicatorsAsCode: true, out string source, out var spans);
        var marks = spans.ToImmutableDictionary(
            static mark => mark.Key,
            mark => mark.Value.Select(span => Move(span, inserts)).ToImmutableArray(),
            StringComparer.Ordinal
        );
        var text = inserts
            .OrderByDescending(static insert => insert.At)
            .ThenBy(static insert => insert.Text, StringComparer.Ordinal)
            .Aggregate(source, static (current, insert) => current.Insert(insert.At, insert.Text));
        return TestFileMarkupParser.CreateTestFile(text, position: null, marks);
    }

    private static TextSpan Move(TextSpan span, List<(int At, string Text)> inserts) =>
        TextSpan.FromBounds(
            span.Start + inserts.Count(insert => insert.At <= span.Start),
            span.End + inserts.Count(insert => span.IsEmpty ? insert.At <= span.End : insert.At < span.End)
        );
}
