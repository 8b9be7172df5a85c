using System.Globalization;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Specs;

/// <summary>Writes a problem of a document as compilers do.</summary>
internal static class ProblemText
{
    public static string From(Diagnostic problem)
    {
        var at = problem.Location.GetLineSpan();
        var severity = problem.Severity.ToString().ToLowerInvariant();
        var message = problem.GetMessage(CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{at.Path}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {severity} {problem.Id}: {message}"
        );
    }
}
