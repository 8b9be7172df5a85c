using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Diagnostics;

/// <summary>A finding about a document, in values only: a <see cref="Location"/> would keep old texts alive.</summary>
internal sealed record SpecProblem(string RuleId, string FilePath, int Line, int Column, string Pointer, string First, string Second)
{
    public Diagnostic ToDiagnostic()
    {
        var at = new LinePosition(Line, Column);
        return Diagnostic.Create(
            SpecRules.ById(RuleId),
            Location.Create(FilePath, default, new LinePositionSpan(at, at)),
            PlainText.Of(First),
            PlainText.Of(Second),
            Pointer.Length == 0 ? "" : $" (at {PlainText.Of(Pointer)})"
        );
    }
}
