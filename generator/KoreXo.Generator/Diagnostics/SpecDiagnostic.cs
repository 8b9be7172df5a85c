using KoreXo.OpenApi.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Diagnostics;

/// <summary>Turns a problem of a document into a diagnostic.</summary>
internal static class SpecDiagnostic
{
    public static Diagnostic From(SpecProblem problem)
    {
        var at = new LinePosition(problem.Line, problem.Column);
        return Diagnostic.Create(
            SpecDescriptors.ById(problem.RuleId),
            Location.Create(problem.FilePath, default, new LinePositionSpan(at, at)),
            PlainText.Of(problem.First),
            PlainText.Of(problem.Second),
            problem.Pointer.Length == 0 ? "" : $" (at {PlainText.Of(problem.Pointer)})"
        );
    }
}
