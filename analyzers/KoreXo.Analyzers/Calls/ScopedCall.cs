using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Calls;

/// <summary>A use of a member whose need is known.</summary>
/// <param name="Callee">The member.</param>
/// <param name="Need">What it needs.</param>
/// <param name="Span">Where it is reported.</param>
/// <param name="Function">The lambda or local function around it.</param>
/// <param name="Syntax">What runs, to find the place in a control-flow graph.</param>
internal sealed record ScopedCall(ISymbol Callee, Requirement Need, TextSpan Span, FunctionScope? Function, SyntaxNode Syntax);
