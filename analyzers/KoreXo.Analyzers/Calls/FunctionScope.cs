using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Calls;

/// <summary>A lambda or local function, and the one that encloses it.</summary>
internal sealed record FunctionScope(IMethodSymbol Function, FunctionScope? Outer);
