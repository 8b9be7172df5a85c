using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Scopes;

/// <summary>A diagnostic of the analyzers, as it is told outside of an editor.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">The message.</param>
/// <param name="File">The file, relative to the solution; <see langword="null"/> if it is about a project as a whole.</param>
/// <param name="Span">Where it begins and ends, from 0.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, string Message, string? File, LinePositionSpan Span)
{
    public string Place => File is null ? "" : FormattableString.Invariant($"{File}:{Span.Start.Line + 1}");
}
