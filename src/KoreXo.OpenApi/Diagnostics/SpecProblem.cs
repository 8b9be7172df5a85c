using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Diagnostics;

/// <summary>A problem of a document, as plain values: a reference to its tree would keep the tree in the compiler's memory.</summary>
internal sealed record SpecProblem(string RuleId, string FilePath, int Line, int Column, string Pointer, string First, string Second)
{
    /// <summary>Returns the problem of a file that cannot be read.</summary>
    public static SpecProblem From(string filePath, SpecFormatException exception) =>
        new(
            exception.IsTooLarge ? SpecRules.TooLarge : SpecRules.Unreadable,
            filePath,
            exception.Line,
            exception.Column,
            exception.Pointer,
            Path.GetFileName(filePath),
            exception.Message
        );
}
