using System.Globalization;
using KoreXo.OpenApi.Diagnostics;

namespace KoreXo.Generator.Diagnostics;

/// <summary>
/// Creates the single warning of a document with unsupported parts. The diagnostics of the parts are informational, and builds do not print
/// them.
/// </summary>
internal static class LeftOutSummary
{
    private const int Most = 5;

    /// <summary>Returns the warning; null if everything is supported.</summary>
    public static SpecProblem? Of(IReadOnlyList<SpecProblem> problems)
    {
        var parts = problems.Where(static problem => problem.RuleId == SpecRules.Unsupported).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var list = string.Join("; ", parts.Take(Most).Select(Describe));
        var more =
            parts.Count > Most
                ? string.Format(
                    CultureInfo.InvariantCulture,
                    "; and {0} more, each an information {1} in the error list of an editor or the error log of a build",
                    parts.Count - Most,
                    SpecRules.Unsupported
                )
                : "";
        return parts[0] with
        {
            RuleId = SpecRules.LeftOut,
            Pointer = "",
            First = Path.GetFileName(parts[0].FilePath),
            Second = list + more,
        };
    }

    private static string Describe(SpecProblem problem) =>
        $"{problem.First.TrimEnd(',')}: {problem.Second}{(problem.Pointer.Length == 0 ? "" : $" (at {problem.Pointer})")}";
}
