using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Testing.Markup;

/// <summary>A marked piece of a source, in the coordinates of the text without marks.</summary>
/// <param name="Id">The id before the colon; null for <c>[|…|]</c>.</param>
/// <param name="Span">Where the piece is.</param>
public sealed record MarkedSpan(string? Id, TextSpan Span);
