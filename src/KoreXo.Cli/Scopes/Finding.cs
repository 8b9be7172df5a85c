using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Scopes;

/// <summary>A diagnostic of the analyzers, as reported outside an editor.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">The message.</param>
/// <param name="File">The file, relative to the solution; <see langword="null"/> if the finding is about a whole project.</param>
/// <param name="Span">The zero-based start and end positions.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, string Message, string? File, LinePositionSpan Span)
{
    public string Place => File is null ? "" : FormattableString.Invariant($"{File}:{Span.Start.Line + 1}");
}
