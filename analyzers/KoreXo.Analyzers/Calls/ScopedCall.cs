using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Calls;

/// <summary>A use of a member with a known requirement.</summary>
/// <param name="Callee">The member.</param>
/// <param name="Need">The requirement.</param>
/// <param name="Span">The span on which it is reported.</param>
/// <param name="Function">The enclosing lambda or local function.</param>
/// <param name="Syntax">The syntax that runs, to find the call in a control-flow graph.</param>
internal sealed record ScopedCall(ISymbol Callee, Requirement Need, TextSpan Span, FunctionScope? Function, SyntaxNode Syntax);
